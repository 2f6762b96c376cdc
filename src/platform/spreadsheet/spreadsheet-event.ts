import type { SpreadsheetNote } from './spreadsheet-note.ts';
import type { SpreadsheetRefusal } from './spreadsheet-refusal.ts';

/** Kinds of file that can be read, told from the bytes and never from the name. */
export type ReadableKind = 'csv' | 'xlsx' | 'xls' | 'ods' | 'html-table' | 'xml-spreadsheet';

/**
 * One cell. `null` is an empty cell (also one of blanks only). Text stays text. Dates are ISO text with the mark
 * `date`; numbers of 16 and more digits are text with the mark `long-number`; numbers shown with leading zeros
 * (format `0000…`) and percentages are the text a person sees. Strings may share memory with the chunk they were
 * read from: whoever keeps a few of them for long should copy them.
 */
export type CellValue = string | number | boolean | null;

/**
 * What a cell's value alone does not tell:
 * - `formula`: the value was computed by a formula and stored in the file; it is never computed anew
 * - `error`: the file stores an error such as `#N/A`, given as text
 * - `date`: formatted as date or time; the value is `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` or `HH:MM:SS`
 * - `long-number`: a numeric cell of 10^15 or more: a spreadsheet keeps 15 digits, so the last ones may be lost
 * - `scientific`: text such as `3,37501E+15`: digits are lost
 * - `filled`: empty in the file, filled from the top-left cell of its merged range
 */
export type CellMarkKind = 'formula' | 'error' | 'date' | 'long-number' | 'scientific' | 'filled';

/** Sparse remark on a cell. `row` is the row's number in the file (from 1), `column` its position (from 0). */
export interface CellMark {
  row: number;
  column: number;
  mark: CellMarkKind;
}

/** A sheet of the file, in the file's order. A text file has one, named after the file. */
export interface SheetInfo {
  /** Position from 0 among the sheets that hold cells. */
  index: number;
  name: string;
  hidden: boolean;
  /** Rows noted in the file, empty ones included, where that is known before reading. */
  estimatedRows?: number;
}

/**
 * Some hundred rows of one sheet. `rows[i]` is the row numbered `rowNumbers[i]` as the spreadsheet program numbers it
 * (from 1); empty rows are left out and trailing empty cells are cut, so rows differ in length.
 */
export interface RowBatch {
  type: 'rows';
  sheet: number;
  rowNumbers: number[];
  rows: CellValue[][];
  marks: CellMark[];
  /** Numbers of those rows of this batch that are hidden in the file. */
  hiddenRows: number[];
  /** Share of the file already read, 0 to 1. */
  progress: number;
}

/** What `readSpreadsheet` yields: `file`, then per sheet `sheet` and `rows`…, then exactly one `end` or `refused`. */
export type SpreadsheetEvent =
  | {
      type: 'file';
      kind: ReadableKind;
      bytes: number;
      encoding?: TextEncoding;
      delimiter?: Delimiter;
      sheets: SheetInfo[];
    }
  | { type: 'sheet'; sheet: SheetInfo }
  | RowBatch
  | { type: 'end'; rowCount: number; notes: SpreadsheetNote[] }
  | { type: 'refused'; refusal: SpreadsheetRefusal; notes: SpreadsheetNote[] };

/** Encoding of a text file; `utf-8` falls back to Windows-1252 line by line, with a note. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export type Delimiter = ',' | ';' | '\t' | '|';
