import { isOfWholeOffice } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { reachesVillage } from '../commands/sheet-reach.server.ts';
import { listRounds } from '../round-store.server.ts';
import { countByVillage } from '../row-store.server.ts';
import { sumNumbers } from '../rules/round-numbers.ts';
import type { RoundLine } from '../rules/round-view.ts';

/**
 * Rounds of the office, newest first, with how far each is; for whoever answers for an area those that run there, counted
 * there.
 */
export async function roundLines(context: QueryContext): Promise<RoundLine[]> {
  const { trx, officeCode } = context;
  const sees = isOfWholeOffice(context);
  const lines: RoundLine[] = [];
  for (const { roundId, name, startsOn, endsOn, status, target } of await listRounds(trx, officeCode)) {
    const counted = await countByVillage(trx, { office: officeCode, roundId });
    const own = counted.filter(({ villageCode }) => reachesVillage(context, villageCode));
    if (!sees && (own.length === 0 || status !== 'running')) continue;
    const numbers = sumNumbers(own);
    const visited = numbers.submitted + numbers.approved;
    lines.push({ roundId, name, startsOn, endsOn, status, target, listed: numbers.listed, visited });
  }
  return lines;
}
