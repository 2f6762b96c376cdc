import { isId } from '#kernel/id.ts';
import { expectedKbliVersion } from '#kernel/statutory/kbli.ts';
import { maskNik } from '#kernel/statutory/nik.ts';
import { maskPhone } from '#kernel/statutory/phone.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findTask, isStuck } from '#platform/tasks/long-task.server.ts';
import { listMissing, villageNames } from '../../register-enterprise/index.server.ts';
import { isOfWholeOffice } from '../commands/bring-in.server.ts';
import { openRow } from '../commands/list-key.server.ts';
import { findImport, findListKey, type ImportRow, listEarlier, listImports } from '../import-store.server.ts';
import { listEditionIds } from '../match-store.server.ts';
import type { ImportPage, ImportTask, MappingView, PreviewRow, RowFilter } from '../rules/import-view.ts';
import { rowFilters } from '../rules/import-view.ts';
import { countDisposition, listPreview, type PreviewedRow } from '../staged-store.server.ts';
import { asLine } from './import-list.server.ts';

const previewRows = 50;
const isFilter = (text: string | null): text is RowFilter =>
  (rowFilters as readonly (string | null)[]).includes(text);

/** Everything a page shows of one list, in whatever state it is; null when there is none. Numbers masked. */
export async function importPage(
  context: QueryContext,
  importId: string,
  asked: { filter: string | null; list: number | null },
): Promise<ImportPage | null> {
  const { trx, officeCode } = context;
  const list =
    isId(importId) && isOfWholeOffice(context) ? await findImport(trx, officeCode, importId) : null;
  if (!list) return null;
  const isStaged = ['staged', 'applying', 'applied'].includes(list.status);
  const filter = isStaged && isFilter(asked.filter) ? asked.filter : null;
  const preview = isStaged
    ? await previewOf(context, list, filter)
    : list.status === 'taken_back'
      ? await standing(context, list.sourceListId, [])
      : { rows: [], total: 0 };
  const previous = list.previousImportId ? await findImport(trx, officeCode, list.previousImportId) : null;
  const inspected = list.inspection?.lists[list.mapping?.list ?? asked.list ?? 0];
  return {
    ...asLine(list),
    legalBasis: list.legalBasis,
    byteSize: list.byteSize,
    sourceListId: list.sourceListId,
    previous: previous && { importId: previous.importId, name: previous.name, asOf: previous.asOf },
    refusal: list.refusal && { id: list.refusal.id, en: list.refusal.en },
    task: await taskOf(context, list),
    mapping: list.status === 'mapping' ? await mappingOf(context, list, asked.list) : null,
    damage: inspected?.sheets.flatMap(({ damage }) => damage) ?? [],
    filter,
    rows: preview.rows,
    rowsTotal: preview.total,
    mendedBy: (await listImports(trx, officeCode, { mends: importId, limit: 50 })).map(asLine),
    leftToMend: isStaged ? await countDisposition(trx, list, 'needs_mending') : 0,
  };
}

async function taskOf(
  { trx, officeCode, now }: QueryContext,
  { taskId }: ImportRow,
): Promise<ImportTask | null> {
  const task = taskId ? await findTask(trx, officeCode, taskId) : undefined;
  if (!task) return null;
  const { doneCount, totalCount, createdAt } = task;
  const seconds = (now.getTime() - createdAt.getTime()) / 1000;
  return {
    done: doneCount,
    total: totalCount,
    secondsLeft:
      totalCount && doneCount > 0 ? (seconds * Math.max(0, totalCount - doneCount)) / doneCount : null,
    failed: isStuck(task, now),
  };
}

async function mappingOf(
  { trx, officeCode }: QueryContext,
  list: ImportRow,
  asked: number | null,
): Promise<MappingView | null> {
  const { inspection, asOf, kind, name } = list;
  if (!inspection) return null;
  const at = asked !== null && inspection.lists[asked] ? asked : 0;
  const chosen = inspection.lists[at];
  if (!chosen) return null;
  const earlier = await listEarlier(trx, officeCode, kind);
  const same = earlier.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const skipped: Record<string, number> = {};
  for (const sheet of chosen.sheets) {
    for (const [reason, count] of Object.entries(sheet.skipped))
      skipped[reason] = (skipped[reason] ?? 0) + count;
  }
  return {
    lists: inspection.lists.map(({ sheets, dataRows }) => ({
      sheets: sheets.map((sheet) => sheet.name),
      dataRows,
    })),
    list: at,
    columns: chosen.columns,
    doubtful: chosen.columns.filter(({ certain }) => !certain).length,
    damage: chosen.sheets.flatMap(({ damage }) => damage),
    dataRows: chosen.dataRows,
    skipped,
    skippedSheets: inspection.skippedSheets,
    notes: inspection.notes,
    kbliVersion: chosen.columns.some(({ field }) => field === 'kbli') ? expectedKbliVersion(asOf) : null,
    figureYear: chosen.year ?? Number(asOf.slice(0, 4)),
    earlier: same ? [same, ...earlier.filter((one) => one !== same)] : earlier,
    previousImportId: same?.importId ?? null,
  };
}

