import type { PlainDate } from '#kernel/calendar.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { Card } from '#ui/card.tsx';
import { ChipRadios } from '#ui/chip-radios.tsx';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { kindText } from '../messages/import-words.ts';
import { type ImportKind, importKinds } from '../rules/import-kinds.ts';

type Words = 'about' | 'name' | 'nameHint' | 'kind' | 'asOf' | 'asOfHint' | 'legalBasis' | 'legalBasisHint';

type Props = {
  /** In the words of a file, or of paper. */
  words: Readonly<Record<Words, string>>;
  values: Readonly<Record<string, string>>;
  errors: readonly FieldRefusal[] | undefined;
  today: PlainDate;
  usualKind?: ImportKind;
};

/** What the office says of a list, whichever way it comes: its name, where from, as of when, on what basis. */
export function ListFactsCard({ words, values, errors, today, usualKind }: Props) {
  const locale = useLocale();
  return (
    <Card title={words.about}>
      <div className="fields">
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          errors={errors}
          defaultValue={values.name}
          maxLength={120}
          autoComplete="off"
        />
        <ChipRadios
          name="kind"
          label={words.kind}
          errors={errors}
          defaultValue={values.kind ?? usualKind}
          options={importKinds.map((kind) => ({ value: kind, label: kindText(kind, locale) }))}
        />
        <DateField
          name="asOf"
          label={words.asOf}
          hint={words.asOfHint}
          errors={errors}
          defaultValue={values.asOf}
          max={today}
        />
        <TextField
          name="legalBasis"
          label={words.legalBasis}
          hint={words.legalBasisHint}
          optional
          errors={errors}
          defaultValue={values.legalBasis}
          maxLength={300}
        />
      </div>
    </Card>
  );
}
