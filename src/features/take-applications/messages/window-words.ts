import { formatLongDate, formatTime, plainDateInWib } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { type ApplicationWindow, lastMinute } from '../rules/application-window.ts';
import { applicantMessages } from './applicant-messages.ts';
import { publicMessages } from './public-messages.ts';

/** `12 Maret 2027 pukul 23.59 WIB`; `12 March 2027, 23:59 WIB` */
export function saidInstant(ms: number, locale: Locale): string {
  const day = formatLongDate(plainDateInWib(ms), locale);
  return `${day}${locale === 'id' ? ' pukul ' : ', '}${formatTime(ms, locale)}`;
}

/** A deadline: the last minute that still counts. */
export const saidDeadline = (endsAtMs: number, locale: Locale): string =>
  saidInstant(lastMinute(endsAtMs), locale);

/** Whether applications are taken, as officers read it. */
export function windowWords(window: ApplicationWindow, locale: Locale): string {
  const t = messagesFor(applicantMessages, locale);
  switch (window.state) {
    case 'open':
      return window.closesAt === null ? t.openNow : t.closesOn({ at: saidDeadline(window.closesAt, locale) });
    case 'not_yet':
      return window.opensAt === null ? t.notYet : t.opensOn({ at: saidInstant(window.opensAt, locale) });
    case 'closed':
      return window.closedAt === null ? t.closed : t.closedOn({ at: saidDeadline(window.closedAt, locale) });
    default:
      return t[window.state];
  }
}

/** The same for everybody else. */
export function publicWindowWords(window: ApplicationWindow, locale: Locale): string {
  const t = messagesFor(publicMessages, locale);
  switch (window.state) {
    case 'open':
      return window.closesAt === null
        ? t.openNoDeadline
        : t.deadlineLine({ at: saidDeadline(window.closesAt, locale) });
    case 'not_yet':
      return window.opensAt === null ? t.notYet : t.opens({ at: saidInstant(window.opensAt, locale) });
    case 'closed':
      return window.closedAt === null ? t.closed : t.closedOn({ at: saidDeadline(window.closedAt, locale) });
    default:
      return t[window.state];
  }
}
