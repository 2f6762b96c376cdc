import type { CellMarkKind, CellValue, RowBatch, SheetInfo } from './spreadsheet-event.ts';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import type { NoteCode, NoteCollector } from './spreadsheet-note.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';

/** What all readers of one file share. */
export interface ReadingContext {
  limits: SpreadsheetLimits;
  notes: NoteCollector;
  signal?: AbortSignal;
  /** Rows with content so far, over all sheets. */
  rowCount: number;
  /** Characters of text so far, over all sheets. */
  characters: number;
}

/** Rows handed over at a time: enough to be quick, few enough to keep memory flat. */
const BATCH_ROWS = 1_000;
/** … and fewer rows where their cells are long. */
const BATCH_CHARACTERS = 4_000_000;

const NOTE_OF_MARK: Record<CellMarkKind, NoteCode | undefined> = {
  formula: 'formulas',
  error: 'error-values',
  'long-number': 'long-numbers',
  scientific: 'scientific-text',
  filled: 'merged-filled',
  date: undefined,
};

/** Digits that a spreadsheet has already shortened, as text: 3,37501E+15 or 3.37501e+15. */
const SCIENTIFIC = /^\s*\d(?:[.,]\d+)?[Ee]\+?\d{1,3}\s*$/;

/**
 * Gathers the rows of one sheet into batches; the one place that drops empty rows, cuts trailing empty cells, and
 * holds every reader to the limits on rows, columns and cell length.
 */
export class RowBatcher {
  readonly #sheet: SheetInfo;
  readonly #context: ReadingContext;
  #batch: RowBatch;
  #charactersBefore: number;

  constructor(sheet: SheetInfo, context: ReadingContext) {
    this.#sheet = sheet;
    this.#context = context;
    this.#charactersBefore = context.characters;
    this.#batch = this.#newBatch();
  }

  /** Marks a cell of the row that is added next. */
  mark(row: number, column: number, mark: CellMarkKind): void {
    this.#batch.marks.push({ row, column, mark });
    const note = NOTE_OF_MARK[mark];
    if (note) this.#context.notes.add(note, { sheet: this.#sheet.name, row });
  }

  add(rowNumber: number, cells: CellValue[], hidden = false): void {
    let filled = 0;
    for (let column = 0; column < cells.length; column++) {
      let value = cells[column];
      if (typeof value === 'string') {
        if (isBlank(value)) {
          cells[column] = null;
          continue;
        }
        // A workbook can spell the NUL character, which no database text may hold.
        if (value.includes('\0')) {
          value = value.replaceAll('\0', '');
          cells[column] = value;
          this.#context.notes.add('nul-bytes', { sheet: this.#sheet.name, row: rowNumber });
        }
        this.#context.characters += value.length;
        if (value.length < 26 && looksScientific(value)) this.mark(rowNumber, column, 'scientific');
        else if (value.length > this.#context.limits.cellCharacters)
          this.#refuse('cell-too-long', rowNumber, column + 1, 'cellCharacters');
      } else if (value === undefined) {
        cells[column] = null;
        continue;
      } else if (value === null) continue;
      filled = column + 1;
    }
    if (filled === 0) return;
    if (filled > this.#context.limits.columns) this.#refuse('too-many-columns', rowNumber, filled, 'columns');
    if (++this.#context.rowCount > this.#context.limits.rows)
      this.#refuse('too-many-rows', rowNumber, filled, 'rows');
    if (this.#context.characters > this.#context.limits.characters)
      throw new RefusedFile('archive-bomb', { reason: 'text' });
    if (cells.length > filled) cells.length = filled;
    this.#batch.rows.push(cells);
    this.#batch.rowNumbers.push(rowNumber);
    if (hidden) {
      this.#batch.hiddenRows.push(rowNumber);
      this.#context.notes.add('hidden-rows', { sheet: this.#sheet.name, row: rowNumber });
    }
  }

  get isFull(): boolean {
    return (
      this.#batch.rows.length >= BATCH_ROWS ||
      this.#context.characters - this.#charactersBefore > BATCH_CHARACTERS
    );
  }

  /** The rows gathered so far, if any; also the place where a cancelled reading stops. */
  *take(progress: number): Generator<RowBatch> {
    this.#context.signal?.throwIfAborted();
    if (this.#batch.rows.length === 0) return;
    const batch = this.#batch;
    this.#batch = this.#newBatch();
    this.#charactersBefore = this.#context.characters;
    batch.progress = Math.min(1, progress);
    yield batch;
  }

  #newBatch(): RowBatch {
    return {
      type: 'rows',
      sheet: this.#sheet.index,
      rowNumbers: [],
      rows: [],
      marks: [],
      hiddenRows: [],
      progress: 0,
    };
  }

  #refuse(
    code: 'cell-too-long' | 'too-many-columns' | 'too-many-rows',
    row: number,
    column: number,
    limit: 'cellCharacters' | 'columns' | 'rows',
  ): never {
    throw new RefusedFile(code, {
      sheet: this.#sheet.name,
      row,
      column,
      found: column,
      limit: this.#context.limits[limit],
    });
  }
}

function isBlank(value: string): boolean {
  if (value === '') return true;
  const first = value.charCodeAt(0);
  return (first <= 32 || first === 0xa0) && value.trim() === '';
}

function looksScientific(value: string): boolean {
  return (value.includes('E') || value.includes('e')) && SCIENTIFIC.test(value);
}
