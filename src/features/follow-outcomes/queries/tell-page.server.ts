import { systemActor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { countAttempt } from '#platform/auth/rate-limits.server.ts';
import { inOneTransaction, type QueryContext } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findIntake, findProgramme } from '../../plan-programme/index.server.ts';
import { getOfficeName, listRecordsBehind, listToReach } from '../../register-enterprise/index.server.ts';
import { listAnswers } from '../answer-store.server.ts';
import { findAsk, findByCode } from '../ask-store.server.ts';
import { hashOfCode } from '../commands/outcome-link.server.ts';
import { phaseOf } from '../rules/ask-calendar.ts';
import { countingAnswer, waitsForOwner } from '../rules/counting-answer.ts';
import { readCode } from '../rules/link-code.ts';
import { asksForExport } from '../rules/outcome-questions.ts';
import type { TellView } from '../rules/outcome-view.ts';

/** Many phones share one address; 80 bits cannot be found by trying. */
const linkLimit = { name: 'outcome-link', attempts: 120, seconds: 600 };

/**
 * The office in which the holder of a code is asked, as the house acts there for them. Refuses: rate_limited, not_found (no
 * such link, or replaced).
 */
export async function holderOf(services: Services, clientAddress: string, typed: string) {
  const counted = await countAttempt(services.db, linkLimit, clientAddress);
  if (!counted.ok) return counted;
  const code = readCode(typed);
  const found = code === '' ? null : await findByCode(services.db, hashOfCode(code));
  if (!found) return refused('not_found');
  return done({ actor: systemActor(found.officeCode, 'Pemilik, lewat tautan'), askId: found.askId });
}

/** What the page behind a link shows. Refuses as `holderOf`. */
export async function tellPage(
  services: Services,
  clientAddress: string,
  code: string,
): Promise<Outcome<TellView>> {
  const holder = await holderOf(services, clientAddress, code);
  if (!holder.ok) return holder;
  const { actor, askId } = holder.value;
  const view = await inOneTransaction(services, actor, (context) => viewOf(context, askId));
  return view ? done(view) : refused('not_found');
}

async function viewOf({ trx, officeCode, now }: QueryContext, askId: string): Promise<TellView | null> {
  const ask = await findAsk(trx, officeCode, askId);
  const intake = ask && (await findIntake(trx, officeCode, ask.intakeId));
  const programme = intake && (await findProgramme(trx, officeCode, intake.programmeId));
  if (!ask || !programme) return null;
  const records = await listRecordsBehind(trx, officeCode, [ask.enterpriseId]);
  const standing = records.get(ask.enterpriseId) ?? ask.enterpriseId;
  const [enterprise] = await listToReach(trx, officeCode, [standing]);
  const counts = countingAnswer((await listAnswers(trx, officeCode, [askId])).get(askId) ?? []);
  const { months, dueOn, closesOn } = ask;
  return {
    officeName: await getOfficeName(trx, officeCode),
    enterpriseName: enterprise?.name ?? '',
    programme: programme.name,
    months,
    dueOn,
    closesOn,
    phase: phaseOf(ask, plainDateInWib(now.getTime())),
    withExport: asksForExport(programme.topic),
    answers: counts?.answers ?? null,
    pending:
      counts && waitsForOwner(counts)
        ? {
            answerId: counts.answerId,
            answers: counts.answers,
            answeredOn: counts.answeredOn,
            via: counts.via,
          }
        : null,
  };
}
