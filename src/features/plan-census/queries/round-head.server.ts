import type { QueryContext } from '#platform/command.server.ts';
import { roundInReach } from '../commands/find-round.server.ts';
import type { RoundStatus } from '../rules/round-view.ts';

export type RoundHeadView = { roundId: string; name: string; status: RoundStatus };

/** What the frame of a round's pages needs; null where there is none. */
export async function roundHead(context: QueryContext, roundId: string): Promise<RoundHeadView | null> {
  const round = await roundInReach(context, roundId);
  return round && { roundId, name: round.name, status: round.status };
}
