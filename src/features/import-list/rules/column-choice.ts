import type { ColumnUnit, Period } from '#kernel/parse-rupiah.ts';
import { fieldFacts, type ListField, namingFields } from './list-fields.ts';

/**
 * What one column is taken to hold. `unit` and `period` matter for money only; `year` is the year that amounts and
 * workers are of, null for the year of the list.
 */
export type ColumnChoice = {
  readonly field: ListField | null;
  readonly unit: ColumnUnit;
  readonly period: Period | null;
  readonly year: number | null;
};

/** One choice a column, in the order of the columns. */
export type ColumnMapping = readonly ColumnChoice[];

export const unused: ColumnChoice = { field: null, unit: 1, period: null, year: null };

/** A mapping that officer, preset or memory settled for the headings of a source. */
export type RememberedMapping = { readonly signature: string; readonly mapping: ColumnMapping };

export type MappingFault =
  | { readonly code: 'no_name_column' }
  | { readonly code: 'field_twice'; readonly field: ListField };

/** What keeps a mapping, settled by hand or not, from being used. */
export function mappingFaults(mapping: ColumnMapping): MappingFault[] {
  const faults: MappingFault[] = [];
  if (!mapping.some(({ field }) => field !== null && namingFields.includes(field)))
    faults.push({ code: 'no_name_column' });
  const seen = new Set<string>();
  for (const { field, year } of mapping) {
    if (field === null || fieldFacts[field].repeatable) continue;
    // Sales of 2020 beside sales of 2021 are two things.
    const key = `${field} ${fieldFacts[field].kind === 'money' ? year : ''}`;
    if (seen.has(key)) faults.push({ code: 'field_twice', field });
    seen.add(key);
  }
  return faults;
}
