import { readSpreadsheet } from '#platform/spreadsheet/read-spreadsheet.ts';
import type { SheetInfo } from '#platform/spreadsheet/spreadsheet-event.ts';
import { findImport, findRememberedMapping } from '../import-store.server.ts';
import { noList, notTheMendedSheet } from '../messages/file-refusals.ts';
import type { AreaIndex } from '../rules/area-index.ts';
import { cellText, type Row } from '../rules/cell.ts';
import { DamageWatch } from '../rules/damaged-column.ts';
import { findTable, rowsToLookAt } from '../rules/find-table.ts';
import type { InspectedList, Inspection } from '../rules/inspection.ts';
import { recogniseMended } from '../rules/original-row.ts';
import { inListOrder, type PlannedList, planSheets } from '../rules/plan-sheets.ts';
import { readTitle, type TitleFacts } from '../rules/read-title.ts';
import { mappingOf, type RecognisedColumns, recogniseColumns } from '../rules/recognise-columns.ts';
import { RowSorter } from '../rules/sort-rows.ts';
import { veilSample } from '../rules/veil-sample.ts';
import { areasOf } from './list-reference.server.ts';
import { finish, inBatch, type ListWork } from './list-work.server.ts';
import { refuseList } from './refuse-list.server.ts';
import { startWork } from './start-work.server.ts';

/** Rows of a sheet that its columns are told from. */
const headRows = 300;
const samplesEach = 3;

/** One sheet while it is read: its first rows, then only what is counted. */
class SheetReading {
  readonly info: SheetInfo;
  readonly head: Row[] = [];
  rowCount = 0;
  title: TitleFacts | null = null;
  table: ReturnType<typeof findTable> = null;
  recognised: RecognisedColumns | null = null;
  sorter: RowSorter | null = null;
  watch: DamageWatch | null = null;
  #isOpen = false;

  constructor(info: SheetInfo) {
    this.info = info;
  }

  async add(row: Row, look: (sheet: SheetReading) => Promise<void>): Promise<void> {
    this.rowCount += 1;
    if (this.#isOpen) return this.#count(row);
    this.head.push(row);
    if (this.head.length >= rowsToLookAt + headRows) await this.open(look);
  }

  /** The first rows are there: find the table and its columns, then count them too. */
  async open(look: (sheet: SheetReading) => Promise<void>): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.table = findTable(this.head);
    if (this.table) await look(this);
    for (const row of this.head) this.#count(row);
  }

  #count(row: Row): void {
    if (this.sorter?.sort(row).kind === 'data') this.watch?.add(row);
  }
}

/** Reads the whole file once: which sheets are lists, where they begin, what their columns hold, what was damaged. */
export async function inspectList(work: ListWork): Promise<void> {
  const { services, list, signal } = work;
  const { officeCode } = list;
  const areas = await inBatch(work, 'inspecting', ({ trx }) => areasOf(trx, officeCode));
  const look = async (sheet: SheetReading) => recognise(work, sheet, areas);
  const sheets: SheetReading[] = [];
  let notes: Inspection['notes'] = [];
  let beatAt = Date.now();
  for await (const event of readSpreadsheet(services.files.pathOf(list.storageKey ?? ''), {
    originalName: list.originalName,
    signal,
  })) {
    if (event.type === 'refused')
      return refuseList(work, 'inspecting', { code: event.refusal.code, ...event.refusal.message });
    if (event.type === 'sheet') sheets.push(new SheetReading(event.sheet));
    if (event.type === 'rows') {
      const sheet = sheets.at(-1)!;
      for (const row of event.rows) await sheet.add(row, look);
      if (Date.now() - beatAt < 1_000) continue;
      beatAt = Date.now();
      const read = sheets.reduce((sum, { rowCount }) => sum + rowCount, 0);
      await inBatch(
        work,
        'inspecting',
        async () => {},
        () => ({
          doneCount: read,
          totalCount: Math.max(read, Math.round(read / Math.max(event.progress, 0.01))),
        }),
      );
    }
    if (event.type === 'end') notes = event.notes.map(({ message, sheet }) => withSheet(message, sheet));
  }
  for (const sheet of sheets) await sheet.open(look);
  if (list.mendsImportId !== null) return acceptMended(work, sheets, notes);
  const inspection = inspectionOf(sheets, notes);
  if (inspection.lists.length === 0) return refuseList(work, 'inspecting', noList(inspection.skippedSheets));
  await inBatch(work, 'inspecting', (context) => finish(context, list, { status: 'mapping', inspection }));
}

const withSheet = (message: { id: string; en: string }, sheet: string | undefined) =>
  sheet === undefined ? message : { id: `${sheet}: ${message.id}`, en: `${sheet}: ${message.en}` };

