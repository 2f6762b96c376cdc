import type { CommandContext } from '#platform/command.server.ts';
import { findPairOf, setAsideUnlike } from '../pair-store.server.ts';

/** Whether these two are, or were, somebody's or the linkage's business already. */
export async function isPairKnown(
  { trx, officeCode }: CommandContext,
  one: string,
  other: string,
): Promise<boolean> {
  const pair = await findPairOf(trx, officeCode, one, other);
  if (!pair || pair.status === 'proposed') return false;
  // It looked alike no more: as if nobody had thought of it.
  return !(pair.status === 'set_aside' && pair.probability === 0);
}

/** Takes back that somebody named these two as one: where the linkage has found them alike since, the pair waits on. */
export async function withdrawPair(
  { trx, officeCode }: CommandContext,
  one: string,
  other: string,
): Promise<void> {
  const pair = await findPairOf(trx, officeCode, one, other);
  if (pair?.status === 'open' && pair.steps.length === 0)
    await setAsideUnlike(trx, officeCode, [pair.pairId]);
}
