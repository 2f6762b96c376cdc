import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { intakeWords } from '../messages/intake-words.ts';
import { partnerMessages } from '../messages/partner-messages.ts';
import { partnerKinds } from '../rules/programme-kinds.ts';

export type PartnerValues = { name: string; kind: string; note: string; endedOn?: string };

type Props = { values?: PartnerValues | undefined; errors?: readonly FieldRefusal[] | undefined };

export function PartnerFields({ values, errors }: Props) {
  const locale = useLocale();
  const t = messagesFor(partnerMessages, locale);
  const w = messagesFor(intakeWords, locale);
  return (
    <>
      <TextField
        name="name"
        label={t.name}
        defaultValue={values?.name ?? ''}
        errors={errors}
        maxLength={160}
      />
      <SelectField
        name="kind"
        label={t.kind}
        defaultValue={values?.kind ?? 'training_centre'}
        errors={errors}
        options={partnerKinds.map((value) => ({ value, label: w[`partner_${value}`] }))}
      />
      <TextareaField
        name="note"
        label={t.note}
        hint={t.noteHint}
        rows={2}
        optional
        defaultValue={values?.note ?? ''}
        errors={errors}
      />
    </>
  );
}
