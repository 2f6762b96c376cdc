import { messagesFor } from '#kernel/language.ts';
import { useLocale } from '#ui/use-locale.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import type { Stretch } from '../rules/char-differences.ts';

/** A text with what the other side has not marked: underlined and bold as well as coloured, and said aloud. */
export function MarkedText({ stretches }: { stretches: readonly Stretch[] }) {
  const t = messagesFor(reviewMessages, useLocale());
  let at = 0;
  return stretches.map(({ text, differs }) => {
    const key = at;
    at += text.length;
    return differs ? (
      <mark key={key} className="differs">
        <span className="hidden">{t.differs} </span>
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
