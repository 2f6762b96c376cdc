import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { supportTopics, topicWord } from '#kernel/support-terms.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ChipRadios } from '#ui/chip-radios.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { selectionMessages } from '../messages/selection-messages.ts';
import { type FormChoices, offeredCriteria, shareRows } from '../rules/plan-form.ts';
import { criterionName, criterionRule, plannedSectors, tagName } from '../rules/plan-words.ts';
import { type Criterion, criterionCode, type Tag } from '../rules/selection-plan.ts';

type Props = {
  revision: number;
  values: Readonly<Record<string, string>>;
  choices: FormChoices;
  intakes: readonly { intakeId: string; name: string }[];
  errors: readonly FieldRefusal[] | undefined;
};

/** The draft of a plan as a form; everything is sent with it, so no script is needed. */
export function PlanForm({ revision, values, choices, intakes, errors }: Props) {
  const t = messagesFor(selectionMessages, useLocale());
  const offered = offeredCriteria(values, choices);
  const weight = (criterion: Criterion) => values[`w.${criterionCode(criterion)}`] ?? '0';
  const used = offered.filter((criterion) => weight(criterion) !== '0');
  const unused = offered.filter((criterion) => weight(criterion) === '0');
  const hasFaultIn = (list: readonly Criterion[]) =>
    used.length === 0 || list.some((one) => errors?.some(({ path }) => path === `w.${criterionCode(one)}`));
  const row = (criterion: Criterion) => (
    <WeighRow key={criterionCode(criterion)} {...{ criterion, values, choices, errors }} />
  );
  return (
    <Form method="post" className="stack" noValidate>
      <input type="hidden" name="revision" value={revision} />
      <Card title={t.criteria}>
        <p className="soft card-lead">{t.criteriaLead}</p>
        <ul className="plain-list weigh-list">{used.map(row)}</ul>
        {unused.length > 0 && (
          <details className="more" open={hasFaultIn(unused)}>
            <summary>{t.unusedCriteria({ n: unused.length })}</summary>
            <ul className="plain-list weigh-list">{unused.map(row)}</ul>
          </details>
        )}
      </Card>
      <Card title={t.reserves}>
        <p className="soft card-lead">{t.reservesLead}</p>
        <Shares letter="r" least={2} {...{ values, intakes, errors }} />
      </Card>
      <Card title={t.quotas}>
        <p className="soft card-lead">{t.quotasLead}</p>
        <Shares letter="q" least={1} {...{ values, intakes, errors }} />
      </Card>
      <Card title={t.rules}>
        <div className="fields">
          <ChipRadios
            name="takePart"
            label={t.rules}
            hint={t.takePartHint}
            errors={errors}
            defaultValue={values.takePart}
            options={(['no_out', 'many_out', 'all'] as const).map((value) => ({
              value,
              label: t[`takePart_${value}`],
            }))}
          />
          <NumberField
            name="servedSince"
            label={t.servedSince}
            hint={t.servedSinceHint}
            {...{ values, errors }}
          />
          <NumberField name="answerDays" label={t.answerDays} {...{ values, errors }} />
          <NumberField name="moveUpDays" label={t.moveUpDays} hint={t.moveUpHint} {...{ values, errors }} />
        </div>
      </Card>
      <div className="row">
        <Button name="intent" value="try">
          {t.saveTry}
        </Button>
        <Button name="intent" value="save" look="secondary">
          {t.save}
        </Button>
      </div>
    </Form>
  );
}

type FieldsProps = Pick<Props, 'values' | 'errors'>;

function NumberField({
  name,
  label,
  hint,
  values,
  errors,
}: FieldsProps & { name: string; label: string; hint?: string }) {
  return (
    <TextField
      name={name}
      label={label}
      {...(hint ? { hint } : {})}
      {...(errors ? { errors } : {})}
      defaultValue={values[name] ?? ''}
      inputMode="numeric"
      short
    />
  );
}

