import type { ColumnDamageReport } from '../rules/damaged-column.ts';

/** Reports come sheet by sheet; a column that went through the same in several of them is told once, with the sum. */
export function wholeColumns(damage: readonly ColumnDamageReport[]): ColumnDamageReport[] {
  const byColumn = new Map<string, ColumnDamageReport>();
  for (const report of damage) {
    const key = `${report.column} ${report.field} ${report.verdict}`;
    const { judged = 0, suspect = 0 } = byColumn.get(key) ?? {};
    byColumn.set(key, { ...report, judged: judged + report.judged, suspect: suspect + report.suspect });
  }
  return [...byColumn.values()];
}
