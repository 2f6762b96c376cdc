import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import { deleteListKey, updateImport } from '../import-store.server.ts';
import { deleteStaged } from '../staged-store.server.ts';
import type { ListWork } from './list-work.server.ts';

/** Forgets the rows of a list that will not come in, and the key that could read them. */
export async function dropStaged({ trx, officeCode }: CommandContext, importId: string): Promise<void> {
  await deleteStaged(trx, { officeCode, importId });
  await deleteListKey(trx, officeCode, importId);
}

/** Once a list is saved its cells stand sealed, and the open file goes. Photos of paper stay as the source. */
export async function dropReadFile(work: ListWork): Promise<void> {
  if (work.list.entry !== 'typed') await dropListFile(work);
}

/** The file that a list came as, or the photos it was typed from, go; the list says so. */
export async function dropListFile({ services, actor, list }: ListWork): Promise<void> {
  if (list.storageKey === null) return;
  const further = list.inspection?.pages?.map(({ storageKey }) => storageKey) ?? [];
  for (const key of new Set([list.storageKey, ...further])) await services.files.remove(key);
  await inOneTransaction(services, actor, ({ trx, officeCode }) =>
    updateImport(trx, officeCode, list.importId, { storageKey: null }),
  );
}
