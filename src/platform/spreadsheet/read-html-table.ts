import { Parser } from 'htmlparser2';
import { type ReadingContext, RowBatcher } from './row-batcher.ts';
import type { CellValue, SheetInfo, SpreadsheetEvent, TextEncoding } from './spreadsheet-event.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';
import { readText } from './text-encoding.ts';

/** Longest span of rows that a real report uses. */
const MAX_ROW_SPAN = 10_000;
const PIECE_CHARACTERS = 64 * 1024;
const LINE_FEED = 10;
const TAG_END = 62;

/**
 * Reads the tables of an HTML page as one sheet; many government systems hand out such a page under the name `.xls`.
 * Nothing of the page is fetched or run. A table inside a cell is read as that cell's text.
 */
export async function* readHtmlTable(
  path: string,
  bytes: number,
  encoding: TextEncoding,
  name: string,
  context: ReadingContext,
): AsyncGenerator<SpreadsheetEvent> {
  const sheet: SheetInfo = { index: 0, name, hidden: false };
  yield { type: 'file', kind: 'html-table', bytes, encoding, sheets: [sheet] };
  yield { type: 'sheet', sheet };
  const batcher = new RowBatcher(sheet, context);
  const rows = new HtmlRows(batcher, context);
  const parser = new Parser(
    { onopentag: rows.open, ontext: rows.text, onclosetag: rows.close },
    { decodeEntities: true },
  );
  // Such pages are often one line from end to end, so they are cut after any tag.
  for await (const { text, read } of readText(path, encoding, context.notes, [LINE_FEED, TAG_END])) {
    for (let start = 0; start < text.length; start += PIECE_CHARACTERS) {
      parser.write(text.slice(start, start + PIECE_CHARACTERS));
      if (batcher.isFull) yield* batcher.take(read / Math.max(1, bytes));
    }
  }
  parser.end();
  rows.endRow();
  yield* batcher.take(1);
}

class HtmlRows {
  readonly #batcher: RowBatcher;
  readonly #context: ReadingContext;
  #row = 0;
  #tables = 0;
  #silent = 0;
  #cells: CellValue[] | undefined;
  #text: string | undefined;
  #columnSpan = 1;
  #rowSpan = 1;
  /** By column: a cell of an earlier row that reaches down, and for how many more rows. */
  readonly #reachingDown = new Map<number, { value: string; rows: number }>();

  constructor(batcher: RowBatcher, context: ReadingContext) {
    this.#batcher = batcher;
    this.#context = context;
  }

  readonly open = (name: string, attributes: Record<string, string>): void => {
    if (name === 'script' || name === 'style' || name === 'template') this.#silent++;
    else if (name === 'table') this.#tables++;
    else if (this.#tables !== 1) return;
    else if (name === 'tr') this.#startRow();
    else if (name === 'td' || name === 'th') {
      this.#endCell();
      if (!this.#cells) this.#startRow();
      this.#text = '';
      this.#columnSpan = span(attributes.colspan, this.#context.limits.columns + 1);
      this.#rowSpan = span(attributes.rowspan, MAX_ROW_SPAN);
    } else if (name === 'br' && this.#text !== undefined) this.#text += ' ';
  };

  readonly text = (text: string): void => {
    if (this.#text === undefined || this.#silent > 0) return;
    this.#text += text;
    const limit = this.#context.limits.cellCharacters;
    // Indentation counts towards the text here, so a page gets twice the room before it is refused.
    if (this.#text.length > limit * 2) throw new RefusedFile('cell-too-long', { row: this.#row, limit });
  };

  readonly close = (name: string): void => {
    if (name === 'script' || name === 'style' || name === 'template')
      this.#silent = Math.max(0, this.#silent - 1);
    else if (name === 'table') {
      if (this.#tables === 1) this.endRow();
      this.#tables = Math.max(0, this.#tables - 1);
      if (this.#tables === 0) this.#reachingDown.clear();
    } else if (this.#tables !== 1) return;
    else if (name === 'td' || name === 'th') this.#endCell();
    else if (name === 'tr') this.endRow();
  };

  #startRow(): void {
    this.endRow();
    this.#row++;
    this.#cells = [];
  }

  endRow(): void {
    this.#endCell();
    if (!this.#cells) return;
    this.#fillFromAbove();
    this.#batcher.add(this.#row, this.#cells);
    this.#cells = undefined;
  }

  #endCell(): void {
    const cells = this.#cells;
    if (this.#text === undefined || !cells) return;
    const value = this.#text.replace(/[\s\u00a0]+/g, ' ').trim();
    this.#text = undefined;
    this.#fillFromAbove();
    for (let i = 0; i < this.#columnSpan; i++) {
      const column = cells.length;
      cells.push(value);
      if (i > 0 && value !== '') this.#batcher.mark(this.#row, column, 'filled');
      if (this.#rowSpan > 1) this.#reachingDown.set(column, { value, rows: this.#rowSpan - 1 });
    }
    if (cells.length > this.#context.limits.columns * 2) {
      throw new RefusedFile('too-many-columns', {
        row: this.#row,
        found: cells.length,
        limit: this.#context.limits.columns,
      });
    }
  }

  /** Takes over cells that reach down into the next free columns of this row. */
  #fillFromAbove(): void {
    const cells = this.#cells as CellValue[];
    for (;;) {
      const column = cells.length;
      const above = this.#reachingDown.get(column);
      if (!above) return;
      if (--above.rows === 0) this.#reachingDown.delete(column);
      cells.push(above.value);
      if (above.value !== '') this.#batcher.mark(this.#row, column, 'filled');
    }
  }
}

function span(stated: string | undefined, most: number): number {
  const count = Number(stated ?? 1);
  return Number.isInteger(count) && count > 1 ? Math.min(count, most) : 1;
}
