import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { countToDoOf, findRound, listMembers, type RoundRow } from '../../plan-census/index.server.ts';
import { countWaitingOf, listApprovedOf, type SubmissionRow } from '../../survey-field/index.server.ts';
import { listApprovals } from '../decision-store.server.ts';
import { insertRecheck, listRechecks } from '../recheck-store.server.ts';
import { chooseRechecks } from '../rules/choose-rechecks.ts';

/** Before the last days of a round, so that somebody can still go. */
const LAST_DAYS = 7;

/**
 * Draws which of an enumerator's approved rows are visited again, now that one more is approved. What was drawn stays
 * drawn. Nobody is asked to look at what was found without a list, since there is no row to go back to; and once a
 * round is closed nobody goes anywhere.
 */
export async function drawRechecks(
  context: CommandContext,
  { roundId, userId }: SubmissionRow,
): Promise<void> {
  const { trx, officeCode } = context;
  const round = await findRound(trx, officeCode, roundId);
  if (round?.status !== 'running' || round.recheckShare === 0) return;
  const approvedIds = await listApprovedOf(trx, officeCode, { roundId, userId });
  const rows = (await listApprovals(trx, officeCode, approvedIds)).map(
    ({ submissionId, decidedAt, isOwnWork }) => ({
      rowId: submissionId,
      enumeratorId: userId,
      approvedAt: decidedAt.getTime(),
      selfChecked: isOwnWork,
    }),
  );
  const members = await listMembers(trx, { office: officeCode, roundId });
  const visitors = members
    .filter(({ duty, leftOn }) => duty === 'enumerator' && leftOn === null)
    .map((member) => member.userId);
  const chosen = chooseRechecks(rows, visitors, {
    seed: Number(BigInt.asUintN(32, BigInt(round.sampleSeed))),
    share: round.recheckShare,
    closing: await isClosing(context, round, userId),
    drawn: new Set((await listRechecks(trx, officeCode, approvedIds)).keys()),
  });
  for (const { rowId: submissionId, by } of chosen)
    await insertRecheck(trx, officeCode, {
      recheckId: context.newId(),
      submissionId,
      assignedTo: by,
      drawnAt: context.now,
    });
}

/** Whether a pile of this enumerator may never fill: nothing is left to be done or checked, or the round nears its end. */
async function isClosing(
  { trx, officeCode, now }: CommandContext,
  { roundId, endsOn }: RoundRow,
  userId: string,
): Promise<boolean> {
  if (plainDateInWib(now.getTime()) > addDays(endsOn, -LAST_DAYS)) return true;
  const of = { roundId, userId };
  return (await countToDoOf(trx, officeCode, of)) === 0 && (await countWaitingOf(trx, officeCode, of)) === 0;
}
