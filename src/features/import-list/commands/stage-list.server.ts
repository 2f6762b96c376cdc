import { readSpreadsheet } from '#platform/spreadsheet/read-spreadsheet.ts';
import { findImport, type KeptRefusal } from '../import-store.server.ts';
import type { AreaIndex } from '../rules/area-index.ts';
import type { Row } from '../rules/cell.ts';
import { keyPartsOf } from '../rules/compare-rows.ts';
import { type ImportCounts, RowTally } from '../rules/import-counts.ts';
import type { InspectedList, InspectedSheet } from '../rules/inspection.ts';
import { namingFields } from '../rules/list-fields.ts';
import { readMended, rowNumberOf } from '../rules/original-row.ts';
import { inListOrder } from '../rules/plan-sheets.ts';
import { type DefaultPlace, noDefaultPlace } from '../rules/read-title.ts';
import { RowSorter, type SkipReason } from '../rules/sort-rows.ts';
import { rowValidator, type ValidatedRow } from '../rules/validate-row.ts';
import { insertStaged, lastStagedRow, listPreview, type StagedRow } from '../staged-store.server.ts';
import { decideList } from './decide-list.server.ts';
import { openRow, sealRow } from './list-key.server.ts';
import { areasOf, listContextOf } from './list-reference.server.ts';
import { inBatch, type ListWork, listKey, OneAhead } from './list-work.server.ts';
import { refuseList } from './refuse-list.server.ts';

const batchRows = 4_000;

/**
 * Checks every row and puts it beside the register, sealed; then decides what saving will do. Killed and started
 * again it reads the file anew and goes on behind the last row that was kept.
 */
export async function stageList(work: ListWork): Promise<void> {
  const { list } = work;
  const mapping = list.mapping!;
  const inspected = list.inspection!.lists[mapping.list]!;
  const start = await inBatch(work, 'staging', async (context) => {
    const areas = await areasOf(context.trx, context.officeCode);
    return {
      areas,
      listContext: await listContextOf(context.trx, list, mapping, areas),
      key: await listKey(context, list.importId),
      last: await lastStagedRow(context.trx, list),
    };
  });
  const mended = await mendedRows(work);
  const tally = new RowTally();
  const validators = new Map(
    inspected.sheets.map((sheet) => [
      sheet.index,
      rowValidator(mapping.columns, { ...start.listContext, damage: sheet.damage }),
    ]),
  );
  let batch: StagedRow[] = [];
  let rowNumber = 0;
  const ahead = new OneAhead();
  const flush = () => {
    const rows = batch;
    const upTo = rowNumber;
    batch = [];
    return ahead.start(() =>
      inBatch(
        work,
        'staging',
        ({ trx }) => insertStaged(trx, { officeCode: list.officeCode, importId: list.importId }, rows),
        () => ({ step: 'checking', doneCount: upTo, totalCount: Math.max(upTo, inspected.dataRows) }),
      ),
    );
  };
  const reading = readListRows(work, inspected, start.areas);
  try {
    for (;;) {
      const next = await reading.next();
      if (next.done) {
        await flush();
        await ahead.end();
        if (next.value.refusal) return refuseList(work, 'staging', next.value.refusal);
        const counts: ImportCounts = {
          sheets: inspected.sheets.length,
          data: rowNumber,
          skipped: next.value.skipped,
          dispositions: tally.dispositions,
          problems: tally.problems,
        };
        return decideList(work, counts);
      }
      const { sheet, sheetRow, cells, rowId } = next.value;
      const origin = rowId === null ? null : mended.get(rowId);
      if (origin === 'already') continue;
      const place = origin?.place ?? next.value.place;
      const checked = validators.get(sheet.index)!(cells, place);
      rowNumber += 1;
      tally.add(checked, sheet.name, sheetRow);
      // Read once more after a kill: kept already.
      if (rowNumber <= start.last) continue;
      batch.push({
        rowNumber,
        sheetName: sheet.name,
        sheetRow,
        disposition: checked.disposition,
        problems: checked.problems,
        sealed: sealRow(work.services.vault, start.key, rowNumber, {
          cells,
          record: checked.record,
          ...(place === noDefaultPlace ? {} : { place }),
        }),
        ...keysToKeep(work, checked),
        mendsRow: origin?.rowNumber ?? null,
      });
      if (batch.length === batchRows) await flush();
    }
  } finally {
    await ahead.settle();
    await reading.return({ refusal: null, skipped: {} });
  }
}

