/**
 * Runs in a thread of its own (see read-legacy-workbook.ts): reads an .xls or XML workbook with SheetJS and hands its
 * rows over a thousand at a time, each only when asked for.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { MergedRange } from './merged-cells.ts';
import { numberFormatOfCode, readNumber } from './number-format.ts';
import type { CellMarkKind, CellValue } from './spreadsheet-event.ts';

export interface LegacyRequest {
  path: string;
  rows: number;
  columns: number;
}

interface LegacyRow {
  row: number;
  cells: CellValue[];
  marks: [column: number, mark: CellMarkKind][];
  hidden: boolean;
}

export interface LegacySheet {
  name: string;
  hidden: boolean;
  rows: number;
  merges: MergedRange[];
}

/** Answers of the thread, in order: `sheets` or `failed`, then for each request `rows`, and `done` at last. */
export type LegacyAnswer =
  | { type: 'sheets'; sheets: LegacySheet[]; macros: boolean }
  | { type: 'rows'; sheet: number; rows: LegacyRow[]; formulasWithoutValue: number[] }
  | { type: 'done' }
  | { type: 'failed'; locked: boolean; reason: string };

const ROWS_AT_A_TIME = 1_000;
const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

const request = workerData as LegacyRequest;
const answer = (message: LegacyAnswer) => parentPort?.postMessage(message);

function openWorkbook(): WorkBook | undefined {
  try {
    const bytes = readFileSync(request.path);
    return read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      sheetRows: request.rows + 1,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    answer({ type: 'failed', locked: /password|encrypt/i.test(reason), reason: reason.slice(0, 200) });
    return undefined;
  }
}

function describeSheets(workbook: WorkBook): LegacySheet[] {
  return workbook.SheetNames.map((name, index): LegacySheet => {
    const sheet = workbook.Sheets[name];
    const merges = (sheet?.['!merges'] ?? []).map(({ s, e }): MergedRange => {
      return { top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c };
    });
    return {
      name,
      hidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      rows: grid(sheet).length,
      merges,
    };
  });
}

function grid(sheet: WorkSheet | undefined): (CellObject | undefined)[][] {
  return ((sheet as { '!data'?: (CellObject | undefined)[][] } | undefined)?.['!data'] ?? []) as (
    | CellObject
    | undefined
  )[][];
}

function* readRows(workbook: WorkBook): Generator<LegacyAnswer> {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    const hiddenRows = sheet?.['!rows'];
    let batch: LegacyRow[] = [];
    let formulasWithoutValue: number[] = [];
    for (const [at, cells] of grid(sheet).entries()) {
      if (!cells) continue;
      const row: LegacyRow = { row: at + 1, cells: [], marks: [], hidden: hiddenRows?.[at]?.hidden === true };
      for (let column = 0; column < Math.min(cells.length, request.columns + 1); column++) {
        const cell = cells[column];
        const { value, marks } = readCell(cell, date1904);
        row.cells.push(value);
        for (const mark of marks) row.marks.push([column, mark]);
        if (cell?.f !== undefined && value === null && formulasWithoutValue.length < 20)
          formulasWithoutValue.push(row.row);
      }
      if (batch.push(row) < ROWS_AT_A_TIME) continue;
      yield { type: 'rows', sheet: index, rows: batch, formulasWithoutValue };
      batch = [];
      formulasWithoutValue = [];
    }
    yield { type: 'rows', sheet: index, rows: batch, formulasWithoutValue };
  }
  yield { type: 'done' };
}

function readCell(
  cell: CellObject | undefined,
  date1904: boolean,
): { value: CellValue; marks: CellMarkKind[] } {
  if (!cell || cell.v === undefined || cell.v === null) return { value: null, marks: [] };
  const marks: CellMarkKind[] = cell.f === undefined ? [] : ['formula'];
  if (cell.t === 'e') return { value: ERRORS[Number(cell.v)] ?? '#N/A', marks: [...marks, 'error'] };
  if (cell.t === 'n') {
    const format = typeof cell.z === 'string' ? numberFormatOfCode(cell.z) : ({ kind: 'plain' } as const);
    const { value, mark } = readNumber(String(cell.v), format, date1904);
    return { value, marks: mark ? [...marks, mark] : marks };
  }
  if (cell.v instanceof Date)
    return { value: cell.v.toISOString().slice(0, 19).replace('T00:00:00', ''), marks: [...marks, 'date'] };
  return { value: typeof cell.v === 'boolean' ? cell.v : String(cell.v), marks };
}

const workbook = openWorkbook();
if (workbook) {
  answer({ type: 'sheets', sheets: describeSheets(workbook), macros: workbook.vbaraw !== undefined });
  const rows = readRows(workbook);
  parentPort?.on('message', () => {
    const next = rows.next();
    if (!next.done) answer(next.value);
    if (next.done || next.value.type === 'done') parentPort?.close();
  });
}
