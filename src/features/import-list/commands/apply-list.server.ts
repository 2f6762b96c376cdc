import { setImmediate as immediate } from 'node:timers/promises';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import { findTask } from '#platform/tasks/long-task.server.ts';
import type { PersonKey } from '#platform/vault/vault.server.ts';
import {
  addSourceEntries,
  insertRegisterRows,
  type ListUpdate,
  noRegisterRows,
  prepareMany,
  type RegisterRows,
  registerTouched,
  undoOf,
  updateFromList,
} from '../../register-enterprise/index.server.ts';
import { insertCandidatePairs } from '../../resolve-duplicates/index.server.ts';
import { type ImportRow, lockImport, updateImport } from '../import-store.server.ts';
import { insertUndo, listToApply, noteSaved, type RowToApply, savedUpTo } from '../match-store.server.ts';
import { takePairs } from '../pair-store.server.ts';
import { lanes } from '../rules/lanes.ts';
import { historyOf } from '../rules/merge-history.ts';
import { isUnchanged } from '../rules/merge-record.ts';
import { newEnterpriseOf, newOwnerOf } from '../rules/new-from-record.ts';
import { countDisposition, listMendedRows, markMended } from '../staged-store.server.ts';
import { decideRowsOf, likenessPolicy } from './decide-list.server.ts';
import { dropReadFile } from './drop-staged.server.ts';
import { openRow } from './list-key.server.ts';
import { finish, inBatch, type ListWork, listKey, OneAhead, TryAgain } from './list-work.server.ts';
import { mergeRows } from './merge-rows.server.ts';

const batchRows = 2_000;
const portion = 100;

/** A batch made ready: rows of new enterprises as they will stand in the register's tables. */
type Prepared = { rows: readonly RowToApply[]; made: RegisterRows };

/**
 * Saves the good rows in the register, in lanes side by side and batch by batch, each with its progress in one
 * transaction: killed and started again it goes on behind the last whole batch of each lane, and every row is there
 * once. While one batch is written the next is made ready.
 */
