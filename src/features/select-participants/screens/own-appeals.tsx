import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { TextareaField } from '#ui/textarea-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { ownMessages } from '../messages/own-messages.ts';
import type { OwnAppeal, OwnApplication } from '../rules/own-view.ts';

type Props = {
  application: Pick<OwnApplication, 'appeals' | 'mayAsk'>;
  newId: string;
  reply?: { typed: Readonly<Record<string, string>>; refusal: Refusal } | undefined;
};

/** What the owner asked and what was answered; behind the reason, a way to ask. */
export function OwnAppeals({ application: { appeals, mayAsk }, newId, reply }: Props) {
  const t = messagesFor(ownMessages, useLocale());
  return (
    <>
      {appeals.map((appeal) => (
        <Asked key={appeal.appealId} appeal={appeal} />
      ))}
      {mayAsk && (
        <details className="card" open={reply?.typed.intent === 'ask'}>
          <summary>{t.ask}</summary>
          <Form method="post">
            <p className="soft small">{t.askText}</p>
            <input type="hidden" name="intent" value="ask" />
            <input type="hidden" name="appealId" value={newId} />
            <TextareaField
              name="question"
              label={t.askLabel}
              optional
              maxLength={1000}
              rows={3}
              defaultValue={reply?.typed.question}
              errors={reply?.refusal.fields}
            />
            <Button wide>{t.askButton}</Button>
          </Form>
        </details>
      )}
    </>
  );
}

function Asked({ appeal }: { appeal: OwnAppeal }) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  const at = (instant: Date) => formatInstant(instant.getTime(), locale);
  const { status, outcome, question, answer, answeredAt, answeredBy } = appeal;
  return (
    <section className="card">
      <p className="soft small">{t.askedAt({ at: at(appeal.askedAt) })}</p>
      <p>{question ?? t.askedBlank}</p>
      {status === 'open' && (
        <>
          <p>{t.answerBy({ by: at(appeal.dueAt) })}</p>
          <Form method="post">
            <input type="hidden" name="intent" value="withdraw_ask" />
            <input type="hidden" name="appealId" value={appeal.appealId} />
            <Button look="secondary" wide>
              {t.withdrawAsk}
            </Button>
          </Form>
        </>
      )}
      {status === 'withdrawn' && <p>{t.appealWithdrawn}</p>}
      {(status === 'upheld' || status === 'rejected') && (
        <>
          <strong>{status === 'rejected' ? t.rejected : t[`outcome_${outcome ?? 'none'}`]}</strong>
          <p>{answer}</p>
          {answeredAt && (
            <p className="soft small">{t.answeredBy({ by: answeredBy ?? '', at: at(answeredAt) })}</p>
          )}
        </>
      )}
    </section>
  );
}
