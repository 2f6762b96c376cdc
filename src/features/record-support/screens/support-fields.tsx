import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { kindWord, supportKinds, supportTopics, topicWord } from '#kernel/support-terms.ts';
import { DateField } from '#ui/date-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { supportMessages } from '../messages/support-messages.ts';
import { supportOutcomes } from '../rules/support.ts';

type Props = {
  values: Readonly<Record<string, string>>;
  errors?: readonly FieldRefusal[] | undefined;
};

/** What was given, by whom, when, and how it ended. */
export function SupportFields({ values, errors }: Props) {
  const locale = useLocale();
  const t = messagesFor(supportMessages, locale);
  return (
    <>
      <div className="field-pair">
        <SelectField
          name="kind"
          label={t.kind}
          defaultValue={values.kind ?? 'training'}
          errors={errors}
          options={supportKinds.map((value) => ({ value, label: kindWord(value, locale) }))}
        />
        <SelectField
          name="topic"
          label={t.topic}
          defaultValue={values.topic ?? 'other'}
          errors={errors}
          options={supportTopics.map((value) => ({ value, label: topicWord(value, locale) }))}
        />
      </div>
      <TextField
        name="title"
        label={t.titleField}
        hint={t.titleHint}
        defaultValue={values.title ?? ''}
        errors={errors}
        maxLength={160}
      />
      <TextField
        name="provider"
        label={t.provider}
        hint={t.providerHint}
        defaultValue={values.provider ?? ''}
        errors={errors}
        maxLength={160}
      />
      <div className="field-pair">
        <DateField
          name="startedOn"
          label={t.startedOn}
          defaultValue={values.startedOn ?? ''}
          errors={errors}
        />
        <DateField
          name="endedOn"
          label={t.endedOn}
          optional
          defaultValue={values.endedOn ?? ''}
          errors={errors}
        />
      </div>
      <SelectField
        name="outcome"
        label={t.outcome}
        defaultValue={values.outcome ?? 'received'}
        errors={errors}
        options={supportOutcomes.map((value) => ({ value, label: t[`outcome_${value}`] }))}
      />
    </>
  );
}

/** Names of the fields, for the summary of errors. */
export function supportLabels(locale: 'id' | 'en'): Record<string, string> {
  const t = messagesFor(supportMessages, locale);
  const { kind, topic, provider, startedOn, endedOn, outcome, value, sourceListId, reason } = t;
  return {
    kind,
    topic,
    title: t.titleField,
    provider,
    startedOn,
    endedOn,
    outcome,
    value,
    sourceListId,
    reason,
  };
}
