import type { Answer } from '#kernel/answer.ts';
import { messagesFor } from '#kernel/language.ts';
import { scaleLabel, umkmScales } from '#kernel/statutory/scale.ts';
import { AnswerField } from '#ui/answer-field.tsx';
import { answerName } from '#ui/answer-form.ts';
import { ChipRadios } from '#ui/chip-radios.tsx';
import { DateField } from '#ui/date-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fieldLabels } from '../messages/field-labels.ts';
import { formMessages } from '../messages/form-messages.ts';
import { valuesOf, wordFor } from '../rules/register-words.ts';
import { sectorLabel, sectors } from '../rules/sectors.ts';
import { type FieldsProps, hasErrorIn } from './form-values.ts';
import { KbliField } from './kbli-field.tsx';

/** What a form may say of how it works; the rest are verdicts of a check. */
const offered = [
  'unknown',
  'produces',
  'services',
  'works_for_others',
  'trades_only',
  'paused',
  'closed',
  'moved',
];
const folded = [
  'enterprise.brand',
  'enterprise.legalForm',
  'enterprise.startedOn',
  'enterprise.reportedScale',
  'enterprise.operation',
];

/** The enterprise itself: what it is called, what it does, its NIB. `allOpen` shows also what is rarely asked. */
export function EnterpriseFields({ values, errors, allOpen }: FieldsProps & { allOpen?: boolean }) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const operation = values['enterprise.operation'] ?? '';
  const verdicts = valuesOf('operation').filter((one) => offered.includes(one));
  return (
    <>
      <TextField
        name="enterprise.name"
        label={l.name}
        hint={t.nameHint}
        errors={errors}
        defaultValue={values['enterprise.name']}
        maxLength={200}
      />
      <ChipRadios
        name="enterprise.sector"
        label={l.sector}
        empty={t.choose}
        options={sectors.map((value) => ({ value, label: sectorLabel(value, locale) }))}
        defaultValue={values['enterprise.sector']}
        errors={errors}
      />
      <TextField
        name="enterprise.activity"
        label={l.activity}
        hint={t.activityHint}
        optional
        errors={errors}
        defaultValue={values['enterprise.activity']}
        maxLength={500}
      />
      <KbliField values={values} errors={errors} />
      <AnswerField
        name="enterprise.nib.value"
        label={l.nib}
        hint={t.nibHint}
        errors={errors}
        inputMode="numeric"
        maxLength={30}
        defaultAnswer={(values[answerName('enterprise.nib.value')] as Answer | undefined) ?? 'unknown'}
        defaultValue={values['enterprise.nib.value']}
      />
      <details className="more" open={allOpen || hasErrorIn(errors, folded)}>
        <summary>{t.moreEnterprise}</summary>
        <div className="fields folded">
          <TextField
            name="enterprise.brand"
            label={l.brand}
            hint={t.brandHint}
            optional
            errors={errors}
            defaultValue={values['enterprise.brand']}
            maxLength={200}
          />
          <TextField
            name="enterprise.legalForm"
            label={l.legalForm}
            hint={t.legalHint}
            optional
            errors={errors}
            defaultValue={values['enterprise.legalForm']}
            maxLength={100}
          />
          <DateField
            name="enterprise.startedOn"
            label={l.startedOn}
            optional
            errors={errors}
            defaultValue={values['enterprise.startedOn']}
          />
          <SelectField
            name="enterprise.reportedScale"
            label={l.reportedScale}
            optional
            empty={t.choose}
            options={umkmScales.map((value) => ({ value, label: scaleLabel(value, locale) }))}
            defaultValue={values['enterprise.reportedScale'] ?? ''}
            errors={errors}
          />
          <SelectField
            name="enterprise.operation"
            label={l.operation}
            empty={
              operation !== '' && !offered.includes(operation)
                ? t.keepOperation({ now: wordFor('operation', operation, locale) })
                : undefined
            }
            options={verdicts.map((value) => ({ value, label: wordFor('operation', value, locale) }))}
            defaultValue={offered.includes(operation) ? operation : ''}
            errors={errors}
          />
        </div>
      </details>
    </>
  );
}
