import type { KeptRefusal } from '../import-store.server.ts';
import type { WorkingStatus } from '../rules/import-kinds.ts';
import { dropListFile, dropStaged } from './drop-staged.server.ts';
import { finish, inBatch, type ListWork } from './list-work.server.ts';

/**
 * A file that cannot be read, perhaps only found out late in it: rows and key go, the file too, and the person is
 * told why and what to do.
 */
export async function refuseList(work: ListWork, during: WorkingStatus, refusal: KeptRefusal): Promise<void> {
  const { list } = work;
  await inBatch(work, during, async (context) => {
    await dropStaged(context, list.importId);
    return finish(context, list, { status: 'refused', refusal });
  });
  await dropListFile(work);
}
