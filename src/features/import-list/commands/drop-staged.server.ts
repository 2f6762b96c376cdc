import type { CommandContext } from '#platform/command.server.ts';
import { deleteListKey } from '../import-store.server.ts';
import { deleteStaged } from '../staged-store.server.ts';

/** Forgets the rows of a list that will not come in, and the key that could read them. */
export async function dropStaged({ trx, officeCode }: CommandContext, importId: string): Promise<void> {
  await deleteStaged(trx, { officeCode, importId });
  await deleteListKey(trx, officeCode, importId);
}
