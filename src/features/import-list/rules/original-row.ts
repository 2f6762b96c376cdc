import { isId } from '#kernel/id.ts';
import { cellText, type Row } from './cell.ts';
import type { RowProblem } from './list-problems.ts';
import { type Heading, headingKey } from './read-header.ts';

/** Heading of the column by which a mended row finds its way back; the sheet hides it. */
export const rowIdHeading = 'ID baris (jangan diubah)';
export const reasonHeading = 'Yang perlu diperbaiki';

/**
 * Id of a row for the sheet to be mended: the import's own id with the row's number in its last 8 digits, so that the
 * sheet says of which list it is without anything being kept.
 */
export function rowIdOf(importId: string, rowNumber: number): string {
  return importId.slice(0, -8) + rowNumber.toString(16).padStart(8, '0');
}

/** The row's number; null where the id is of another list. */
export function rowNumberOf(importId: string, rowId: string): number | null {
  return rowId.slice(0, -8) === importId.slice(0, -8) ? Number.parseInt(rowId.slice(-8), 16) : null;
}

export type RowToMend = {
  readonly rowId: string;
  readonly original: Row;
  readonly problems: readonly RowProblem[];
};

/**
 * Headings of the sheet for the village: the same columns as it sent, with a reason in front and the id by which a row
 * finds its way back.
 */
export function mendingHeader(headings: readonly Heading[], width: number): string[] {
  const names = Array.from({ length: width }, (_, at) => flatHeading(headings[at]));
  return [rowIdHeading, reasonHeading, ...names];
}

/** One row of that sheet: id, what is to be mended in words, and its cells just as they came. */
export function mendingLine(
  { rowId, original, problems }: RowToMend,
  width: number,
  explain: (problem: RowProblem) => string,
): Row {
  const reason = [...new Set(problems.map(explain))].join(' ');
  return [rowId, reason, ...Array.from({ length: width }, (_, column) => original[column] ?? null)];
}

const addedColumns = 2;

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