/** The columns of a sheet, from memory where the same headings were settled before. */
async function recognise(work: ListWork, sheet: SheetReading, areas: AreaIndex): Promise<void> {
  const table = sheet.table!;
  const rows = sheet.head.slice(table.firstRow, table.firstRow + headRows);
  const { list } = work;
  const preset = list.kind === 'bpum' || list.kind === 'sidt' || list.kind === 'oss' ? list.kind : undefined;
  const first = recogniseColumns({ headings: table.headings, rows, areas });
  const remembered = await inBatch(work, 'inspecting', ({ trx, officeCode }) =>
    findRememberedMapping(trx, officeCode, first.signature),
  );
  sheet.recognised =
    remembered || (preset && first.preset === null)
      ? recogniseColumns({
          headings: table.headings,
          rows,
          areas,
          ...(preset ? { preset } : {}),
          remembered: remembered ? [{ signature: first.signature, mapping: remembered }] : [],
        })
      : first;
  sheet.title = readTitle(table.titles, sheet.info.name, areas);
  sheet.watch = new DamageWatch(mappingOf(sheet.recognised.columns));
  const nameColumns = sheet.recognised.columns.flatMap(({ field, column }) =>
    field === 'full_name' || field === 'business_name' || field === 'person_or_business' ? [column] : [],
  );
  sheet.sorter = new RowSorter(table, sheet.title.place, { areas, nameColumns });
}

function inspectionOf(sheets: readonly SheetReading[], notes: Inspection['notes']): Inspection {
  const plan = planSheets(
    sheets.map(({ info, rowCount, table, recognised }) => ({
      index: info.index,
      name: info.name,
      rowCount,
      table,
      hasName: recognised?.hasName ?? false,
    })),
  );
  const byIndex = new Map(sheets.map((sheet) => [sheet.info.index, sheet]));
  return {
    lists: plan.lists.map((planned) => listOf(planned, byIndex)),
    skippedSheets: plan.skipped.map(({ name, reason }) => ({ name, reason })),
    notes,
  };
}

function listOf(planned: PlannedList, byIndex: ReadonlyMap<number, SheetReading>): InspectedList {
  const leading = byIndex.get(planned.leading.index)!;
  const recognised = leading.recognised!;
  const sheets = planned.sheets.map(({ index, name, columns }) => {
    const { table, title, sorter, watch } = byIndex.get(index)!;
    const { data, ...skipped } = sorter!.counts;
    // A sheet's own columns, told as the list counts them.
    const damage = watch!.reports().flatMap((report) => {
      const column = columns.indexOf(report.column);
      return column === -1 || report.verdict === 'sound' ? [] : [{ ...report, column }];
    });
    return { index, name, columns, table: table!, place: title!.place, dataRows: data, skipped, damage };
  });
  const rows = leading.head
    .slice(leading.table!.firstRow)
    .map((row) =>
      inListOrder(row, planned.sheets.find(({ index }) => index === leading.info.index)!.columns),
    );
  return {
    sheets,
    headings: recognised.columns.map(({ heading }) => heading),
    columns: recognised.columns.map((column) => ({
      ...column,
      samples: [
        ...new Set(rows.map((row) => veilSample(row[column.column] ?? null, column.field)).filter(Boolean)),
      ].slice(0, samplesEach),
    })),
    preset: recognised.preset,
    signature: recognised.signature,
    dataRows: sheets.reduce((sum, { dataRows }) => sum + dataRows, 0),
    year: leading.title!.year,
    asOf: leading.title!.asOf,
  };
}

/** A sheet of mended rows needs no mapping: its columns are those of the list it belongs to. */
async function acceptMended(
  work: ListWork,
  sheets: readonly SheetReading[],
  notes: Inspection['notes'],
): Promise<void> {
  const { list } = work;
  const first = await inBatch(work, 'inspecting', ({ trx, officeCode }) =>
    findImport(trx, officeCode, list.mendsImportId!),
  );
  const { mapping, inspection } = first ?? {};
  const inspected = mapping && inspection?.lists[mapping.list];
  const found = inspected && sheets.flatMap((sheet) => mendedSheet(sheet, inspected)).at(0);
  if (!inspected || !found || !mapping) return refuseList(work, 'inspecting', notTheMendedSheet);
  const lists = [{ ...inspected, sheets: [found], dataRows: found.dataRows }];
  await inBatch(work, 'inspecting', async (context) => {
    await startWork(context, { importId: list.importId, name: list.name, total: found.dataRows });
    return finish(context, list, {
      status: 'staging',
      inspection: { lists, skippedSheets: [], notes },
      mapping: { ...mapping, list: 0 },
    });
  });
}

function mendedSheet(sheet: SheetReading, { headings }: InspectedList): InspectedList['sheets'][number][] {
  const headerRow = sheet.head.findIndex((row) => recogniseMended(row, headings) !== null);
  if (headerRow === -1) return [];
  const { idColumn, columns } = recogniseMended(sheet.head[headerRow]!, headings)!;
  const table = {
    headings: sheet.head[headerRow]!.map((cell) => ({ text: cellText(cell) })),
    headerRow,
    headerHeight: 1 as const,
    numberingRow: null,
    firstRow: headerRow + 1,
    titles: [],
  };
  const { counts } = new RowSorter(table);
  return [
    {
      index: sheet.info.index,
      name: sheet.info.name,
      columns,
      table,
      place: readTitle([], '').place,
      dataRows: sheet.rowCount - headerRow - 1,
      skipped: counts,
      damage: [],
      idColumn,
    },
  ];
}
