import { systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listUndoneMerges } from '../../register-enterprise/index.server.ts';
import { undoLabels } from '../label-store.server.ts';
import { lockPair, reopenSettled, updatePair } from '../pair-store.server.ts';
import { listMergedPairs, listSettledRecords, type MergedPair } from '../undone-store.server.ts';
import { setAsideGone } from './set-aside-gone.server.ts';

/**
 * Where a merge was undone in the register itself, on the profile, by a program or with a list that was taken back, the
 * pair whose decision it was waits for a person again, and the decision teaches nothing. May be run at any time.
 */
export async function reopenUndone(services: Services, officeCode: string): Promise<void> {
  await inOneTransaction(services, systemActor(officeCode, 'Gawangan'), async (context) => {
    const { trx } = context;
    const merged = await listMergedPairs(trx, officeCode);
    const mergeIds = merged.map(({ mergeId }) => mergeId);
    const undone = new Set(await listUndoneMerges(trx, officeCode, mergeIds));
    for (const pair of merged) if (undone.has(pair.mergeId)) await reopen(context, pair);
  });
}

async function reopen(context: CommandContext, { pairId, mergeId }: MergedPair): Promise<void> {
  const { trx, officeCode, now } = context;
  const pair = await lockPair(trx, officeCode, pairId);
  // Somebody took the decision back a moment ago.
  if (pair?.status !== 'decided' || pair.mergeId !== mergeId) return;
  await updatePair(trx, officeCode, pairId, {
    status: 'open',
    band: 'review',
    conflict: 'undone',
    decision: null,
    decidedAt: null,
    decidedBy: null,
    decidedById: null,
    note: null,
    mergeId: null,
  });
  await undoLabels(trx, officeCode, pairId, now);
  const settled = await listSettledRecords(trx, officeCode, pairId);
  await reopenSettled(trx, officeCode, pairId);
  await setAsideGone(context, [...new Set([pair.leftId, pair.rightId, ...settled])]);
  await context.audit({
    action: 'pair.decision_undone',
    subject: { kind: 'pair', id: pairId },
    details: { decision: pair.decision, mergeId },
  });
}