async function previewOf(
  context: QueryContext,
  list: ImportRow,
  filter: RowFilter | null,
): Promise<{ rows: PreviewRow[]; total: number }> {
  const { trx, officeCode, vault } = context;
  if (filter === 'missing_now') return missingNow(context, list);
  const isDisposition = filter === 'needs_mending' || filter === 'other_area';
  const rows = await listPreview(trx, list, {
    action: filter === null || isDisposition ? undefined : filter,
    disposition: isDisposition ? filter : undefined,
    limit: previewRows,
  });
  const wrapped = await findListKey(trx, officeCode, list.importId);
  if (!wrapped) return { rows: [], total: 0 };
  const key = vault.openPersonKey(officeCode, list.importId, wrapped);
  const opened = rows.map((row) => ({ row, ...openRow(vault, key, row.rowNumber, row.sealed) }));
  const names = await villageNames(
    trx,
    opened.flatMap(({ record }) => record.place.villageCode ?? []),
  );
  return {
    rows: opened.map(({ row, record }) => asPreview(row, record, names)),
    total: totalOf(list, filter),
  };
}

function totalOf({ counts }: ImportRow, filter: RowFilter | null): number {
  if (!counts) return 0;
  if (filter === null) return counts.data;
  if (filter === 'needs_mending') return counts.dispositions.needs_mending - (counts.mended ?? 0);
  if (filter === 'other_area') return counts.dispositions.other_area;
  return counts.actions?.[filter === 'missing_now' ? 'missingNow' : filter] ?? 0;
}

function asPreview(
  { rowNumber, sheetName, sheetRow, disposition, problems, action, enterpriseId }: PreviewedRow,
  { owner, enterprise, place }: ReturnType<typeof openRow>['record'],
  names: ReadonlyMap<string, string>,
): PreviewRow {
  const [phone] = owner.phones;
  return {
    rowNumber,
    sheetName,
    sheetRow,
    disposition,
    action,
    ownerName: owner.fullName,
    enterpriseName: enterprise.name,
    activity: enterprise.activity,
    villageName: place.villageCode && (names.get(place.villageCode) ?? place.villageCode),
    rt: place.rt,
    rw: place.rw,
    nik: owner.nik && maskNik(owner.nik),
    nib: enterprise.nib,
    phone: phone ? maskPhone(phone) : null,
    problems,
    enterpriseId: action === 'new' && disposition !== 'mended' ? null : enterpriseId,
  };
}

/** Enterprises that stood on the edition before and not on this one. */
async function missingNow(
  context: QueryContext,
  list: ImportRow,
): Promise<{ rows: PreviewRow[]; total: number }> {
  const { trx, officeCode } = context;
  const previous = list.previousImportId ? await findImport(trx, officeCode, list.previousImportId) : null;
  return standing(context, previous?.sourceListId ?? null, await listEditionIds(trx, list));
}

/** Enterprises that stand on a list, but for some. */
async function standing(
  { trx, officeCode }: QueryContext,
  sourceListId: string | null,
  notOn: readonly string[],
): Promise<{ rows: PreviewRow[]; total: number }> {
  if (sourceListId === null) return { rows: [], total: 0 };
  const { total, first } = await listMissing(trx, officeCode, {
    on: sourceListId,
    notOn,
    limit: previewRows,
  });
  return {
    total,
    rows: first.map(({ enterpriseId, name }) => ({
      rowNumber: 0,
      sheetName: '',
      sheetRow: 0,
      disposition: 'ready',
      action: null,
      ownerName: null,
      enterpriseName: name,
      activity: null,
      villageName: null,
      rt: null,
      rw: null,
      nik: null,
      nib: null,
      phone: null,
      problems: [],
      enterpriseId,
    })),
  };
}
