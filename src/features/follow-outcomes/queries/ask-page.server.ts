import { isOfWholeOffice, may } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findIntake, findProgramme } from '../../plan-programme/index.server.ts';
import { listToReach, standingWithinReach } from '../../register-enterprise/index.server.ts';
import { listAnswers } from '../answer-store.server.ts';
import { findAsk } from '../ask-store.server.ts';
import { linkOf } from '../commands/outcome-link.server.ts';
import { outcomePermissions } from '../permissions.ts';
import { phaseOf } from '../rules/ask-calendar.ts';
import { standingOf } from '../rules/counting-answer.ts';
import { asksForExport } from '../rules/outcome-questions.ts';
import type { AskView } from '../rules/outcome-view.ts';

/** One ask with all that was answered; null where there is none, or out of the person's reach. */
export async function askPage(context: QueryContext, askId: string): Promise<AskView | null> {
  const { trx, officeCode, now, vault, actor } = context;
  const ask = isId(askId) ? await findAsk(trx, officeCode, askId) : null;
  const standing = ask && (await standingWithinReach(context, ask.enterpriseId));
  if (!ask || !standing) return null;
  const intake = (await findIntake(trx, officeCode, ask.intakeId))!;
  const programme = (await findProgramme(trx, officeCode, intake.programmeId))!;
  const [enterprise] = await listToReach(trx, officeCode, [standing.enterpriseId]);
  const history = (await listAnswers(trx, officeCode, [askId])).get(askId) ?? [];
  const today = plainDateInWib(now.getTime());
  const mayAsk = isOfWholeOffice(context) && may(actor, outcomePermissions['outcome.ask']);
  const { months, dueOn, closesOn } = ask;
  return {
    askId,
    intake: {
      intakeId: intake.intakeId,
      name: intake.name,
      programmeId: intake.programmeId,
      programme: programme.name,
    },
    ...standing,
    village: enterprise?.villageName ?? null,
    months,
    dueOn,
    closesOn,
    phase: phaseOf(ask, today),
    standing: standingOf(ask, history, today),
    withExport: asksForExport(programme.topic),
    history,
    link: mayAsk ? linkOf(vault, officeCode, ask) : null,
    linkMadeAt: mayAsk ? ask.linkMadeAt : null,
  };
}
