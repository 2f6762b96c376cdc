import { DELIMITERS } from './detect-delimiter.ts';
import { unguardFormula } from './formula-guard.ts';
import type { Delimiter } from './spreadsheet-event.ts';
import type { NoteCode } from './spreadsheet-note.ts';

/** A cell may hold line breaks, but not a hundred: then its quotation mark has no partner. */
const MAX_LINES_IN_CELL = 50;
const MAX_CHARACTERS_IN_CELL = 32_767;

export interface CsvRecord {
  /** Number of the record from 1, as a spreadsheet program numbers rows; empty lines count. */
  row: number;
  cells: string[];
}

/**
 * Puts lines together into records (RFC 4180). A quotation mark without partner never swallows the lines after it: a
 * quoted cell may run over several lines only if it closes properly soon and takes in no line that is a record of the
 * file's usual width itself; otherwise the mark is read as a plain character and noted.
 */
export class CsvRecords {
  readonly #delimiter: Delimiter | undefined;
  readonly #note: (code: NoteCode, row: number) => void;
  #lines: string[] = [];
  #position = 0;
  #row = 0;
  /** Columns of the first record that has at least two: the file's usual width. */
  #width = 0;

  constructor(delimiter: Delimiter | undefined, note: (code: NoteCode, row: number) => void) {
    this.#delimiter = delimiter;
    this.#note = note;
  }

  push(lines: string[]): void {
    this.#lines =
      this.#position < this.#lines.length ? this.#lines.slice(this.#position).concat(lines) : lines;
    this.#position = 0;
  }

  /** Records that are complete so far; with `ended`, all that are left. */
  *take(ended: boolean): Generator<CsvRecord> {
    while (this.#position < this.#lines.length) {
      const line = this.#lines[this.#position] as string;
      if (line.includes('"')) {
        // Enough lines must be in sight to decide on an open quotation mark.
        if (!ended && this.#lines.length - this.#position <= MAX_LINES_IN_CELL) return;
        yield this.#finish(this.#quoted(line));
      } else {
        this.#position++;
        yield this.#finish(this.#delimiter === undefined ? [line] : line.split(this.#delimiter));
      }
    }
  }

  #finish(cells: string[]): CsvRecord {
    const row = ++this.#row;
    let result = cells;
    if (cells.length === 1 && this.#width > 2)
      result = this.#byOtherDelimiter(cells[0] as string, row) ?? cells;
    else if (this.#width === 0 && cells.length > 1) this.#width = cells.length;
    for (let i = 0; i < result.length; i++) {
      const cell = result[i] as string;
      if (cell.charCodeAt(0) === 39) result[i] = unguardFormula(cell);
    }
    return { row, cells: result };
  }

  #byOtherDelimiter(line: string, row: number): string[] | undefined {
    for (const other of DELIMITERS) {
      if (other === this.#delimiter || !line.includes(other)) continue;
      const { cells } = splitQuoted(line, other);
      if (cells.length !== this.#width) continue;
      this.#note('other-delimiter', row);
      return cells;
    }
    return undefined;
  }

  /** Cells of the record that starts at the current line, which holds a quotation mark; moves past its lines. */
  #quoted(line: string): string[] {
    const alone = splitQuoted(line, this.#delimiter);
    this.#position++;
    if (!alone.open) {
      if (alone.stray) this.#note('unbalanced-quote', this.#row + 1);
      return alone.cells;
    }
    const literal = splitLiteral(line, this.#delimiter);
    const joined = this.#join(line, literal.length === this.#width && this.#width > 1);
    if (joined) return joined;
    this.#note('unbalanced-quote', this.#row + 1);
    return literal;
  }

  /** The record over several lines, or undefined where that reading is not believable. `whole`: the first line alone has the usual width. */
  #join(line: string, whole: boolean): string[] | undefined {
    let text = line;
    for (let extra = 0; extra < MAX_LINES_IN_CELL && this.#position + extra < this.#lines.length; extra++) {
      const next = this.#lines[this.#position + extra] as string;
      if (whole && splitLiteral(next, this.#delimiter).length === this.#width) return undefined;
      text += `\n${next}`;
      if (text.length > MAX_CHARACTERS_IN_CELL) return undefined;
      const { cells, open, stray } = splitQuoted(text, this.#delimiter);
      if (stray) return undefined;
      if (open) continue;
      if (this.#width > 0 && cells.length > this.#width) return undefined;
      this.#position += extra + 1;
      return cells;
    }
    return undefined;
  }
}

/**
 * Splits one record. `open`: a quoted cell does not end. `stray`: a quotation mark stands where none belongs, such as
 * `"Batik "Jaya""`; it is kept as a character.
 */
function splitQuoted(
  text: string,
  delimiter: Delimiter | undefined,
): { cells: string[]; open: boolean; stray: boolean } {
  const cells: string[] = [];
  let stray = false;
  let position = 0;
  for (;;) {
    if (text.charCodeAt(position) !== 34) {
      const end = delimiter === undefined ? -1 : text.indexOf(delimiter, position);
      cells.push(text.slice(position, end < 0 ? undefined : end));
      if (end < 0) return { cells, open: false, stray };
      position = end + 1;
      continue;
    }
    let cell = '';
    let start = position + 1;
    for (;;) {
      const quote = text.indexOf('"', start);
      if (quote < 0) return { cells: [...cells, cell + text.slice(start)], open: true, stray };
      cell += text.slice(start, quote);
      const next = text[quote + 1];
      if (next === '"') {
        cell += '"';
        start = quote + 2;
      } else if (next === undefined || next === delimiter) {
        position = quote + 1;
        break;
      } else {
        stray = true;
        cell += '"';
        start = quote + 1;
      }
    }
    cells.push(cell);
    if (position >= text.length) return { cells, open: false, stray };
    position++;
  }
}

/** Splits with quotation marks as plain characters; a lone mark at the start of a cell is dropped. */
function splitLiteral(line: string, delimiter: Delimiter | undefined): string[] {
  const cells = delimiter === undefined ? [line] : line.split(delimiter);
  return cells.map((cell) =>
    /^"[^"]*"$/.test(cell) ? cell.slice(1, -1) : cell.startsWith('"') ? cell.slice(1) : cell,
  );
}
