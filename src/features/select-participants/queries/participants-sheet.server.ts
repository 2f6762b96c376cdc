import type { Readable } from 'node:stream';
import { formatInstant } from '#kernel/calendar.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import type { ParticipantsView, PartnerParticipants } from '../rules/participants-view.ts';
import { reasonSentences } from '../rules/reason-words.ts';

/** Participants, who did not come after all, and the waiting list; no identifier but the register's own id. */
export function participantsSheet(view: ParticipantsView, locale: Locale): Readable {
  const t = messagesFor(seatMessages, locale);
  const columns = (titles: readonly string[]) => titles.map((title) => ({ title }));
  const why = (reason: ParticipantsView['held'][number]['reason']) =>
    reason ? reasonSentences(reason, locale, 'officer').join(' ') : '';
  return workbookStream([
    {
      name: t.sheet,
      columns: columns([t.id, t.enterprise, t.owner, t.village, t.status, t.source, t.answerByTitle, t.why]),
      rows: [...view.held, ...view.gone].map((one) => [
        one.enterpriseId,
        one.name,
        one.owner,
        one.village,
        t[`status_${one.status}`],
        t[`source_${one.source}`],
        one.status === 'offered' && one.answerBy ? formatInstant(one.answerBy.getTime(), locale) : '',
        one.statusReason ?? why(one.reason),
      ]),
    },
    {
      name: t.waitingTitle,
      columns: columns([t.rank, t.id, t.enterprise, t.village, t.status, t.why]),
      rows: view.waiting.map((one) => [
        String(one.place),
        one.enterpriseId,
        one.name,
        one.village,
        one.state === 'waits' ? t.waitingTitle : t[`state_${one.state}`],
        why(one.reason),
      ]),
    },
  ]);
}

export function partnerSheet(view: PartnerParticipants, locale: Locale): Readable {
  const t = messagesFor(seatMessages, locale);
  return workbookStream([
    {
      name: t.sheet,
      columns: [t.owner, t.enterprise, t.village, t.status].map((title) => ({ title })),
      rows: view.people.map(({ owner, name, village, status }) => [
        owner,
        name,
        village,
        t[`status_${status}`],
      ]),
    },
  ]);
}
