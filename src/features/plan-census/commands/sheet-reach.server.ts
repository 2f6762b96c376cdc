import { isOfWholeOffice } from '#kernel/actor.ts';
import { isId } from '#kernel/id.ts';
import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import { findRound, type RoundRow } from '../round-store.server.ts';

/** Whether the person may see and key the sheets of a village: of the whole office, or of an area it lies in. */
export function reachesVillage(
  context: Pick<CommandContext, 'scopes' | 'officeCode'>,
  villageCode: string | null,
): boolean {
  if (isOfWholeOffice(context)) return true;
  return context.scopes.some(
    ({ kind, code }) =>
      (kind === 'district' || kind === 'village') &&
      villageCode !== null &&
      (villageCode === code || villageCode.startsWith(`${code}.`)),
  );
}

/** The round, for whoever may see sheets of it; which villages is asked of each. */
export async function roundOfSheets(
  context: CommandContext | QueryContext,
  roundId: string,
  lock = false,
): Promise<RoundRow | null> {
  const mayLook =
    isOfWholeOffice(context) || context.scopes.some(({ kind }) => kind === 'district' || kind === 'village');
  return isId(roundId) && mayLook ? findRound(context.trx, context.officeCode, roundId, lock) : null;
}
