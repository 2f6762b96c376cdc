import type { FieldRefusal, Refusal } from '#kernel/refusal.ts';
import { type ColumnMapping, unused } from '../rules/column-choice.ts';
import { fieldFacts, type ListField, listFields } from '../rules/list-fields.ts';

const whole = (text: string | undefined): number | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : Number(trimmed);
};
const isField = (text: string): text is ListField => (listFields as readonly string[]).includes(text);

/**
 * What the mapping form says, as `confirmMapping` wants it: `field-3`, `period-3`, `unit-3`, `year-3` for the fourth
 * column. Period, unit and year of a column that holds no money are left behind, shown or not.
 */
export function readMapping(importId: string, typed: Readonly<Record<string, string>>) {
  const numbers = Object.keys(typed).flatMap((name) => /^field-(\d{1,3})$/.exec(name)?.[1] ?? []);
  const width = Math.max(-1, ...numbers.map(Number)) + 1;
  const columns = Array.from({ length: width }, (_, at) => {
    const field = typed[`field-${at}`] ?? '';
    if (!isField(field)) return { ...unused, field: field === '' ? null : field };
    if (fieldFacts[field].kind !== 'money') return { ...unused, field };
    return {
      field,
      unit: whole(typed[`unit-${at}`]) ?? 1,
      period: field === 'sales' ? typed[`period-${at}`] || null : null,
      year: whole(typed[`year-${at}`]),
    };
  });
  return {
    importId,
    list: whole(typed.list) ?? 0,
    columns,
    kbliVersion: typed.kbliVersion,
    figureYear: whole(typed.figureYear),
    previousImportId: typed.previousImportId || null,
  };
}

/** The columns as a rule reads them; null when one of them is no field at all. */
export function readableColumns(columns: ReturnType<typeof readMapping>['columns']): ColumnMapping | null {
  return columns.every(({ field }) => field === null || isField(field)) ? (columns as ColumnMapping) : null;
}

/**
 * What the form cannot mean, by the names of its own fields: years that are no numbers, and sales without a period,
 * which would be taken for a year's.
 */
export function unclearFields({ columns, figureYear }: ReturnType<typeof readMapping>): FieldRefusal[] {
  const fields = columns.flatMap(({ field, period, year }, at): FieldRefusal[] => [
    ...(field === 'sales' && period === null ? [{ path: `period-${at}`, code: 'blank' as const }] : []),
    ...(Number.isNaN(year) ? [{ path: `year-${at}`, code: 'not_a_number' as const }] : []),
  ]);
  return Number.isNaN(figureYear) ? [...fields, { path: 'figureYear', code: 'not_a_number' }] : fields;
}

/** `columns.3.field` as the form calls it: `field-3`. */
export function refusalOfMapping(refusal: Refusal): Refusal {
  const fields = refusal.fields?.map(
    ({ path, code }): FieldRefusal => ({
      path: path.replace(/^columns\.(\d+)\.(\w+)$/, '$2-$1').replace(/^columns$/, 'field-0'),
      code,
    }),
  );
  return fields ? { ...refusal, fields } : refusal;
}
