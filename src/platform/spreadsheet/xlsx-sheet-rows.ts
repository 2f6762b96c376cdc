import type { MergedCells } from './merged-cells.ts';
import { columnIndex } from './merged-cells.ts';
import { type NumberFormat, readNumber } from './number-format.ts';
import type { ReadingContext, RowBatcher } from './row-batcher.ts';
import { type SharedTextPool, unescapeWorkbookText } from './shared-text-pool.ts';
import type { CellMarkKind, CellValue } from './spreadsheet-event.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';
import { type XmlHandler, xmlAttribute } from './xml-scanner.ts';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const PLAIN: NumberFormat = { kind: 'plain' };

export interface XlsxSheetSource {
  name: string;
  texts: SharedTextPool;
  formats: NumberFormat[];
  date1904: boolean;
  merges: MergedCells;
}

/** Turns the XML of one sheet into rows for the batcher. */
export class XlsxSheetRows implements XmlHandler {
  readonly #source: XlsxSheetSource;
  readonly #batcher: RowBatcher;
  readonly #context: ReadingContext;
  #row = 0;
  #hidden = false;
  #cells: CellValue[] = [];
  #column = -1;
  #type = '';
  #style = 0;
  #formula = false;
  #phonetic = false;
  /** Text of the element being read, or undefined while outside one that matters. */
  #text: string | undefined;
  #value = '';

  constructor(source: XlsxSheetSource, batcher: RowBatcher, context: ReadingContext) {
    this.#source = source;
    this.#batcher = batcher;
    this.#context = context;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' || (name === 't' && !this.#phonetic)) this.#text = '';
    else if (name === 'f') this.#formula = true;
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'rPh') this.#phonetic = true;
  }

  text(text: string): void {
    if (this.#text === undefined) return;
    this.#text += text;
    if (this.#text.length > this.#context.limits.cellCharacters) this.#tooLong();
  }

  close(name: string): void {
    if (name === 'v' || name === 't') {
      this.#value += this.#text ?? '';
      this.#text = undefined;
    } else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
    else if (name === 'rPh') this.#phonetic = false;
  }

  #openRow(attributes: string): void {
    const stated = xmlAttribute(attributes, 'r');
    const number = stated === undefined ? this.#row + 1 : Number(stated);
    const sensible = Number.isInteger(number) && number > this.#row && number <= LAST_ROW;
    if (!sensible)
      this.#context.notes.add('odd-row-number', { sheet: this.#source.name, row: this.#row + 1 });
    this.#row = sensible ? number : this.#row + 1;
    const hidden = xmlAttribute(attributes, 'hidden');
    this.#hidden = hidden === '1' || hidden === 'true';
    this.#cells = [];
    this.#column = -1;
  }

  #closeRow(): void {
    this.#source.merges.fill(this.#row, this.#cells, this.#batcher);
    this.#batcher.add(this.#row, this.#cells, this.#hidden);
    this.#cells = [];
  }

  #openCell(attributes: string): void {
    const reference = xmlAttribute(attributes, 'r');
    const column = reference === undefined ? this.#column + 1 : columnIndex(reference);
    if (column < 0 || column >= LAST_COLUMN)
      throw new RefusedFile('damaged-file', { sheet: this.#source.name, row: this.#row });
    this.#column = column;
    this.#type = xmlAttribute(attributes, 't') ?? 'n';
    this.#style = Number(xmlAttribute(attributes, 's') ?? 0);
    this.#formula = false;
    this.#value = '';
  }

  #closeCell(): void {
    const value = this.#value;
    if (this.#formula) {
      if (value === '' && this.#type !== 'str') {
        this.#context.notes.add('formula-without-value', { sheet: this.#source.name, row: this.#row });
      }
      this.#mark('formula');
    }
    if (value === '') return;
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = this.#typed(value);
  }

  #typed(value: string): CellValue {
    switch (this.#type) {
      case 's': {
        const text = this.#source.texts.get(Number(value));
        if (text === undefined) this.#damaged('a cell names a text that the file does not have');
        return text;
      }
      case 'n': {
        const read = readNumber(value, this.#source.formats[this.#style] ?? PLAIN, this.#source.date1904);
        if (read.mark) this.#mark(read.mark);
        return read.value;
      }
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        this.#mark('error');
        return value;
      case 'd':
        this.#mark('date');
        return value;
      default:
        return unescapeWorkbookText(value);
    }
  }

  #mark(mark: CellMarkKind): void {
    this.#batcher.mark(this.#row, this.#column, mark);
  }

  #tooLong(): never {
    const limit = this.#context.limits.cellCharacters;
    throw new RefusedFile('cell-too-long', {
      sheet: this.#source.name,
      row: this.#row,
      column: this.#column + 1,
      limit,
    });
  }

  #damaged(reason: string): never {
    throw new RefusedFile('damaged-file', { sheet: this.#source.name, row: this.#row, reason });
  }
}
