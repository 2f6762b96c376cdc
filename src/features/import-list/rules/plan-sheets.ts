import type { FoundTable } from './find-table.ts';
import { headingKey } from './read-header.ts';
import { headerSignature } from './recognise-columns.ts';

/** Why a sheet is no list. Texts in messages/skip-reasons.ts. */
export const sheetSkipReasons = ['empty', 'no_table', 'no_names'] as const;
export type SheetSkipReason = (typeof sheetSkipReasons)[number];

/** What was seen of one sheet; `hasName` is `RecognisedColumns.hasName` of its columns. */
export type SeenSheet = {
  readonly index: number;
  readonly name: string;
  readonly rowCount: number;
  readonly table: FoundTable | null;
  readonly hasName: boolean;
};

/** A sheet of a list; its column for each column of the list, -1 where it lacks one. */
export type ListSheet = {
  readonly index: number;
  readonly name: string;
  readonly columns: readonly number[];
};

export type PlannedList = {
  /** The sheet whose columns all others follow. */
  readonly leading: SeenSheet & { readonly table: FoundTable };
  readonly sheets: readonly ListSheet[];
  readonly rowCount: number;
};

export type SheetPlan = {
  /** The largest first; more than one when sheets differ in their columns. */
  readonly lists: readonly PlannedList[];
  readonly skipped: readonly {
    readonly index: number;
    readonly name: string;
    readonly reason: SheetSkipReason;
  }[];
};

/** Sheets of one list may each lack or add a column: this share of their headings must be the same. */
const sameColumns = 0.75;

/**
 * Joins sheets with the same columns into one list, as village offices send them, one sheet a village. Columns are
 * matched by heading, so their order may differ. Sheets that hold no list are named with the reason.
 */
export function planSheets(seen: readonly SeenSheet[]): SheetPlan {
  const skipped: { index: number; name: string; reason: SheetSkipReason }[] = [];
  const usable: PlannedList['leading'][] = [];
  for (const sheet of seen) {
    const { index, name, table } = sheet;
    if (sheet.rowCount === 0) skipped.push({ index, name, reason: 'empty' });
    else if (table === null) skipped.push({ index, name, reason: 'no_table' });
    else if (!sheet.hasName) skipped.push({ index, name, reason: 'no_names' });
    else usable.push({ ...sheet, table });
  }
  const lists: PlannedList[] = [];
  // The fullest sheet leads, so that columns which only some sheets have are not lost.
  for (const leading of usable.toSorted((a, b) => width(b) - width(a) || a.index - b.index)) {
    if (lists.some((list) => list.sheets.some(({ index }) => index === leading.index))) continue;
    const taken = new Set(lists.flatMap((list) => list.sheets.map(({ index }) => index)));
    const members = usable.filter((sheet) => !taken.has(sheet.index) && isAlike(leading, sheet));
    lists.push({
      leading,
      sheets: members.map((sheet) => ({
        index: sheet.index,
        name: sheet.name,
        columns: columnsLike(leading, sheet),
      })),
      rowCount: members.reduce((sum, { rowCount }) => sum + rowCount, 0),
    });
  }
  return { lists: lists.sort((a, b) => b.rowCount - a.rowCount), skipped };
}

const keysOf = ({ table }: PlannedList['leading']) => table.headings.map(headingKey);
const width = (sheet: PlannedList['leading']) => keysOf(sheet).filter((key) => key !== '').length;

function isAlike(one: PlannedList['leading'], other: PlannedList['leading']): boolean {
  if (headerSignature(one.table.headings) === headerSignature(other.table.headings)) return true;
  const [a, b] = [new Set(keysOf(one)), new Set(keysOf(other))];
  for (const keys of [a, b]) keys.delete('');
  const shared = [...a].filter((key) => b.has(key)).length;
  return shared >= Math.max(a.size, b.size) * sameColumns;
}

function columnsLike(leading: PlannedList['leading'], sheet: PlannedList['leading']): number[] {
  const own = keysOf(sheet);
  const used = new Set<number>();
  return keysOf(leading).map((key, at) => {
    // Columns without a heading, and headings that occur twice, keep their place.
    const found =
      own[at] === key
        ? at
        : own.findIndex((other, column) => other === key && key !== '' && !used.has(column));
    if (found !== -1) used.add(found);
    return found;
  });
}

/** A row of a sheet in the order of the list's columns. */
export function inListOrder<T>(row: readonly T[], columns: readonly number[]): (T | null)[] {
  return columns.map((at) => (at === -1 ? null : (row[at] ?? null)));
}
