import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CheckboxField } from '#ui/choice-fields.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import type { ParticipantsView } from '../rules/participants-view.ts';

export type FoundEnterprise = {
  enterpriseId: string;
  name: string;
  owner: string | null;
  village: string | null;
};

type Props = {
  /** `direct`: no selection, or nobody waits; `override`: against the list, by the head. */
  way: 'direct' | 'override';
  view: ParticipantsView;
  /** What was searched, and what was found by it. */
  text: string;
  found: readonly FoundEnterprise[];
  /** Sent twice it is kept once. */
  newId: string;
  typed?: Readonly<Record<string, string>> | undefined;
  refusal?: Refusal | undefined;
};

/** Names somebody for a seat: from the waiting list, or by a search of the register. */
export function GiveSeat({ way, view, text, found, newId, typed, refusal }: Props) {
  const t = messagesFor(seatMessages, useLocale());
  const choices = [
    ...found.map(({ enterpriseId, name, owner, village }) => ({
      value: enterpriseId,
      label: [name, owner, village].filter(Boolean).join(' · '),
    })),
    ...(way === 'override'
      ? view.waiting
          .filter(({ enterpriseId }) => !found.some((one) => one.enterpriseId === enterpriseId))
          .map(({ enterpriseId, name, place }) => ({ value: enterpriseId, label: `${place}. ${name}` }))
      : []),
  ];
  const isOpen = text !== '' || refusal !== undefined;
  return (
    <details className="seat-fold" open={isOpen}>
      <summary>{way === 'direct' ? t.giveTitle : t.overrideTitle}</summary>
      <Card>
        <p className="soft">{way === 'direct' ? t.giveLead : t.overrideLead}</p>
        <Form method="get" className="row seat-search" role="search">
          <TextField name="cari" label={t.search} hint={t.searchHow} defaultValue={text} />
          <Button look="secondary">{t.find}</Button>
        </Form>
        {text !== '' && found.length === 0 && <p role="status">{t.foundNone}</p>}
        {choices.length > 0 && (
          <Form method="post" className="fields">
            <input type="hidden" name="intent" value={way} />
            <input type="hidden" name={way === 'direct' ? 'participantId' : 'overrideId'} value={newId} />
            <SelectField
              name="enterpriseId"
              label={way === 'direct' ? t.found : t.who}
              options={choices}
              defaultValue={typed?.enterpriseId}
              errors={refusal?.fields}
            />
            {way === 'override' && (
              <SelectField
                name="displacedId"
                label={t.whose}
                {...(view.counts.free > 0 ? { empty: t.freeSeat } : {})}
                options={view.held.map(({ participantId, name }) => ({ value: participantId, label: name }))}
                defaultValue={typed?.displacedId}
                errors={refusal?.fields}
              />
            )}
            <TextField
              name="reason"
              label={t.reason}
              required
              maxLength={300}
              defaultValue={typed?.reason}
              errors={refusal?.fields}
            />
            {way === 'direct' && (
              <CheckboxField name="answered" label={t.already} defaultChecked={typed?.answered === '1'} />
            )}
            <Button>{way === 'direct' ? t.give : t.decide}</Button>
          </Form>
        )}
      </Card>
    </details>
  );
}
