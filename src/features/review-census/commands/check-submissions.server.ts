import { systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { groupByRound, listSubmissions, listTouchedSubmissions } from '../../survey-field/index.server.ts';
import { replaceChecks, type StoredCheck } from '../check-store.server.ts';
import { checkSubmission } from '../rules/quality-checks.ts';
import { factsOf } from './check-facts.server.ts';
import { loadRoundSurroundings, type RoundSurroundings } from './check-surroundings.server.ts';
import { settleSecondLooks } from './settle-second-looks.server.ts';

/** Checked in one transaction. */
const BATCH = 100;

/**
 * Runs the quick checks on what came in since `since`, and compares second looks with the first. May be repeated: what
 * the checks say now takes the place of what they said. Answers where to begin the next time.
 */
export async function checkSubmissions(
  services: Services,
  officeCode: string,
  since: number,
  signal?: AbortSignal,
): Promise<{ horizon: number; checked: number }> {
  const { horizon, submissionIds } = await inOneTransaction(
    services,
    systemActor(officeCode, 'Pemeriksaan'),
    ({ trx }) => listTouchedSubmissions(trx, officeCode, since),
  );
  await checkThese(services, officeCode, submissionIds, signal);
  return { horizon, checked: submissionIds.length };
}

/** The same for these submissions, at once: before many are taken over unseen. */
export async function checkThese(
  services: Services,
  officeCode: string,
  submissionIds: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const actor = systemActor(officeCode, 'Pemeriksaan');
  // What a whole round says is read once, however many came in.
  const rounds = new Map<string, RoundSurroundings>();
  for (let at = 0; at < submissionIds.length; at += BATCH) {
    signal?.throwIfAborted();
    const batch = submissionIds.slice(at, at + BATCH);
    await inOneTransaction(services, actor, async (context) => {
      for (const [roundId, own] of await groupByRound(context.trx, officeCode, batch)) {
        const round = rounds.get(roundId) ?? (await loadRoundSurroundings(context, roundId));
        rounds.set(roundId, round);
        await checkBatch(context, round, own);
      }
    });
  }
}

async function checkBatch(
  context: CommandContext,
  round: RoundSurroundings,
  ids: readonly string[],
): Promise<void> {
  const { trx, officeCode, now } = context;
  const submissions = await listSubmissions(trx, officeCode, ids);
  await settleSecondLooks(context, submissions);
  const checked = submissions.filter(({ verdict, isFinished }) => verdict !== null && isFinished);
  const facts = await factsOf(context, round, checked);
  const checks = checked.flatMap(({ submissionId }): StoredCheck[] => {
    const { submission, around } = facts(submissionId);
    return checkSubmission(submission, around).map(({ check, ...finding }) => ({
      submissionId,
      checkCode: check,
      ...finding,
    }));
  });
  await replaceChecks(trx, officeCode, ids, checks, now);
}
