import type { CommandContext } from '#platform/command.server.ts';
import { listRecordsForLists } from '../../register-enterprise/index.server.ts';
import { insertCandidatePairs, isPairKnown } from '../../resolve-duplicates/index.server.ts';

/**
 * For whoever looks through possible duplicates: an enumerator says that two are one. Answers whether nobody had thought
 * of it; what linkage holds for and against the two says more than this, and stays.
 */
export async function pairWith(
  context: CommandContext,
  one: string,
  other: string,
  villageCode: string | null,
): Promise<boolean> {
  const { trx, officeCode } = context;
  const both = await listRecordsForLists(trx, officeCode, [other], false);
  if (!both.has(other) || (await isPairKnown(context, one, other))) return false;
  await insertCandidatePairs(
    context,
    [{ one, other, weight: 0, probability: 0.5, suggests: 'same', steps: [], conflict: null, villageCode }],
    { foundBy: 'phone' },
  );
  return true;
}
