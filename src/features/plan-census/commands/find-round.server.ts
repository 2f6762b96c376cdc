import { isOfWholeOffice } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import { findRound, type RoundRow } from '../round-store.server.ts';

/** The round, where the person may see it; `lock`: held until the transaction ends. */
export async function roundInReach(
  context: CommandContext | QueryContext,
  roundId: string,
  lock = false,
): Promise<RoundRow | null> {
  if (!isId(roundId) || !isOfWholeOffice(context)) return null;
  return findRound(context.trx, context.officeCode, roundId, lock);
}
