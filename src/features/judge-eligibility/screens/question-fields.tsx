import { evidenceLabel } from '#kernel/answer.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { builderMessages } from '../messages/builder-messages.ts';
import type { DraftView, OfficeChoices } from '../rules/builder-view.ts';
import { valuesOf, wordFor } from '../rules/condition-words.ts';
import {
  type ChoiceList,
  type QuestionField,
  questionFields,
  questionKinds,
} from '../rules/question-form.ts';
import { levels } from '../rules/rubric.ts';

type Props = { draft: DraftView; choices: OfficeChoices; typed: Readonly<Record<string, string>> };

/** First the kind of question, then its fields: two steps, so that it works without a script. */
export function QuestionFields({ draft, choices, typed }: Props) {
  const locale = useLocale();
  const t = messagesFor(builderMessages, locale);
  const { chosen } = draft;
  const errors = draft.faults.filter(({ path }) => path.startsWith('field.'));
  if (chosen === null)
    return (
      <Card title={t.add}>
        <div className="fields">
          <SelectField
            name="ask"
            label={t.kind}
            options={questionKinds.map((kind) => ({ value: kind, label: t[`kind_${kind}`] }))}
          />
          <div className="row">
            <Button name="intent" value="choose" look="secondary">
              {t.choose}
            </Button>
          </div>
        </div>
      </Card>
    );
  return (
    <Card title={`${t.add}: ${t[`kind_${chosen}`]}`}>
      <input type="hidden" name="ask" value={chosen} />
      <div className="fields">
        {questionFields[chosen].map((field) => (
          <OneField
            key={field.name}
            field={field}
            errors={errors}
            options={
              field.as === 'choice' || field.as === 'choices' ? optionsOf(field.of, choices, locale) : []
            }
            typed={typed}
          />
        ))}
        <TextField
          name="label"
          label={t.label}
          hint={t.labelHint}
          defaultValue={typed.label}
          optional
          maxLength={300}
        />
        <TextField name="labelEn" label={t.labelEn} defaultValue={typed.labelEn} optional maxLength={300} />
        <TextField name="remedy" label={t.remedy} defaultValue={typed.remedy} optional maxLength={300} />
        <TextField
          name="remedyEn"
          label={t.remedyEn}
          defaultValue={typed.remedyEn}
          optional
          maxLength={300}
        />
        <div className="row">
          <Button name="intent" value="add">
            {t.addThis}
          </Button>
          <Button name="intent" value="apply" look="quiet">
            {t.another}
          </Button>
        </div>
      </div>
    </Card>
  );
}

type FieldProps = {
  field: QuestionField;
  errors: DraftView['faults'];
  options: { value: string; label: string }[];
  typed: Readonly<Record<string, string>>;
};

function OneField({ field, errors, options, typed }: FieldProps) {
  const t = messagesFor(builderMessages, useLocale());
  const name = `field.${field.name}`;
  const label = (t as Record<string, unknown>)[`field_${field.name}`] as string;
  const common = { name, label, errors, optional: field.optional ?? false };
  if (field.as === 'choices') return <CheckboxesField {...common} options={options} defaultValue={[]} />;
  if (field.as === 'choice')
    return (
      <SelectField
        {...common}
        options={options}
        {...(field.optional ? { empty: t.optionalAny } : {})}
        defaultValue={typed[name] ?? ''}
      />
    );
  const digits = field.as === 'codes' ? {} : { inputMode: 'numeric' as const };
  return <TextField {...common} {...digits} short defaultValue={typed[name]} />;
}

function optionsOf(
  list: ChoiceList,
  office: OfficeChoices,
  locale: Locale,
): { value: string; label: string }[] {
  const t = messagesFor(builderMessages, locale);
  switch (list) {
    case 'district':
      return office.districts;
    case 'group':
      return office.groups;
    case 'rubric':
      return office.rubrics;
    case 'level':
      return levels.map((level) => ({ value: String(level), label: String(level) }));
    case 'kbliVersion':
      return ['2025', '2020'].map((version) => ({ value: version, label: version }));
    case 'grade':
      return (['declared', 'seen', 'documented'] as const).map((grade) => ({
        value: grade,
        label: evidenceLabel(grade, locale),
      }));
    case 'missing':
      return [{ value: 'no', label: t.missing_no }];
    case 'outcome':
      return (['received', 'completed', 'left', 'absent'] as const).map((outcome) => ({
        value: outcome,
        label: t[`outcome_${outcome}`],
      }));
    default:
      return valuesOf(list).map((value) => ({ value, label: wordFor(list, value, locale) }));
  }
}
