import { isId } from '#kernel/id.ts';
import { type Cell, cellText, type Row } from './cell.ts';
import type { RowProblem } from './list-problems.ts';
import { type Heading, headingKey } from './read-header.ts';

/** Heading of the column by which a mended row finds its way back; the sheet hides it. */
export const rowIdHeading = 'ID baris (jangan diubah)';
export const reasonHeading = 'Yang perlu diperbaiki';

/** A row's cells just as they came, in the list's order of columns, as compact JSON. They hold personal data. */
export function packOriginal(row: Row): string {
  let length = row.length;
  while (length > 0 && (row[length - 1] === null || row[length - 1] === '')) length -= 1;
  return JSON.stringify(
    row.slice(0, length).map((cell) => (typeof cell === 'number' && !Number.isFinite(cell) ? null : cell)),
  );
}

/** The cells that `packOriginal` kept; throws on anything else, which would be a bug. */
export function unpackOriginal(packed: string): Row {
  const cells: unknown = JSON.parse(packed);
  if (!Array.isArray(cells)) throw new TypeError('not an original row');
  return cells as Cell[];
}

export type RowToMend = {
  readonly rowId: string;
  readonly original: Row;
  readonly problems: readonly RowProblem[];
};

/** The sheet for the village: the same columns as it sent, with a reason in front and a hidden id. */
export type MendingSheet = {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly hiddenColumns: readonly number[];
  /** Cells to colour, by position in `rows` and column of this sheet. */
  readonly faulty: readonly { readonly row: number; readonly column: number }[];
};

const addedColumns = 2;

/** `explain` gives the words for a problem; those that are only warnings are not asked for. */
export function mendingSheet(
  headings: readonly Heading[],
  rows: readonly RowToMend[],
  explain: (problem: RowProblem) => string,
): MendingSheet {
  const width = Math.max(headings.length, ...rows.map(({ original }) => original.length));
  const faulty: { row: number; column: number }[] = [];
  const lines = rows.map(({ rowId, original, problems }, at): Row => {
    const errors = problems.filter(({ severity }) => severity === 'error');
    for (const { column } of errors)
      if (column !== null) faulty.push({ row: at, column: column + addedColumns });
    const reason = [...new Set(errors.map(explain))].join(' ');
    return [rowId, reason, ...Array.from({ length: width }, (_, column) => original[column] ?? null)];
  });
  const names = Array.from({ length: width }, (_, at) => flatHeading(headings[at]));
  return { header: [rowIdHeading, reasonHeading, ...names], rows: lines, hiddenColumns: [0], faulty };
}

/** Two rows of headings become one, which reads back as the same column. */
function flatHeading(heading: Heading | undefined): string {
  if (heading === undefined) return '';
  const { text, top = '' } = heading;
  return top === '' || top === text ? text : `${top} ${text}`;
}

/** Where a mended sheet holds id and reason, and its column for each column of the list (-1 where it was removed). */
export type MendedColumns = { readonly idColumn: number; readonly columns: readonly number[] };

/** Recognises a sheet made by `mendingSheet`, columns moved about or not; null for any other. */
export function recogniseMended(header: Row, headings: readonly Heading[]): MendedColumns | null {
  const texts = header.map(cellText);
  const idColumn = texts.findIndex((text) => text.toLowerCase() === rowIdHeading.toLowerCase());
  if (idColumn === -1) return null;
  const reasonColumn = texts.findIndex((text) => text.toLowerCase() === reasonHeading.toLowerCase());
  const keys = texts.map((text, at) =>
    at === idColumn || at === reasonColumn ? null : headingKey({ text }),
  );
  const used = new Set<number>();
  const columns = headings.map((heading, at) => {
    const key = headingKey({ text: flatHeading(heading) });
    // Headings that are empty or occur twice are told by their place.
    const inPlace = at + addedColumns;
    const found =
      keys[inPlace] === key
        ? inPlace
        : key === ''
          ? -1
          : keys.findIndex((other, column) => other === key && !used.has(column));
    if (found !== -1) used.add(found);
    return found;
  });
  return { idColumn, columns };
}

/** A row of a mended sheet: whose it is (null: added by hand, or its id was spoilt) and its cells in the list's order. */
export function readMended(
  row: Row,
  { idColumn, columns }: MendedColumns,
): { rowId: string | null; cells: Row } {
  const id = cellText(row[idColumn]).toLowerCase();
  return { rowId: isId(id) ? id : null, cells: columns.map((at) => (at === -1 ? null : (row[at] ?? null))) };
}

/** Whether a mended row still reads just as it was sent out. */
export function isUnmended(original: Row, cells: Row): boolean {
  const width = Math.max(original.length, cells.length);
  return Array.from({ length: width }, (_, at) => cellText(original[at]) === cellText(cells[at])).every(
    Boolean,
  );
}
