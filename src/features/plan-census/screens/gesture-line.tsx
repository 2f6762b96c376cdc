import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { assignmentMessages } from '../messages/assignment-messages.ts';
import type { Gesture } from '../rules/assignment-view.ts';

/** "43 baris dari Budi kepada 3 orang". */
export function GestureLine({ gesture }: { gesture: Gesture }) {
  const locale = useLocale();
  const t = messagesFor(assignmentMessages, locale);
  const count = formatNumber(gesture.rows, locale);
  const named = (people: Gesture['from']) => {
    const names = people.filter((name): name is string => name !== null);
    if (names.length === 0) return null;
    return names.length <= 2 ? names.join(', ') : t.people({ count: formatNumber(names.length, locale) });
  };
  const [from, to] = [named(gesture.from), named(gesture.to)];
  if (to === null) return <>{t.takenBack({ count, from: from ?? '' })}</>;
  return <>{from === null ? t.given({ count, to }) : t.moved({ count, from, to })}</>;
}