export async function applyList(work: ListWork): Promise<void> {
  const { list } = work;
  await decideAnewIfStale(work);
  const progress = await inBatch(work, 'applying', async ({ trx, officeCode }) => ({
    saved: (list.taskId ? await findTask(trx, officeCode, list.taskId) : undefined)?.doneCount ?? 0,
  }));
  const ends = await Promise.allSettled(lanes.map((lane) => applyLane(work, lane, progress)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  await queuePairs(work);
  await inBatch(work, 'applying', async (context) => {
    await countMended(context, list);
    const { new: added = 0, changed = 0 } = list.counts?.actions ?? {};
    await context.audit({
      action: 'list.saved',
      subject: { kind: 'import', id: list.importId },
      details: { added, changed },
    });
    return finish(context, list, { status: 'applied', appliedAt: context.now });
  });
  await dropReadFile(work);
}

/**
 * Between looking and saving the register may have changed: another list was saved or taken back, somebody registered
 * one of these by hand. The office may have changed what the machine may join, too. Then what saving does is decided anew, before the first row.
 */
async function decideAnewIfStale(work: ListWork): Promise<void> {
  const { list } = work;
  const isStale = await inBatch(work, 'applying', async (context) => {
    const { trx, officeCode } = context;
    for (const lane of lanes) if ((await savedUpTo(trx, list, lane)) > 0) return false;
    const { joins, leastProbability } = await likenessPolicy(context);
    const before = list.counts?.likenessPolicy;
    if (before?.joins !== joins || before.leastProbability !== leastProbability) return true;
    return (await registerTouched(trx, officeCode)) !== list.decidedAsOf;
  });
  if (!isStale || !list.counts) return;
  const { decidedAsOf, ...decided } = await decideRowsOf(work, 'applying');
  list.counts = { ...list.counts, ...decided };
  await inBatch(work, 'applying', ({ trx, officeCode }) =>
    updateImport(trx, officeCode, list.importId, { counts: list.counts!, decidedAsOf }),
  );
}

async function applyLane(work: ListWork, lane: number, progress: { saved: number }): Promise<void> {
  const ahead = new OneAhead();
  let after = await inBatch(work, 'applying', ({ trx }) => savedUpTo(trx, work.list, lane));
  try {
    for (;;) {
      const prepared = await prepare(work, lane, after);
      const last = prepared.rows.at(-1);
      if (!last) break;
      const from = after;
      await ahead.start(() => save(work, prepared, { lane, from, progress }));
      after = last.rowNumber;
    }
    await ahead.end();
  } finally {
    await ahead.settle();
  }
}

const originOf = ({ sourceListId, asOf }: ImportRow) => ({ sourceListId: sourceListId!, observedOn: asOf });

/** Opened and encrypted in small portions, so that the batch being written is never kept waiting for long. */
async function prepare(work: ListWork, lane: number, after: number): Promise<Prepared> {
  const { services, actor, list } = work;
  return inOneTransaction(services, actor, async (context) => {
    const rows = await listToApply(context.trx, list, { lane, after, limit: batchRows });
    const made = noRegisterRows();
    const news = rows.filter(({ action }) => action === 'new');
    const key = await listKey(context, list.importId);
    for (let at = 0; at < news.length; at += portion) {
      prepareNew(context, list, key, news.slice(at, at + portion), made);
      await immediate();
    }
    return { rows, made };
  });
}

function prepareNew(
  context: CommandContext,
  list: ImportRow,
  key: PersonKey,
  rows: readonly RowToApply[],
  into: RegisterRows,
): void {
  const { sourceListId, observedOn } = originOf(list);
  const opened = rows.map((row) => ({ row, ...openRow(context.vault, key, row.rowNumber, row.sealed) }));
  prepareMany(
    context,
    {
      owners: opened.flatMap(({ row, record }) => (row.makesOwner ? [newOwnerOf(record, row.ownerId!)] : [])),
      enterprises: opened.map(({ row, record }) =>
        newEnterpriseOf(
          record,
          { enterpriseId: row.enterpriseId!, ownerId: row.ownerId },
          { sourceListId, row: row.sheetRow, asOf: observedOn },
        ),
      ),
    },
    { via: 'import', sourceKind: 'list', sourceListId },
    into,
  );
}

/** One batch into the register. Should a batch of a try before have been saved meanwhile, it begins anew behind it. */
async function save(
  work: ListWork,
  { rows, made }: Prepared,
  { lane, from, progress }: { lane: number; from: number; progress: { saved: number } },
): Promise<void> {
  const { list } = work;
  await inBatch(
    work,
    'applying',
    async (context) => {
      if ((await savedUpTo(context.trx, list, lane)) !== from) throw new TryAgain('another try was ahead');
      await insertRegisterRows(context.trx, made);
      await saveMatched(context, list, rows);
      await noteMended(context, list, rows);
      await noteSaved(context.trx, list, lane, rows.at(-1)!.rowNumber);
    },
    () => {
      progress.saved += rows.length;
      return { step: 'saving', doneCount: progress.saved };
    },
  );
}

async function saveMatched(
  context: CommandContext,
  list: ImportRow,
  rows: readonly RowToApply[],
): Promise<void> {
  const { trx, officeCode, vault } = context;
  const matched = rows.flatMap(({ action, enterpriseId, ...row }) =>
    action === 'new' || enterpriseId === null ? [] : [{ ...row, enterpriseId }],
  );
  if (matched.length === 0) return;
  const merged = await mergeRows(context, list, matched, true);
  const changing = [...merged].filter(([, one]) => !isUnchanged(one.merged));
  const seen = new Set<string | null>();
  const updates = changing.map(([, { known, merged: all }]): ListUpdate => {
    // Two enterprises of one owner in a batch: what the list says of the owner is taken from the first.
    const brought = seen.has(known.ownerId) ? { ...all, owner: {}, phones: [] } : all;
    seen.add(known.ownerId);
    const { kept: _kept, ...values } = brought;
    return { enterpriseId: known.enterpriseId, ...values, changes: historyOf(known, brought) };
  });
  const known = new Map([...merged.values()].map((one) => [one.known.enterpriseId, one.known]));
  const added = await updateFromList(context, known, updates, originOf(list));
  const key = await listKey(context, list.importId);
  await insertUndo(
    trx,
    { officeCode, importId: list.importId },
    changing.map(([rowNumber, one], at) => ({
      rowNumber,
      enterpriseId: one.known.enterpriseId,
      sealed: vault.encrypt(
        key,
        `undo ${rowNumber}`,
        JSON.stringify(undoOf(one.known, updates[at]!, added[at]!)),
      ),
    })),
  );
  await addSourceEntries(
    trx,
    officeCode,
    originOf(list).sourceListId,
    matched
      .filter(({ enterpriseId }) => known.has(enterpriseId))
      .map(({ enterpriseId, sheetRow, sourceKey }) => ({ enterpriseId, sourceRow: sheetRow, sourceKey })),
  );
}

/** What the rows look like is for a person to look at, now that they are in the register. */
async function queuePairs(work: ListWork): Promise<void> {
  for (let left = 1; left > 0; ) {
    left = await inBatch(work, 'applying', async (context) => {
      const pairs = await takePairs(context.trx, work.list, batchRows);
      await insertCandidatePairs(context, pairs, { foundBy: 'list' });
      return pairs.length;
    });
  }
}

/** Rows of the list that this one mends have come in now. */
async function noteMended(
  { trx, officeCode }: CommandContext,
  { importId, mendsImportId }: ImportRow,
  rows: readonly RowToApply[],
): Promise<void> {
  if (mendsImportId === null) return;
  const mended = await listMendedRows(
    trx,
    { officeCode, importId },
    rows.map(({ rowNumber }) => rowNumber),
  );
  await markMended(
    trx,
    { officeCode, importId: mendsImportId },
    mended.flatMap(({ mendsRow }) => mendsRow ?? []),
  );
}

/** The list that was mended says how many of its rejected rows have come in since. */
async function countMended({ trx, officeCode }: CommandContext, { mendsImportId }: ImportRow): Promise<void> {
  const first = mendsImportId === null ? null : await lockImport(trx, officeCode, mendsImportId);
  if (!first?.counts) return;
  const mended = await countDisposition(trx, first, 'mended');
  await updateImport(trx, officeCode, first.importId, { counts: { ...first.counts, mended } });
}