function WeighRow({
  criterion,
  values,
  choices,
  errors,
}: FieldsProps & { criterion: Criterion; choices: FormChoices }) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const name = `w.${criterionCode(criterion)}`;
  return (
    <li>
      <TextField
        name={name}
        label={<span className="hidden">{t.pointsOf({ name: criterionName(criterion, locale) })}</span>}
        {...(errors ? { errors } : {})}
        defaultValue={values[name] ?? '0'}
        inputMode="numeric"
        short
      />
      <div>
        <strong>{criterionName(criterion, locale)}</strong>
        <p className="soft small">{criterionRule(criterion, locale)}</p>
        <Settings {...{ criterion, values, choices, errors }} />
      </div>
    </li>
  );
}

/** What a criterion asks for besides its points. */
function Settings({
  criterion,
  values,
  choices,
  errors,
}: FieldsProps & { criterion: Criterion; choices: FormChoices }) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  switch (criterion.kind) {
    case 'fewer_supports':
      return (
        <div className="field-pair">
          <NumberField name="sinceYear" label={t.sinceYear} {...{ values, errors }} />
          <SelectField
            name="topic"
            label={t.topic}
            empty={t.anyTopic}
            defaultValue={values.topic}
            options={supportTopics.map((topic) => ({ value: topic, label: topicWord(topic, locale) }))}
          />
        </div>
      );
    case 'verified':
      return <NumberField name="withinMonths" label={t.withinMonths} {...{ values, errors }} />;
    case 'years':
      return (
        <SelectField
          name="prefer"
          label={t.prefer}
          defaultValue={values.prefer}
          options={(['longer', 'shorter'] as const).map((value) => ({ value, label: t[`prefer_${value}`] }))}
        />
      );
    case 'assessment':
      if (choices.rubrics.length < 2) return null;
      return (
        <SelectField
          name="rubricId"
          label={t.rubric}
          defaultValue={criterion.rubricId}
          options={choices.rubrics.map(({ rubricId, name }) => ({ value: rubricId, label: name[locale] }))}
        />
      );
    default:
      return null;
  }
}

const tags: readonly Tag[] = [
  'never_served',
  'women',
  'disability',
  'new_village',
  'proposed',
  ...plannedSectors.map((sector): Tag => `sector:${sector}`),
];

function Shares({
  letter,
  least,
  values,
  intakes,
  errors,
}: FieldsProps & { letter: 'r' | 'q'; least: number; intakes: Props['intakes'] }) {
  const locale = useLocale();
  const t = messagesFor(selectionMessages, locale);
  const given = errors ? { errors } : {};
  return (
    <div className="stack tight">
      {shareRows(values, letter, least).map((at) => {
        const row = `${letter}${at}`;
        return (
          <fieldset key={row} className="share-row">
            <legend className="hidden">
              {letter === 'r' ? t.reserveRow({ n: at + 1 }) : t.quotaRow({ n: at + 1 })}
            </legend>
            <SelectField
              name={`${row}.tag`}
              label={t.group}
              empty={t.noGroup}
              {...given}
              defaultValue={values[`${row}.tag`]}
              options={tags.map((tag) => ({ value: tag, label: tagName(tag, locale) }))}
            />
            <TextField
              name={`${row}.amount`}
              label={t.amount}
              {...given}
              defaultValue={values[`${row}.amount`] ?? ''}
              inputMode="numeric"
              short
            />
            <SelectField
              name={`${row}.unit`}
              label={t.unitOf}
              defaultValue={values[`${row}.unit`] ?? 'percent'}
              options={[
                { value: 'percent', label: t.percent },
                { value: 'seats', label: t.seatsUnit },
              ]}
            />
            {intakes.length > 1 && (
              <SelectField
                name={`${row}.intake`}
                label={t.inIntake}
                empty={t.allIntakes}
                {...given}
                defaultValue={values[`${row}.intake`]}
                options={intakes.map(({ intakeId, name }) => ({ value: intakeId, label: name }))}
              />
            )}
          </fieldset>
        );
      })}
    </div>
  );
}
