import type { FieldCode } from '#kernel/field-code.ts';
import type { Parsed } from '#kernel/refusal.ts';
import { type Cell, cellText, cutText, isBlankMark, type Row } from './cell.ts';
import type { ColumnChoice, ColumnMapping } from './column-choice.ts';
import type { ColumnDamageReport } from './damaged-column.ts';
import { fieldFacts, type ListField } from './list-fields.ts';
import { type ProblemCode, type RowProblem, severityOf } from './list-problems.ts';

/** Where each field stands, worked out once for a list. */
export type FieldColumns = ReadonlyMap<
  ListField,
  readonly { readonly column: number; readonly choice: ColumnChoice }[]
>;

/** Columns damaged as a whole are left out: they were reported once, and their cells mean nothing. */
export function columnsOf(mapping: ColumnMapping, damage: readonly ColumnDamageReport[]): FieldColumns {
  const columns = new Map<ListField, { column: number; choice: ColumnChoice }[]>();
  mapping.forEach((choice, column) => {
    if (choice.field === null || choice.field === 'kept') return;
    if (damage.some((report) => report.column === column && report.verdict === 'damaged')) return;
    const before = columns.get(choice.field);
    if (before) before.push({ column, choice });
    else columns.set(choice.field, [{ column, choice }]);
  });
  return columns;
}

const longestValue = 120;

/** One row by fields instead of columns, gathering what is wrong with it. */
export class RowReading {
  readonly problems: RowProblem[] = [];
  readonly #row: Row;
  readonly #columns: FieldColumns;

  constructor(row: Row, columns: FieldColumns) {
    this.#row = row;
    this.#columns = columns;
  }

  has(field: ListField): boolean {
    return this.#columns.has(field);
  }

  /** Filled cells of the field with how their column is read; blank marks ("-", "tidak ada") are no filling. */
  cells(field: ListField): { cell: Cell; text: string; column: number; choice: ColumnChoice }[] {
    const found: { cell: Cell; text: string; column: number; choice: ColumnChoice }[] = [];
    for (const { column, choice } of this.#columns.get(field) ?? []) {
      const cell = this.#row[column] ?? null;
      const text = cellText(cell);
      if (text !== '' && !isBlankMark(text)) found.push({ cell, text, column, choice });
    }
    return found;
  }

  /** The first filled cell's text; '' when there is none. */
  text(field: ListField): string {
    const columns = this.#columns.get(field);
    if (columns === undefined) return '';
    for (const { column } of columns) {
      const text = cellText(this.#row[column]);
      if (text !== '' && !isBlankMark(text)) return text;
    }
    return '';
  }

  /** The first cell that is not empty, blank marks included: "tidak ada" answers some questions, and 0 is a count. */
  raw(field: ListField): string {
    for (const { column } of this.#columns.get(field) ?? []) {
      const text = cellText(this.#row[column]);
      if (text !== '') return text;
    }
    return '';
  }

  /** Text of at most `longest` characters, cut with a warning where it is longer. */
  shortText(field: ListField, longest: number): string | null {
    const text = this.text(field);
    if (text === '') return null;
    if (text.length <= longest) return text;
    this.report(field, 'text_shortened');
    return cutText(text, longest).trimEnd();
  }

  /** What the parser makes of the field; what it refuses is reported, blank cells are not. */
  parse<T>(field: ListField, parser: (text: string) => Parsed<T>): T | null {
    const text = this.text(field);
    if (text === '') return null;
    const parsed = parser(text);
    if (parsed.ok) return parsed.value;
    this.refuse(field, parsed.refusal);
    return null;
  }

  /** Notes a parser's refusal; a cell that is blank to it is nothing to mend. */
  refuse(field: ListField, code: FieldCode, column?: number): void {
    if (code !== 'blank') this.report(field, code, { column });
  }

  report(
    field: ListField | null,
    code: ProblemCode,
    more: {
      column?: number | undefined;
      value?: string;
      count?: number;
      options?: RowProblem['options'];
    } = {},
  ): void {
    const column = more.column ?? (field === null ? null : this.#filledColumn(field));
    const stood = more.value ?? (column === null ? '' : cellText(this.#row[column]));
    this.problems.push({
      column,
      field,
      code,
      severity: severityOf(code, field),
      value:
        field !== null && fieldFacts[field].personal
          ? veiled(stood)
          : cutText(veilLongNumbers(stood), longestValue),
      ...(more.count === undefined ? {} : { count: more.count }),
      ...(more.options === undefined ? {} : { options: more.options }),
    });
  }

  #filledColumn(field: ListField): number | null {
    const columns = this.#columns.get(field) ?? [];
    return (columns.find(({ column }) => cellText(this.#row[column]) !== '') ?? columns[0])?.column ?? null;
  }
}

/** A NIK or phone that strayed into another column is personal there too. */
function veilLongNumbers(text: string): string {
  return text.replace(/\d(?:[\s.-]?\d){8,}/g, (number) => `…${number.slice(-4)}`);
}

/** `…1234` of a number, enough to find the row on paper; of a birth date or an address nothing. */
function veiled(text: string): string {
  return /^[\d\s.'+()/-]+$/.test(text) && text.replace(/\D/g, '').length > 8 ? `…${text.slice(-4)}` : '…';
}
