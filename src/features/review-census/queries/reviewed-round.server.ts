import { isOfWholeOffice } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findRound, type RoundRow } from '../../plan-census/index.server.ts';
import type { ReviewedRound } from '../rules/review-view.ts';

/** The round, where the person may see it. */
export async function roundToReview(context: QueryContext, roundId: string): Promise<RoundRow | null> {
  if (!isId(roundId) || !isOfWholeOffice(context)) return null;
  return findRound(context.trx, context.officeCode, roundId);
}

export const headOf = ({ roundId, name, status, startsOn, endsOn }: RoundRow): ReviewedRound => ({
  roundId,
  name,
  status,
  startsOn,
  endsOn,
});