/** What sorting and matching go by; of the NIK only its blind index. */
export function keysToKeep({ services }: Pick<ListWork, 'services'>, { record }: ValidatedRow) {
  const { nik, ...keys } = keyPartsOf(record);
  return {
    ...keys,
    nikIndex: nik === null ? null : services.vault.blindIndex('nik', nik),
    enterpriseRef: record.enterpriseId,
  };
}

type ListRow = {
  sheet: InspectedSheet;
  sheetRow: number;
  cells: Row;
  place: DefaultPlace;
  /** Of a mended row: which row of the list it is. */
  rowId: string | null;
};
type ReadToEnd = { refusal: KeptRefusal | null; skipped: Partial<Record<SkipReason, number>> };

/** The rows of the chosen list in the order of the file, titles, sums and signatures left out and counted. */
async function* readListRows(
  { services, list, signal }: ListWork,
  inspected: InspectedList,
  areas: AreaIndex,
): AsyncGenerator<ListRow, ReadToEnd> {
  const bySheet = new Map(inspected.sheets.map((sheet) => [sheet.index, sheet]));
  const nameColumns = list.mapping!.columns.flatMap(({ field }, column) =>
    field !== null && namingFields.includes(field) ? [column] : [],
  );
  const skipped: Partial<Record<SkipReason, number>> = {};
  let sheet: InspectedSheet | undefined;
  let sorter: RowSorter | undefined;
  for await (const event of readSpreadsheet(services.files.pathOf(list.storageKey ?? ''), {
    originalName: list.originalName,
    signal,
  })) {
    if (event.type === 'refused')
      return { refusal: { code: event.refusal.code, ...event.refusal.message }, skipped };
    if (event.type === 'sheet') {
      sheet = bySheet.get(event.sheet.index);
      sorter = sheet && sorterFor(sheet, nameColumns, areas);
    }
    if (event.type !== 'rows' || !sheet || !sorter) continue;
    for (const [at, row] of event.rows.entries()) {
      const sorted = sorter.sort(row);
      if (sorted.kind === 'skipped') {
        skipped[sorted.reason] = (skipped[sorted.reason] ?? 0) + 1;
        continue;
      }
      const { cells, rowId } =
        sheet.idColumn === undefined
          ? { cells: inListOrder(row, sheet.columns), rowId: null }
          : readMended(row, { idColumn: sheet.idColumn, columns: sheet.columns });
      yield { sheet, sheetRow: event.rowNumbers[at]!, cells, place: sorted.place, rowId };
    }
  }
  return { refusal: null, skipped };
}

function sorterFor(sheet: InspectedSheet, nameColumns: readonly number[], areas: AreaIndex): RowSorter {
  const own = nameColumns.flatMap((column) => {
    const at = sheet.columns[column];
    return at === undefined || at === -1 ? [] : [at];
  });
  return new RowSorter(sheet.table, sheet.place, { areas, nameColumns: own });
}

type MendedRow = { rowNumber: number; place: DefaultPlace | undefined };

/**
 * Of a sheet of mended rows: the rows of the list that wait for mending, by their id, with the place that their sheet
 * stood for. A row that has come in before is `already`.
 */
async function mendedRows(work: ListWork): Promise<{ get(rowId: string): MendedRow | 'already' | null }> {
  const { list, services } = work;
  const first = list.mendsImportId;
  if (first === null) return { get: () => null };
  const rows = await inBatch(work, 'staging', async (context) => {
    const of = { officeCode: list.officeCode, importId: first };
    const key = await listKey(context, first);
    const found = new Map<number, MendedRow | 'already'>();
    const list_ = await findImport(context.trx, list.officeCode, first);
    if (!list_) return found;
    for (const disposition of ['needs_mending', 'other_area', 'mended'] as const) {
      const limit = 200_000;
      for (const { rowNumber, sealed } of await listPreview(context.trx, of, { disposition, limit })) {
        const place = () => openRow(services.vault, key, rowNumber, sealed).place;
        found.set(rowNumber, disposition === 'mended' ? 'already' : { rowNumber, place: place() });
      }
    }
    return found;
  });
  return {
    get(rowId) {
      const rowNumber = rowNumberOf(first, rowId);
      return rowNumber === null ? null : (rows.get(rowNumber) ?? null);
    },
  };
}
