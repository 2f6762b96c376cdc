import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { roundFormMessages } from '../messages/round-form-messages.ts';
import { roundMessages } from '../messages/round-messages.ts';
import type { RoundChoices, RoundFormValues } from '../rules/round-form.ts';
import { SampleField } from './sample-field.tsx';
import { VillageTargets } from './village-targets.tsx';
import './census.css';

type Props = {
  choices: RoundChoices;
  values: RoundFormValues;
  /** Set where a round that stands is changed. */
  round?: { roundId: string; name: string; isRunning: boolean };
  refusal?: Refusal | undefined;
};

/** Plans a round, or changes the plan. */
export function RoundFormScreen({ choices, values, round, refusal }: Props) {
  const locale = useLocale();
  const t = messagesFor(roundFormMessages, locale);
  const title = round ? t.editTitle : t.createTitle;
  const errors = refusal?.fields;
  const field = (name: keyof RoundFormValues & keyof typeof t) => ({
    name,
    label: t[name] as string,
    errors,
    defaultValue: String(values[name]),
  });
  return (
    <div className="stack">
      <title>{`${title} · Gawangan`}</title>
      <PageHeader
        title={title}
        lead={round?.isRunning ? t.runningLead : t.lead}
        back={
          round
            ? { to: `/pendataan/${round.roundId}`, label: round.name }
            : { to: '/pendataan', label: messagesFor(roundMessages, locale).title }
        }
      />
      {choices.lists.length === 0 ? (
        <Notice tone="wait">
          <p>{t.noLists}</p>
          <ButtonLink to="/daftar/baru">{t.bringIn}</ButtonLink>
        </Notice>
      ) : (
        <Form method="post" className="stack" noValidate>
          <ErrorSummary refusal={refusal} labels={labelsOf(t)} />
          <input type="hidden" name="revision" value={values.revision} />
          <Card title={t.what}>
            <div className="fields">
              <TextField {...field('name')} hint={t.nameHint} maxLength={120} />
              <TextareaField {...field('purpose')} hint={t.purposeHint} rows={2} />
              <div className="field-pair">
                <DateField {...field('startsOn')} />
                <DateField {...field('endsOn')} />
              </div>
              <TextField {...field('legalBasis')} optional />
              <TextField {...field('bpsNumber')} hint={t.bpsHint} optional short />
              <SelectField
                {...field('questionnaire')}
                errors={errors?.map((one) =>
                  one.path === 'formVersion' ? { ...one, path: 'questionnaire' } : one,
                )}
                options={choices.questionnaires.map(({ formId, version, title: formTitle }) => ({
                  value: `${formId}.${version}`,
                  label: t.version({ title: formTitle, count: String(version) }),
                }))}
              />
            </div>
          </Card>
          <Card title={t.who}>
            <div className="fields">
              <CheckboxesField
                name="sourceListIds"
                label={t.sourceListIds}
                hint={t.sourcesHint}
                errors={errors}
                defaultValue={values.sourceListIds}
                options={choices.lists.map((list) => ({
                  value: list.sourceListId,
                  label: list.name,
                  hint: t.listLine({
                    count: formatNumber(list.enterprises, locale),
                    day: formatDate(list.asOf, locale),
                  }),
                }))}
              />
              <VillageTargets villages={choices.villages} chosen={values.villages} errors={errors} />
              <TextField {...field('target')} hint={t.targetHint} optional short inputMode="numeric" />
            </div>
          </Card>
          <SampleField
            choices={choices}
            value={values.sampleSize}
            isFixed={round?.isRunning ?? false}
            errors={errors}
          />
          <div className="row">
            <Button>{t.save}</Button>
          </div>
        </Form>
      )}
    </div>
  );
}

function labelsOf(t: Record<string, unknown>): Record<string, string> {
  const named = Object.entries(t).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return Object.fromEntries([...named, ['formVersion', String(t.questionnaire)]]);
}
