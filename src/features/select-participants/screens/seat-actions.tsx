import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import type { SeatLine } from '../rules/participants-view.ts';

type Props = { seat: SeatLine; mayOverride: boolean };

/** What may be done with one held seat: the answer at hand, the rest behind a word. */
export function SeatActions({ seat, mayOverride }: Props) {
  const t = messagesFor(seatMessages, useLocale());
  const { participantId, name, status } = seat;
  return (
    <div className="seat-actions">
      {status === 'offered' && (
        <Form method="post" className="row">
          <input type="hidden" name="participantId" value={participantId} />
          <input type="hidden" name="intent" value="answer" />
          <Button name="answer" value="confirm" look="quiet" aria-label={t.yesOf({ name })}>
            {t.yes}
          </Button>
          <Button name="answer" value="decline" look="quiet" aria-label={t.noOf({ name })}>
            {t.no}
          </Button>
        </Form>
      )}
      <details className="seat-more">
        <summary aria-label={t.changeOf({ name })}>{t.change}</summary>
        <div className="stack">
          {status === 'offered' && (
            <Form method="post">
              <input type="hidden" name="participantId" value={participantId} />
              <Button name="intent" value="links" look="secondary">
                {t.link}
              </Button>
            </Form>
          )}
          <Form method="post" className="stack">
            <input type="hidden" name="participantId" value={participantId} />
            <TextField name="reason" label={t.reason} required maxLength={300} />
            <div className="row">
              <Button name="intent" value="leave" look="secondary">
                {t.leave}
              </Button>
              {mayOverride && (
                <Button name="intent" value="take_back" look="danger">
                  {t.takeBack}
                </Button>
              )}
            </div>
            {mayOverride && <p className="soft small">{t.takeBackHow}</p>}
          </Form>
        </div>
      </details>
    </div>
  );
}
