import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxesField } from '#ui/choice-fields.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { minutesMessages } from '../messages/minutes-messages.ts';
import type { MinutesView } from '../rules/minutes-view.ts';

export type MinutesReply = {
  typed: Readonly<Record<string, string>>;
  members: readonly string[];
  refusal: Refusal;
};

type Props = { view: MinutesView; newId: string; isAgain: boolean; reply?: MinutesReply | undefined };

/** Number, date and who signs; the rest is what was decided. */
export function MinutesForm({ view, newId, isAgain, reply }: Props) {
  const t = messagesFor(minutesMessages, useLocale());
  const { signatories, today } = view;
  const options = signatories.map(({ signatoryId, words }) => ({ value: signatoryId, label: words }));
  const errors = reply?.refusal.fields;
  const typed = reply?.typed ?? {};
  if (options.length === 0)
    return (
      <Card title={t.make}>
        <p>{t.noSignatories}</p>
        <Link to="/surat">{t.addSignatories}</Link>
      </Card>
    );
  const form = (
    <Form method="post" className="fields">
      <p className="soft">{t.makeLead}</p>
      <input type="hidden" name="intent" value="make" />
      <input type="hidden" name="minutesId" value={newId} />
      <TextField
        name="number"
        label={t.number}
        hint={t.numberHint}
        defaultValue={typed.number}
        errors={errors}
        required
        maxLength={80}
      />
      <TextField
        name="dated"
        label={t.dated}
        type="date"
        short
        max={today}
        defaultValue={typed.dated ?? today}
        errors={errors}
        required
      />
      <SelectField
        name="lead"
        label={t.leadSigns}
        options={options}
        defaultValue={typed.lead ?? options[1]?.value ?? options[0]?.value}
        errors={errors}
      />
      <CheckboxesField
        name="members[]"
        label={t.members}
        optional
        options={options}
        defaultValue={reply?.members ?? []}
        errors={errors}
      />
      <SelectField
        name="acknowledged"
        label={t.acknowledged}
        empty={t.nobody}
        options={options}
        defaultValue={typed.acknowledged ?? (options.length > 1 ? options[0]?.value : '')}
        errors={errors}
      />
      <Button look={isAgain ? 'secondary' : 'primary'}>{isAgain ? t.makeAgain : t.make}</Button>
    </Form>
  );
  if (!isAgain) return <Card title={t.make}>{form}</Card>;
  return (
    <details className="seat-fold" open={view.stale || reply !== undefined}>
      <summary>{t.makeAgain}</summary>
      <Card>{form}</Card>
    </details>
  );
}
