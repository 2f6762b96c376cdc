import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { useLocale } from '#ui/use-locale.ts';
import { publicMessages } from '../messages/public-messages.ts';
import type { PublicIntake } from '../rules/public-view.ts';
import { saidDays } from '../rules/share-text.ts';

/** When, where, how many seats, with whom. */
export function PublicFacts({ intake }: { intake: PublicIntake }) {
  const locale = useLocale();
  const t = messagesFor(publicMessages, locale);
  const { startsOn, endsOn, place, seats, partner } = intake;
  const facts = [
    [t.when, saidDays(startsOn, endsOn, locale)],
    [t.place, place ?? t.placeLater],
    [t.seats, t.seatsCount({ count: formatNumber(seats, locale) })],
    ...(partner ? [[t.partner, partner] as const] : []),
  ] as const;
  return (
    <dl className="open-facts">
      {facts.map(([term, value]) => (
        <div key={term} className="pair">
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
