import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import { findIntake, findProgramme } from '../../plan-programme/index.server.ts';
import { listRecordsBehind, type ProfilePart } from '../../register-enterprise/index.server.ts';
import { listAnswers } from '../answer-store.server.ts';
import { type AskRow, listAsks } from '../ask-store.server.ts';
import { outcomeMessages } from '../messages/outcome-messages.ts';
import { sayAnswers } from '../messages/say-answers.ts';
import { outcomePermissions } from '../permissions.ts';
import { phaseOf } from '../rules/ask-calendar.ts';
import { countingAnswer, type KeptAnswer, waitsForOwner } from '../rules/counting-answer.ts';

/** On an enterprise's page: what became of it after each training, silence included. */
export const outcomeProfilePart: ProfilePart = {
  permission: outcomePermissions['outcome.view'],
  async read({ trx, officeCode, now }, enterpriseId) {
    const today = plainDateInWib(now.getTime());
    const records = await listRecordsBehind(trx, officeCode, [enterpriseId]);
    const asks = await listAsks(trx, officeCode, { enterpriseIds: [...records.keys()] });
    const answers = await listAnswers(
      trx,
      officeCode,
      asks.map(({ askId }) => askId),
    );
    const names = new Map<string, string>();
    for (const intakeId of new Set(asks.map((ask) => ask.intakeId))) {
      const intake = await findIntake(trx, officeCode, intakeId);
      const programme = intake && (await findProgramme(trx, officeCode, intake.programmeId));
      names.set(intakeId, programme?.name ?? '');
    }
    const both = (text: (locale: Locale) => string) => ({ id: text('id'), en: text('en') });
    const countsOf = ({ askId }: AskRow) => countingAnswer(answers.get(askId) ?? []);
    const silent = asks.find((ask) => phaseOf(ask, today) === 'open' && !countsOf(ask));
    const told = asks.findLast(countsOf);
    const linked = silent ?? told;
    const m = outcomeMessages;
    return {
      id: 'kabar',
      title: both((locale) => m[locale].partTitle),
      empty: both((locale) => m[locale].partEmpty),
      link: linked
        ? {
            to: `/pembinaan/kabar/${linked.askId}`,
            label: both((locale) => (silent ? m[locale].recordNow : m[locale].seeNews)),
          }
        : null,
      lines: asks.toReversed().map((ask) => ({
        key: ask.askId,
        title: both((locale) =>
          m[locale].partLine({ months: String(ask.months), programme: names.get(ask.intakeId) ?? '' }),
        ),
        note: both((locale) => noteOf(ask, countsOf(ask), today, locale)),
      })),
    };
  },
};

function noteOf(ask: AskRow, counts: KeptAnswer | null, today: string, locale: Locale): string {
  const t = outcomeMessages[locale];
  if (counts) {
    const told = `${sayAnswers(counts.answers, locale)} (${formatDate(counts.answeredOn, locale)})`;
    return waitsForOwner(counts) ? `${told} · ${t.notConfirmedYet}` : told;
  }
  const phase = phaseOf(ask, today);
  if (phase === 'planned') return t.askedOn({ day: formatDate(ask.dueOn, locale) });
  return phase === 'open' ? t.awaitedUntil({ day: formatDate(ask.closesOn, locale) }) : t.noNews;
}
