import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { undoMerge } from '../../register-enterprise/index.server.ts';
import { pairIdInput } from '../input.ts';
import { undoLabels } from '../label-store.server.ts';
import { lockPair, type PairRow, reopenSettled, updatePair } from '../pair-store.server.ts';
import { pairPermissions } from '../permissions.ts';
import { closeQuestion } from '../question-store.server.ts';
import { statusAfter } from '../rules/pair-state.ts';

/** Takes a decision back: what was merged stands apart again, and the pair waits as before. */
export const undoDecision = defineCommand({
  name: 'pair.undo',
  permission: pairPermissions['pair.decide'],
  input: pairIdInput,
  async run(context, { pairId }) {
    const { trx, officeCode } = context;
    const pair = isOfWholeOffice(context) ? await lockPair(trx, officeCode, pairId) : null;
    if (!pair || pair.status === 'proposed') return refused('not_found');
    if (pair.status === 'open') return refused('already_done');
    return takeBack(context, pair);
  },
});

/** As the command, for a pair that is held already. */
export async function takeBack(context: CommandContext, pair: PairRow): Promise<Outcome<{ pairId: string }>> {
  const { trx, officeCode, now, actor } = context;
  const { pairId, mergeId, decision } = pair;
  const status = statusAfter(pair.status, 'undo');
  if (status === null) return refused('wrong_state');
  if (mergeId !== null) {
    const undone = await undoMerge(context, { mergeId });
    if (!undone.ok) return undone;
  }
  await updatePair(trx, officeCode, pairId, {
    status,
    decision: null,
    decidedAt: null,
    decidedBy: null,
    decidedById: null,
    note: null,
    mergeId: null,
    // What the machine merged and a person took apart is never merged by itself again.
    ...(pair.decidedById === null ? { band: 'review', conflict: 'undone' } : {}),
  });
  await undoLabels(trx, officeCode, pairId, now);
  await reopenSettled(trx, officeCode, pairId);
  await closeQuestion(trx, officeCode, pairId, { answer: 'withdrawn', at: now, by: actor.name });
  await context.audit({
    action: 'pair.decision_undone',
    subject: { kind: 'pair', id: pairId },
    details: { decision, ...(mergeId ? { mergeId } : {}) },
  });
  return done({ pairId });
}
