import type { RowBatcher } from './row-batcher.ts';
import type { CellValue } from './spreadsheet-event.ts';

/** A merged range; rows from 1, columns from 0, both ends included. */
export interface MergedRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/**
 * Copies the content of merged ranges from their top-left cell into the others, row by row from top to bottom, so
 * that a heading over three columns names all three.
 */
export class MergedCells {
  readonly #waiting: MergedRange[];
  readonly #maxColumns: number;
  #active: { range: MergedRange; value: CellValue }[] = [];

  constructor(ranges: MergedRange[], maxColumns: number) {
    this.#waiting = ranges.toSorted((a, b) => b.top - a.top);
    this.#maxColumns = maxColumns;
  }

  /** Fills `cells` of the given row in place; rows must come in rising order. */
  fill(row: number, cells: CellValue[], batcher: RowBatcher): void {
    while (this.#waiting.length > 0 && (this.#waiting.at(-1) as MergedRange).top <= row) {
      const range = this.#waiting.pop() as MergedRange;
      // A range whose first row is missing in the file has an empty top-left cell: nothing to copy.
      if (range.top === row) this.#active.push({ range, value: cells[range.left] ?? null });
    }
    if (this.#active.length === 0) return;
    this.#active = this.#active.filter(
      ({ range, value }) => row <= range.bottom && value !== null && value !== '',
    );
    for (const { range, value } of this.#active) {
      for (let column = range.left; column <= Math.min(range.right, this.#maxColumns - 1); column++) {
        if (row === range.top && column === range.left) continue;
        if (cells[column] !== null && cells[column] !== undefined && cells[column] !== '') continue;
        while (cells.length < column) cells.push(null);
        cells[column] = value;
        batcher.mark(row, column, 'filled');
      }
    }
  }
}

/** Reads `B2:D4`; undefined where it is no range of at least two cells. */
export function parseRange(reference: string): MergedRange | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  const [left, right] = [columnIndex(match[1] as string), columnIndex(match[3] as string)];
  const [top, bottom] = [Number(match[2]), Number(match[4])];
  if (right < left || bottom < top || (left === right && top === bottom)) return undefined;
  return { top, bottom, left, right };
}

/** Position from 0 of the column letters at the start of a cell name (`A1` → 0, `AB7` → 27); -1 without any. */
export function columnIndex(reference: string): number {
  let index = 0;
  let position = 0;
  for (; position < reference.length; position++) {
    const letter = reference.charCodeAt(position) - 64;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
  }
  return position === 0 || position > 3 ? -1 : index - 1;
}
