import type { MergedCells } from './merged-cells.ts';
import { readNumber } from './number-format.ts';
import type { ReadingContext, RowBatcher } from './row-batcher.ts';
import type { CellValue } from './spreadsheet-event.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';
import { xmlAttribute } from './xml-scanner.ts';

const PLAIN = { kind: 'plain' } as const;
/** LibreOffice writes equal rows once with a count; more cells than this out of one tag is no list but a bomb. */
const MAX_REPEATED_CELLS = 1_000_000;

/** Turns the rows of one sheet of an OpenDocument spreadsheet (ODF 1.3 part 3, chapter 9) into rows for the batcher. */
export class OdsSheetRows {
  readonly #batcher: RowBatcher;
  readonly #merges: MergedCells;
  readonly #context: ReadingContext;
  readonly #sheet: string;
  #row = 0;
  #rowRepeat = 1;
  #hidden = false;
  #cells: CellValue[] = [];
  #column = 0;
  #attributes: string | undefined;
  #paragraphs: string[] = [];
  #inParagraph = 0;
  #inAnnotation = 0;

  constructor(sheet: string, batcher: RowBatcher, merges: MergedCells, context: ReadingContext) {
    this.#sheet = sheet;
    this.#batcher = batcher;
    this.#merges = merges;
    this.#context = context;
  }

  open(name: string, attributes: string): void {
    if (name === 'table-row') {
      this.#rowRepeat = repeatCount(attributes, 'table:number-rows-repeated');
      this.#hidden = /table:visibility="(collapse|filter)"/.test(attributes);
      this.#cells = [];
      this.#column = 0;
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.#attributes = attributes;
      this.#paragraphs = [];
    } else if (name === 'annotation') this.#inAnnotation++;
    else if (this.#attributes === undefined || this.#inAnnotation > 0) return;
    else if (name === 'p' && this.#inParagraph++ === 0) this.#paragraphs.push('');
    else if (name === 's') this.text(' '.repeat(Math.min(100, repeatCount(attributes, 'text:c'))));
    else if (name === 'tab') this.text('\t');
    else if (name === 'line-break') this.text('\n');
  }

  text(text: string): void {
    if (this.#inParagraph === 0 || this.#inAnnotation > 0 || this.#attributes === undefined) return;
    const paragraph = this.#paragraphs.length - 1;
    const longer = (this.#paragraphs[paragraph] ?? '') + text;
    const limit = this.#context.limits.cellCharacters;
    if (longer.length > limit)
      throw new RefusedFile('cell-too-long', { sheet: this.#sheet, row: this.#row + 1, limit });
    this.#paragraphs[paragraph] = longer;
  }

  close(name: string): void {
    if (name === 'annotation') this.#inAnnotation--;
    else if (name === 'p' && this.#inParagraph > 0 && this.#inAnnotation === 0) this.#inParagraph--;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#closeCell(this.#attributes ?? '');
    else if (name === 'table-row') this.#closeRow();
  }

  #closeCell(attributes: string): void {
    this.#attributes = undefined;
    this.#inParagraph = 0;
    const repeat = repeatCount(attributes, 'table:number-columns-repeated');
    const value = this.#typed(attributes, this.#paragraphs.join('\n'));
    if (value !== null && value !== '') {
      while (this.#cells.length < this.#column) this.#cells.push(null);
      const end = Math.min(this.#column + repeat, this.#context.limits.columns + 1);
      for (let column = this.#column; column < end; column++) this.#cells[column] = value;
    }
    this.#column += repeat;
  }

  #typed(attributes: string, text: string): CellValue {
    const row = this.#row + 1;
    if (attributes.includes('table:formula=')) {
      this.#batcher.mark(row, this.#column, 'formula');
      if (text === '') this.#context.notes.add('formula-without-value', { sheet: this.#sheet, row });
    }
    if (attributes.includes('calcext:value-type="error"')) {
      this.#batcher.mark(row, this.#column, 'error');
      return text;
    }
    switch (xmlAttribute(attributes, 'office:value-type')) {
      case 'float':
      case 'currency': {
        // Leading zeros are a matter of display here: the shown text keeps them, the value does not.
        if (/^[+0]\d{5,}$/.test(text)) return text;
        const read = readNumber(xmlAttribute(attributes, 'office:value') ?? text, PLAIN, false);
        if (read.mark) this.#batcher.mark(row, this.#column, read.mark);
        return read.value;
      }
      case 'date':
        this.#batcher.mark(row, this.#column, 'date');
        return (xmlAttribute(attributes, 'office:date-value') ?? text).replace(/T00:00:00(\.0+)?$/, '');
      case 'time':
        this.#batcher.mark(row, this.#column, 'date');
        return text;
      case 'boolean':
        return xmlAttribute(attributes, 'office:boolean-value') === 'true';
      default:
        return text;
    }
  }

  #closeRow(): void {
    const first = this.#row + 1;
    this.#row += this.#rowRepeat;
    if (this.#cells.length === 0) return;
    if (this.#rowRepeat * this.#cells.length > MAX_REPEATED_CELLS)
      throw new RefusedFile('archive-bomb', { reason: 'repeated rows' });
    const cells = this.#cells;
    for (let row = first; row <= this.#row; row++) {
      const copy = row === this.#row ? cells : cells.slice();
      this.#merges.fill(row, copy, this.#batcher);
      this.#batcher.add(row, copy, this.#hidden);
    }
  }
}

/** A count such as `table:number-columns-repeated`; 1 where it is missing or senseless. */
export function repeatCount(attributes: string, name: string): number {
  const stated = xmlAttribute(attributes, name);
  const count = stated === undefined ? 1 : Number(stated);
  return Number.isInteger(count) && count > 0 ? count : 1;
}
