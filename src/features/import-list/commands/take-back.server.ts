import type { CommandContext } from '#platform/command.server.ts';
import {
  type ListUndo,
  markListWithdrawn,
  removeSourceEntries,
  takeBackFromList,
  withdrawUntouched,
} from '../../register-enterprise/index.server.ts';
import { setAsideGone } from '../../resolve-duplicates/index.server.ts';
import { type ImportRow, listImports, lockImport, updateImport } from '../import-store.server.ts';
import { listEnterprisesOf, takeUndos } from '../match-store.server.ts';
import type { RowAction } from '../rules/import-kinds.ts';
import { finish, inBatch, type ListWork, listKey } from './list-work.server.ts';

const batchRows = 1_000;
const undosAtOnce = 200;

/**
 * Takes a saved list out of the register again: what it changed gets its value from before, what it made goes out of
 * sight. Whatever somebody worked on since stays, and is counted. Sheets of mended rows go with their list.
 */
export async function takeBackList(work: ListWork): Promise<void> {
  const { list } = work;
  const sourceListId = list.sourceListId!;
  const parts = await inBatch(work, 'taking_back', async ({ trx, officeCode, now }) => {
    await markListWithdrawn(trx, officeCode, sourceListId, now);
    const mended = await listImports(trx, officeCode, { mends: list.importId, limit: 1_000 });
    return [
      list.importId,
      ...mended.filter(({ status }) => status === 'applied').map(({ importId }) => importId),
    ];
  });
  const counts = list.counts as NonNullable<ImportRow['counts']>;
  let kept = counts.kept ?? 0;
  for (const importId of parts) {
    for (;;) {
      const left = await inBatch(work, 'taking_back', async (context) => {
        const { trx, officeCode, vault } = context;
        const undos = await takeUndos(trx, { officeCode, importId }, undosAtOnce);
        const key = await listKey(context, importId);
        kept += await takeBackFromList(
          context,
          sourceListId,
          undos.map(
            ({ rowNumber, sealed }) =>
              JSON.parse(vault.decrypt(key, `undo ${rowNumber}`, sealed)) as ListUndo,
          ),
        );
        await updateImport(trx, officeCode, list.importId, { counts: { ...counts, kept } });
        return undos.length;
      });
      if (left === 0) break;
    }
    await leaveList(work, importId, sourceListId);
    kept += await withdrawMade(work, importId, sourceListId);
  }
  await inBatch(work, 'taking_back', async (context) => {
    const { trx, officeCode, now } = context;
    for (const importId of parts.slice(1)) {
      await lockImport(trx, officeCode, importId);
      await updateImport(trx, officeCode, importId, { status: 'taken_back', takenBackAt: now });
    }
    return finish(context, list, {
      status: 'taken_back',
      takenBackAt: now,
      counts: { ...counts, kept },
    });
  });
}

/** Does something with the enterprises that rows of these actions are, batch by batch in the order of the list. */
async function inBatchesOf(
  work: ListWork,
  importId: string,
  actions: readonly RowAction[],
  each: (context: CommandContext, enterpriseIds: string[]) => Promise<void>,
): Promise<void> {
  let after = 0;
  for (;;) {
    const last: number | null = await inBatch(
      work,
      'taking_back',
      async (context) => {
        const { trx, officeCode } = context;
        const range = { actions, after, limit: batchRows };
        const rows = await listEnterprisesOf(trx, { officeCode, importId }, range);
        await each(
          context,
          rows.map(({ enterpriseId }) => enterpriseId),
        );
        return rows.at(-1)?.rowNumber ?? null;
      },
      (rowNumber) => (rowNumber === null ? {} : { step: 'taking_back', doneCount: rowNumber }),
    );
    if (last === null) return;
    after = last;
  }
}

/** Enterprises that were there before no longer stand on the list, changed by it or not. */
async function leaveList(work: ListWork, importId: string, sourceListId: string): Promise<void> {
  await inBatchesOf(work, importId, ['changed', 'unchanged'], ({ trx, officeCode }, ids) =>
    removeSourceEntries(trx, officeCode, sourceListId, ids),
  );
}

/** Answers how many of the enterprises that the list made stay. */
async function withdrawMade(work: ListWork, importId: string, sourceListId: string): Promise<number> {
  let kept = 0;
  await inBatchesOf(work, importId, ['new'], async (context, enterpriseIds) => {
    kept += await withdrawUntouched(context, { sourceListId, enterpriseIds });
    await setAsideGone(context, enterpriseIds);
  });
  return kept;
}
