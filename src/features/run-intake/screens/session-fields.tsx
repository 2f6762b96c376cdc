import { messagesFor } from '#kernel/language.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';
import { DateField } from '#ui/date-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { sessionMessages } from '../messages/session-messages.ts';

export type SessionValues = {
  day: string;
  from: string;
  to: string;
  place: string;
  topic: string;
  trainer: string;
};

/** Day, hours, place, topic and trainer of one session. */
export function SessionFields({
  values,
  errors,
}: {
  values: Partial<SessionValues>;
  errors?: readonly FieldRefusal[] | undefined;
}) {
  const t = messagesFor(sessionMessages, useLocale());
  const given = errors ? { errors } : {};
  return (
    <div className="fields">
      <div className="field-three">
        <DateField name="day" label={t.day} defaultValue={values.day} {...given} />
        <TextField name="from" label={t.from} type="time" short defaultValue={values.from} {...given} />
        <TextField name="to" label={t.to} type="time" short defaultValue={values.to} {...given} />
      </div>
      <div className="field-pair">
        <TextField
          name="topic"
          label={t.topic}
          optional
          maxLength={200}
          defaultValue={values.topic}
          {...given}
        />
        <TextField
          name="trainer"
          label={t.trainer}
          optional
          maxLength={120}
          defaultValue={values.trainer}
          {...given}
        />
      </div>
      <TextField
        name="place"
        label={t.place}
        optional
        maxLength={300}
        defaultValue={values.place}
        {...given}
      />
    </div>
  );
}
