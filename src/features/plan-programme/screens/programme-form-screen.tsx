import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { kindWord, supportTopics, topicWord } from '#kernel/support-terms.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ChipRadios } from '#ui/chip-radios.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { programmeMessages } from '../messages/programme-messages.ts';
import { type ProgrammeFormValues, type StageValues, withSpareStages } from '../rules/programme-form.ts';
import { programmeKinds } from '../rules/programme-kinds.ts';
import './programme.css';

type Props = {
  values: ProgrammeFormValues;
  partners: readonly { partnerId: string; name: string }[];
  /** Set where a programme that stands is changed. */
  programme?: { programmeId: string; name: string };
  refusal?: Refusal | undefined;
};

/** Sets up a programme, or changes one. */
export function ProgrammeFormScreen({ values, partners, programme, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(programmeMessages, locale);
  const title = programme ? t.editTitle : t.createTitle;
  const errors = refusal?.fields;
  return (
    <div className="stack">
      <title>{`${title} · Gawangan`}</title>
      <PageHeader
        title={title}
        lead={t.formLead}
        back={
          programme
            ? { to: `/pembinaan/${programme.programmeId}`, label: programme.name }
            : { to: '/pembinaan/baru', label: t.chooseTitle }
        }
      />
      <Form method="post" className="stack" noValidate>
        <ErrorSummary refusal={refusal} labels={{ name: t.name, summary: t.summary, stages: t.stages }} />
        <input type="hidden" name="revision" value={values.revision} />
        <input type="hidden" name="template" value={values.template} />
        <Card>
          <div className="fields">
            <TextField
              name="name"
              label={t.name}
              defaultValue={values.name}
              errors={errors}
              maxLength={120}
            />
            <TextareaField
              name="summary"
              label={t.summary}
              hint={t.summaryHint}
              rows={3}
              optional
              defaultValue={values.summary}
              errors={errors}
            />
            <ChipRadios
              name="kind"
              label={t.kind}
              defaultValue={values.kind}
              errors={errors}
              options={programmeKinds.map((value) => ({ value, label: kindWord(value, locale) }))}
            />
            <SelectField
              name="topic"
              label={t.about}
              defaultValue={values.topic}
              errors={errors}
              options={supportTopics.map((value) => ({ value, label: topicWord(value, locale) }))}
            />
            <SelectField
              name="partnerId"
              label={t.partner}
              empty={t.own}
              defaultValue={values.partnerId}
              errors={errors}
              options={partners.map(({ partnerId, name }) => ({ value: partnerId, label: name }))}
            />
          </div>
        </Card>
        <Card title={t.stages}>
          <p className="card-lead soft" id="stages">
            {t.stagesHint}
          </p>
          <div className="fields">
            {withSpareStages(values.stages).map((stage, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a stage is known by its place only.
              <StageRow key={at} number={at + 1} stage={stage} />
            ))}
          </div>
        </Card>
        <div className="row">
          <Button>{t.save}</Button>
        </div>
      </Form>
    </div>
  );
}

/** The three inputs of a stage carry one name each: what is sent are three columns. */
function StageRow({ number, stage }: { number: number; stage: StageValues }) {
  const locale = useLocale();
  const t = messagesFor(programmeMessages, locale);
  const of = t.stageNumber({ count: String(number) });
  const input = (name: string, label: string, value: string, more = {}) => (
    <label className="field">
      <span className="label">
        <span className="hidden">{`${of}: `}</span>
        {label}
      </span>
      <input className="input" name={name} defaultValue={value} {...more} />
    </label>
  );
  return (
    <fieldset className="plain-set stage-row">
      <legend className="hidden">{of}</legend>
      {input('stageName', `${number}. ${t.stageName}`, stage.name, { maxLength: 120 })}
      {input('stageDescription', t.stageDescription, stage.description, { maxLength: 500 })}
      {input('stageDays', t.stageDays, stage.days, { inputMode: 'numeric' })}
    </fieldset>
  );
}
