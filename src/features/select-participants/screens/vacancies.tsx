import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import { limitInWords } from '../rules/limit-words.ts';
import type { ParticipantsView, Vacancy } from '../rules/participants-view.ts';

type Props = Pick<ParticipantsView, 'vacancies' | 'counts' | 'lineMoves' | 'waitingCount'> & {
  mayKeep: boolean;
};

/** Seats that found nobody, and why; where a reserve stands in the way, the officer decides. */
export function Vacancies({ vacancies, counts, lineMoves, waitingCount, mayKeep }: Props) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  const open = vacancies.slice(0, counts.free);
  const added = lineMoves && waitingCount > 0 ? counts.free - open.length : 0;
  if (open.length === 0 && added <= 0) return null;
  return (
    <Card title={t.vacantTitle}>
      {open.map((vacancy) => (
        <Open key={vacancy.vacated} vacancy={vacancy} mayDecide={mayKeep && lineMoves} />
      ))}
      {added > 0 && (
        <div className="seat-offer">
          <p>{t.added({ count: formatNumber(added, locale) })}</p>
          {mayKeep && (
            <Form method="post">
              <Button name="intent" value="ask_line" look="secondary">
                {t.askLine}
              </Button>
            </Form>
          )}
        </div>
      )}
    </Card>
  );
}

function Open({ vacancy, mayDecide }: { vacancy: Vacancy; mayDecide: boolean }) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  const { vacated, name, why, instead } = vacancy;
  if (why !== 'only_without_reserve' || !instead)
    return <p>{why === 'line_ended' ? t.vacant_line_ended({ name }) : t.vacant_nobody({ name })}</p>;
  const limits = instead.limits.map((one) => limitInWords(one, locale)).join(', ');
  return (
    <div className="stack">
      <p>{t.vacant_only_without_reserve({ name, other: instead.name, limits })}</p>
      {mayDecide && (
        <Form method="post" className="fields">
          <input type="hidden" name="intent" value="instead" />
          <input type="hidden" name="vacated" value={vacated} />
          <input type="hidden" name="enterpriseId" value={instead.enterpriseId} />
          <TextField name="reason" label={t.reason} required maxLength={300} />
          <Button look="secondary">{t.giveInstead({ name: instead.name })}</Button>
        </Form>
      )}
    </div>
  );
}
