import { messagesFor } from '#kernel/language.ts';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import { reasonSentences } from '../rules/reason-words.ts';
import type { ResultReason } from '../rules/result-reason.ts';

/** The first sentence of a reason, the others behind it. */
export function ReasonFold({ reason }: { reason: ResultReason }) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  const [first, ...others] = reasonSentences(reason, locale, 'officer');
  return (
    <details className="reason-fold">
      <summary>{t.why}</summary>
      <p className="small">{[first, ...others].join(' ')}</p>
    </details>
  );
}
