import type { CommandContext } from '#platform/command.server.ts';
import { type FoundBy, type PairToInsert, upsertPairs } from '../pair-store.server.ts';
import { getPolicy } from '../policy-store.server.ts';
import { bandOf } from '../rules/false-merge-target.ts';
import type { FoundPair } from '../rules/likeness-pairs.ts';
import { mergeNewSurePairs } from './release-sure-pairs.server.ts';

export type Insertion = {
  foundBy: FoundBy;
  runId?: string | null;
  /** Shown as what a run would bring, and in the queue only once a person takes the run over. */
  proposed?: boolean;
};

/** Pairs written by one statement. */
const BATCH = 1_000;

/**
 * Puts pairs into the queue, in the caller's transaction. May be repeated: what was decided stays decided, and what
 * waits is brought up to date. Sorted into bands by the office's policy; where the pile is released, new sure pairs
 * are merged by a job once this is saved.
 */
export async function insertCandidatePairs(
  context: CommandContext,
  pairs: readonly FoundPair[],
  { foundBy, runId = null, proposed = false }: Insertion,
): Promise<{ inserted: number; renewed: number }> {
  const { trx, officeCode, now, newId } = context;
  const { falseMergeTarget } = await getPolicy(trx, officeCode);
  const rows = new Map<string, PairToInsert>();
  for (const { one, other, ...pair } of pairs) {
    if (one === other) continue;
    const [leftId, rightId] = one < other ? [one, other] : [other, one];
    const key = `${leftId} ${rightId}`;
    const known = rows.get(key);
    if (known && known.weight >= pair.weight) continue;
    rows.set(key, {
      ...pair,
      pairId: newId(),
      leftId,
      rightId,
      band: bandOf(pair, falseMergeTarget),
      status: proposed ? 'proposed' : 'open',
      runId,
      foundBy,
    });
  }
  const all = [...rows.values()];
  const total = { inserted: 0, renewed: 0 };
  let sure = 0;
  for (let at = 0; at < all.length; at += BATCH) {
    const written = await upsertPairs(trx, officeCode, all.slice(at, at + BATCH), now);
    total.inserted += written.inserted;
    total.renewed += written.renewed;
    sure += written.sure;
  }
  if (sure > 0 && !proposed) await mergeNewSurePairs(context);
  return total;
}
