import type { Answer } from '#kernel/answer.ts';
import { messagesFor } from '#kernel/language.ts';
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
import { type FieldsProps, hasErrorIn } from './form-values.ts';

/** By what an owner may be recognised: name, NIK, phone. Typing here looks for who is on record. */
export function OwnerKeyFields({ values, errors }: FieldsProps) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  return (
    <>
      <TextField
        name="owner.fullName"
        label={l.fullName}
        errors={errors}
        defaultValue={values['owner.fullName']}
        maxLength={200}
        autoComplete="off"
      />
      <AnswerField
        name="owner.nik.value"
        label={l.nik}
        hint={t.nikHint}
        errors={errors}
        inputMode="numeric"
        autoComplete="off"
        maxLength={30}
        defaultAnswer={(values[answerName('owner.nik.value')] as Answer | undefined) ?? 'unknown'}
        defaultValue={values['owner.nik.value']}
      />
      <PhoneFields values={values} errors={errors} prefix="owner.phones.0" />
    </>
  );
}

/** A phone number and whose it is. */
export function PhoneFields({
  values,
  errors,
  prefix,
  label,
}: FieldsProps & { prefix: string; label?: string }) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  return (
    <div className="field-pair">
      <TextField
        name={`${prefix}.number`}
        label={label ?? l.phone}
        optional
        type="tel"
        autoComplete="off"
        placeholder={t.phoneHint}
        errors={errors}
        defaultValue={values[`${prefix}.number`]}
        maxLength={30}
      />
      <SelectField
        name={`${prefix}.whose`}
        label={l.whose}
        options={valuesOf('whose').map((value) => ({ value, label: wordFor('whose', value, locale) }))}
        defaultValue={values[`${prefix}.whose`] ?? 'own'}
        errors={errors}
      />
    </div>
  );
}

const folded = [
  'owner.sex',
  'owner.birthDate',
  'owner.disability',
  'owner.noKk',
  'owner.email',
  'owner.homeAddress',
];

/** What is asked when there is time for it. */
export function OwnerMoreFields({ values, errors }: FieldsProps) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  return (
    <details className="more" open={hasErrorIn(errors, folded)}>
      <summary>{t.moreOwner}</summary>
      <div className="fields folded">
        <SexAndDisability values={values} errors={errors} />
        <DateField
          name="owner.birthDate"
          label={l.birthDate}
          optional
          errors={errors}
          defaultValue={values['owner.birthDate']}
        />
        <TextField
          name="owner.noKk"
          label={l.noKk}
          hint={t.noKkHint}
          optional
          inputMode="numeric"
          autoComplete="off"
          errors={errors}
          defaultValue={values['owner.noKk']}
          maxLength={30}
        />
        <TextField
          name="owner.email"
          label={l.email}
          optional
          type="email"
          autoComplete="off"
          errors={errors}
          defaultValue={values['owner.email']}
          maxLength={254}
        />
        <TextField
          name="owner.homeAddress"
          label={l.homeAddress}
          optional
          autoComplete="off"
          errors={errors}
          defaultValue={values['owner.homeAddress']}
          maxLength={500}
        />
      </div>
    </details>
  );
}

export function SexAndDisability({ values, errors }: FieldsProps) {
  const locale = useLocale();
  const t = messagesFor(formMessages, locale);
  const l = messagesFor(fieldLabels, locale);
  const choices = (kind: 'sex' | 'disability') =>
    valuesOf(kind).map((value) => ({ value, label: wordFor(kind, value, locale) }));
  return (
    <>
      <ChipRadios
        name="owner.sex"
        label={l.sex}
        empty={t.choose}
        options={choices('sex')}
        defaultValue={values['owner.sex']}
        errors={errors}
      />
      <ChipRadios
        name="owner.disability"
        label={l.disability}
        empty={t.choose}
        options={choices('disability')}
        defaultValue={values['owner.disability']}
        errors={errors}
      />
    </>
  );
}
