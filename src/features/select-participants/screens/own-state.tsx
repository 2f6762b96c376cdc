import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { ownMessages } from '../messages/own-messages.ts';
import type { OwnLine, OwnState } from '../rules/own-view.ts';

/** Where it stands, in a few words. */
export function stateTitle(state: OwnState, locale: Locale): string {
  const t = messagesFor(ownMessages, locale);
  switch (state.kind) {
    case 'received':
      return t.received({ number: formatNumber(state.number, locale), of: formatNumber(state.of, locale) });
    case 'waiting':
      return t.waiting({ place: formatNumber(state.place, locale) });
    case 'seat':
      return t[`seat_${state.status}`];
    default:
      return t[state.kind];
  }
}

/** What it means for the owner; empty: nothing more to say. */
export function stateText(state: OwnState, locale: Locale): string {
  const t = messagesFor(ownMessages, locale);
  if (state.kind === 'received') return t.receivedText;
  if (state.kind === 'waiting') return state.moves ? t.waitingText : t.waitingEnded;
  if (state.kind !== 'seat') return '';
  switch (state.status) {
    case 'offered':
      return state.answerBy
        ? t.offeredText({ by: formatInstant(state.answerBy.getTime(), locale) })
        : t.offeredNoLimit;
    case 'confirmed':
      return t.confirmedText;
    case 'silent':
      return t.silentText;
    case 'displaced':
      return t.displacedText;
    default:
      return '';
  }
}

export function daysOf({ startsOn, endsOn }: Pick<OwnLine, 'startsOn' | 'endsOn'>, locale: Locale): string {
  const t = messagesFor(ownMessages, locale);
  const day = (date: string) => formatDate(date, locale);
  return startsOn === endsOn ? day(startsOn) : t.toDay({ from: day(startsOn), to: day(endsOn) });
}
