import type { CommandContext } from '#platform/command.server.ts';
import { countStaying, listUntouched, markWithdrawn } from '../list-withdrawal-store.server.ts';
import { listRedirects } from '../merge-store.server.ts';
import { undoMerge } from './undo-merge.server.ts';

/**
 * Takes enterprises that a list made out of sight, in the caller's transaction, unless somebody worked on them since.
 * One that was led to another is led back first, so that nothing of the list stays behind there. Answers how many stay.
 */
export async function withdrawUntouched(
  context: CommandContext,
  { sourceListId, enterpriseIds }: { sourceListId: string; enterpriseIds: readonly string[] },
): Promise<number> {
  const { trx, officeCode, now } = context;
  const untouched = await listUntouched(trx, officeCode, { sourceListId, enterpriseIds });
  for (const { mergeId } of await listRedirects(trx, officeCode, 'enterprise', untouched))
    await undoMerge(context, { mergeId });
  await markWithdrawn(trx, officeCode, { sourceListId, enterpriseIds: untouched, at: now });
  return countStaying(trx, officeCode, enterpriseIds);
}
