import type { CommandContext } from '#platform/command.server.ts';
import { insertSourceList, type SourceListColumns } from '../source-list-store.server.ts';

/** Names a list as a source of the register, inside the caller's transaction. */
export async function createSourceList(
  { trx, officeCode, now, actor, newId }: CommandContext,
  list: Omit<SourceListColumns, 'createdAt' | 'createdBy' | 'withdrawnAt'>,
): Promise<string> {
  const sourceListId = newId();
  await insertSourceList(trx, officeCode, sourceListId, {
    ...list,
    createdAt: now,
    createdBy: actor.name,
    withdrawnAt: null,
  });
  return sourceListId;
}
