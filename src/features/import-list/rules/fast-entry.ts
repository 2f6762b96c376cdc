import type { Row } from './cell.ts';
import { type ColumnMapping, unused } from './column-choice.ts';
import type { ListContext } from './list-context.ts';
import type { ListField } from './list-fields.ts';
import { rowValidator, type ValidatedRow } from './validate-row.ts';

/**
 * A column of the grid beside the photographed page. `carriesOver`: the next row starts with the value of this one,
 * as a page is of one village and often of one RT.
 */
export type FastEntryColumn = {
  readonly field: ListField;
  readonly carriesOver: boolean;
  /** Which keyboard a phone or tablet shows. */
  readonly inputMode: 'text' | 'numeric' | 'tel';
};

const column = (
  field: ListField,
  inputMode: FastEntryColumn['inputMode'] = 'text',
  carriesOver = false,
): FastEntryColumn => ({
  field,
  carriesOver,
  inputMode,
});

/** What paper lists of village offices hold, in the order in which they write it. */
export const fastEntryColumns: readonly FastEntryColumn[] = [
  column('full_name'),
  column('nik', 'numeric'),
  column('rt', 'numeric', true),
  column('rw', 'numeric', true),
  column('village', 'text', true),
  column('activity'),
  column('business_name'),
  column('phone', 'tel'),
];

/** Columns that a page may hold besides; the officer adds those that it has. */
export const furtherColumns: readonly FastEntryColumn[] = [
  column('no_kk', 'numeric'),
  column('sex'),
  column('birth_date'),
  column('disability'),
  column('address'),
  column('hamlet', 'text', true),
  column('district', 'text', true),
  column('product'),
  column('nib', 'numeric'),
  column('sales'),
  column('capital'),
  column('workers', 'numeric'),
  column('start_year', 'numeric'),
  column('notes'),
];

const everyColumn = [...fastEntryColumns, ...furtherColumns];
/** All that can be typed, in the order of paper lists. */
export const typedFields: readonly ListField[] = everyColumn.map(({ field }) => field);

/** The columns of these fields, in the order of paper lists, whatever order they were chosen in. */
export function columnsOfFields(fields: readonly (ListField | null)[]): FastEntryColumn[] {
  return everyColumn.filter(({ field }) => fields.includes(field));
}

/** A row as typed, by field. */
export type TypedRow = Partial<Record<ListField, string>>;

/** The row as a list holds it: one cell a column, null where nothing was typed. */
export function cellsOfTyped(columns: readonly FastEntryColumn[], typed: TypedRow): Row {
  return columns.map(({ field }) => typed[field]?.trim() || null);
}

/** And back; fields left empty are left out. */
export function typedOfCells(columns: readonly FastEntryColumn[], cells: Row): TypedRow {
  return Object.fromEntries(
    columns.flatMap(({ field }, at) => (cells[at] == null ? [] : [[field, String(cells[at])]])),
  );
}

/** Paper lists ask for the turnover of a month. */
export function fastEntryMapping(columns: readonly FastEntryColumn[]): ColumnMapping {
  return columns.map(({ field }) => ({ ...unused, field, period: field === 'sales' ? 'month' : null }));
}

/** Checks typed rows by the very rules of a list that comes as a file. */
export function typedRowValidator(
  columns: readonly FastEntryColumn[],
  context: ListContext,
): (typed: TypedRow) => ValidatedRow {
  const validate = rowValidator(fastEntryMapping(columns), { ...context, damage: [] });
  return (typed) => validate(cellsOfTyped(columns, typed));
}

/** Whether nothing was typed beyond what came over from the row before: such a row is not kept. */
export function isEmptyTyped(columns: readonly FastEntryColumn[], typed: TypedRow): boolean {
  return columns.every(({ field, carriesOver }) => carriesOver || (typed[field] ?? '').trim() === '');
}

/** The row that Enter opens below. */
export function nextTyped(columns: readonly FastEntryColumn[], typed: TypedRow): TypedRow {
  return Object.fromEntries(
    columns
      .filter(({ field, carriesOver }) => carriesOver && (typed[field] ?? '') !== '')
      .map(({ field }) => [field, typed[field]]),
  );
}
