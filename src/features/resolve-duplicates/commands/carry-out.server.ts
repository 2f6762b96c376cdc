import { done, type Outcome, refused } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import {
  chooseSurvivorOf,
  mergeEnterprises,
  mergeOwners,
  recordsSideBySide,
} from '../../register-enterprise/index.server.ts';
import { insertLabel } from '../label-store.server.ts';
import { type PairRow, updatePair } from '../pair-store.server.ts';
import { closeQuestion, insertQuestion } from '../question-store.server.ts';
import { type Decision, mergesEnterprises } from '../rules/decisions.ts';
import { patternOf } from '../rules/evidence.ts';
import type { LabelSource } from '../rules/label-source.ts';
import { statusAfter } from '../rules/pair-state.ts';
import type { Side } from '../rules/side.ts';
import { settleBeside, standingEnds } from './settle-pairs.server.ts';

export type DecisionToCarryOut = {
  decision: Decision;
  /** Whose values stand where both become one; by rule when left out. */
  survivor?: Side | undefined;
  note?: string | undefined;
  /** Null: the machine merges what is sure; it teaches nothing. */
  source: LabelSource | null;
};

export type CarriedOut = { pairId: string; decision: Decision; mergeId: string | null };

/**
 * Does what a decision of a held pair says: merges records or owners, asks the kelurahan, keeps what it teaches, and
 * settles the pairs that have nothing left to ask.
 */
export async function carryOut(
  context: CommandContext,
  pair: PairRow,
  { decision, survivor, note, source }: DecisionToCarryOut,
): Promise<Outcome<CarriedOut>> {
  const { trx, officeCode, now, actor, newId } = context;
  const { pairId } = pair;
  const status = statusAfter(pair.status, decision === 'unsure' ? 'ask' : 'decide');
  if (status === null) return refused('wrong_state');
  const ends = await standingEnds(context, pair);
  if (ends === null) return refused('not_found', { details: { why: 'gone' } });
  if (ends.leftId === ends.rightId) return refused('wrong_state', { details: { why: 'one_already' } });
  const merged = await merge(context, pairId, { ...ends, decision, survivor });
  if (!merged.ok) return merged;
  const { mergeId } = merged.value;
  await updatePair(trx, officeCode, pairId, {
    status,
    decision,
    decidedAt: now,
    decidedBy: actor.name,
    decidedById: actor.kind === 'system' ? null : actor.id,
    note: note ?? null,
    mergeId,
  });
  if (source !== null)
    await insertLabel(trx, officeCode, {
      labelId: newId(),
      pairId,
      decision,
      pattern: patternOf(pair.steps),
      source,
      at: now,
      by: actor.name,
      byId: actor.kind === 'system' ? null : actor.id,
    });
  if (decision === 'unsure') {
    const kind = pair.suggests === 'same_owner' ? 'same_owner' : 'same_enterprise';
    await insertQuestion(trx, officeCode, {
      questionId: newId(),
      pairId,
      villageCode: pair.villageCode,
      kind,
      askedAt: now,
      askedBy: actor.name,
    });
  } else {
    if (pair.status === 'asked')
      await closeQuestion(trx, officeCode, pairId, { answer: decision, at: now, by: actor.name });
    await settleBeside(context, pairId, ends);
  }
  await context.audit({
    action: decision === 'unsure' ? 'pair.asked' : 'pair.decided',
    subject: { kind: 'pair', id: pairId },
    details: { decision, ...(mergeId ? { mergeId } : {}), ...(source ? { source } : {}) },
  });
  return done({ pairId, decision, mergeId });
}

async function merge(
  context: CommandContext,
  pairId: string,
  {
    leftId,
    rightId,
    decision,
    survivor,
  }: { leftId: string; rightId: string; decision: Decision; survivor: Side | undefined },
): Promise<Outcome<{ mergeId: string | null }>> {
  if (!mergesEnterprises(decision) && decision !== 'same_owner') return done({ mergeId: null });
  const records = await recordsSideBySide(context, [leftId, rightId]);
  const [left, right] = [records.get(leftId), records.get(rightId)];
  if (!left || !right) return refused('not_found', { details: { why: 'gone' } });
  const side = survivor ?? (chooseSurvivorOf(left, right) === left ? 'left' : 'right');
  const [stays, goes] = side === 'left' ? [left, right] : [right, left];
  if (mergesEnterprises(decision)) {
    const merged = await mergeEnterprises(context, {
      survivorId: stays.enterpriseId,
      mergedId: goes.enterpriseId,
      kind: decision,
      pairId,
    });
    // Somebody was at another pair of the same records a moment ago.
    if (merged.ok && merged.value.isRepeated)
      return refused('wrong_state', { details: { why: 'one_already' } });
    return merged;
  }
  if (stays.ownerId === null || goes.ownerId === null || stays.ownerId === goes.ownerId)
    return done({ mergeId: null });
  const merged = await mergeOwners(context, { survivorId: stays.ownerId, mergedId: goes.ownerId, pairId });
  // They are one person already: nothing of this pair's to take back.
  return merged.ok && merged.value.isRepeated ? done({ mergeId: null }) : merged;
}
