import type { CommandContext } from '#platform/command.server.ts';
import {
  countStaying,
  listOwnersLeft,
  listUntouched,
  markWithdrawn,
} from '../list-withdrawal-store.server.ts';
import { listMergesTouching } from '../merge-store.server.ts';
import { undoMerge } from './undo-merge.server.ts';

/**
 * Takes enterprises that a list made out of sight, in the caller's transaction, unless somebody worked on them since.
 * What was led to another or had others led to it is parted from them first, and its owner likewise, so that nothing of
 * the list stays behind. Answers how many stay.
 */
export async function withdrawUntouched(
  context: CommandContext,
  { sourceListId, enterpriseIds }: { sourceListId: string; enterpriseIds: readonly string[] },
): Promise<number> {
  const { trx, officeCode, now } = context;
  const untouched = await listUntouched(trx, officeCode, { sourceListId, enterpriseIds });
  for (const mergeId of await listMergesTouching(trx, officeCode, 'enterprise', untouched))
    await undoMerge(context, { mergeId });
  await markWithdrawn(trx, officeCode, { sourceListId, enterpriseIds: untouched, at: now });
  const owners = await listOwnersLeft(trx, officeCode, untouched);
  for (const mergeId of await listMergesTouching(trx, officeCode, 'owner', owners))
    await undoMerge(context, { mergeId });
  return countStaying(trx, officeCode, enterpriseIds);
}
