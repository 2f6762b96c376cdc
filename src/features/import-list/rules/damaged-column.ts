import { isScientific } from '#kernel/statutory/digits-of.ts';
import { judgeColumn } from '#kernel/statutory/excel-damage.ts';
import { cellText, type Row } from './cell.ts';
import type { ColumnMapping } from './column-choice.ts';
import type { ListField } from './list-fields.ts';

/**
 * What a column of numbers went through in Excel. `damaged`: no value of it is used, the sender is asked once for the
 * list anew; rows come in without it and keep what stood there. `partly`: only values that end in 0 are set aside.
 */
export type ColumnDamageReport = {
  readonly column: number;
  readonly field: ListField;
  readonly verdict: 'sound' | 'partly' | 'damaged';
  /** Values that could be judged, and those that show damage. */
  readonly judged: number;
  readonly suspect: number;
};

/** Of numbers with a sound column's odds one in ten ends in 0; above this share of damage a 0 is more likely Excel's. */
const zeroIsSuspect = 0.1;
const fewest = 5;

const sixteenDigits = new Set<ListField>(['nik', 'no_kk']);
/** Shorter numbers survive as numbers and are lost only when saved as shown: 8,12E+10. */
const shownShort = new Set<ListField>(['phone', 'nib', 'npwp']);

/** Collects the identifier columns of a whole list row by row, and judges them at the end. */
export class DamageWatch {
  readonly #watched: { column: number; field: ListField; values: string[] }[];

  constructor(mapping: ColumnMapping) {
    this.#watched = mapping.flatMap(({ field }, column) =>
      field !== null && (sixteenDigits.has(field) || shownShort.has(field))
        ? [{ column, field, values: [] as string[] }]
        : [],
    );
  }

  /** A data row; titles and sums do not belong here. */
  add(row: Row): void {
    for (const { column, values } of this.#watched) {
      const text = cellText(row[column]);
      if (text.length > 4) values.push(text);
    }
  }

  reports(): ColumnDamageReport[] {
    return this.#watched.map(({ column, field, values }) => judge(column, field, values));
  }
}

function judge(column: number, field: ListField, values: readonly string[]): ColumnDamageReport {
  if (shownShort.has(field)) {
    const suspect = values.filter(isScientific).length;
    const isWhole = values.length >= fewest && suspect >= values.length * 0.8;
    const verdict = isWhole ? 'damaged' : suspect > 0 ? 'partly' : 'sound';
    return { column, field, verdict, judged: values.length, suspect };
  }
  const { verdict, judged, suspect, damagedShare } = judgeColumn(values);
  const isPartly = damagedShare >= zeroIsSuspect && judged >= fewest;
  return {
    column,
    field,
    verdict: verdict === 'damaged' ? 'damaged' : isPartly ? 'partly' : 'sound',
    judged,
    suspect,
  };
}

/** The judgement of a whole list at once, for lists that are at hand. */
export function judgeColumns(rows: Iterable<Row>, mapping: ColumnMapping): ColumnDamageReport[] {
  const watch = new DamageWatch(mapping);
  for (const row of rows) watch.add(row);
  return watch.reports();
}
