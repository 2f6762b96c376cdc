import type { WorkRow } from '#features/survey-field/rules/wire.ts';
import { metresBetween } from './position.ts';

export type RowState = 'to_do' | 'begun' | 'done';

/** What the phone itself knows of its rows, beyond what the office last said. */
export type Known = { drafts: ReadonlySet<string>; finished: ReadonlySet<string> };

/** Rows finished here of which the list does not know yet: unsent, or sent after it was fetched. */
export function finishedSince(
  finished: readonly { rowId: string | null; sentAt: string | null }[],
  pulledAt: string | null,
): Set<string> {
  return new Set(
    finished.flatMap(({ rowId, sentAt }) =>
      rowId && (sentAt === null || pulledAt === null || sentAt > pulledAt) ? [rowId] : [],
    ),
  );
}

/** The office's word counts, unless this phone has finished the row since. A row that was sent back is to be done again. */
export function stateOf(row: WorkRow, known: Known): RowState {
  if (known.drafts.has(row.rowId)) return 'begun';
  if (known.finished.has(row.rowId)) return 'done';
  return row.status === 'submitted' || row.status === 'approved' ? 'done' : 'to_do';
}

export type RowGroup = {
  key: string;
  rt: string;
  rw: string;
  village: string;
  isSample: boolean;
  rows: WorkRow[];
};

/** The random sample before all others, since the estimate waits for it; then by RT in the order of visiting. */
export function groupByRt(rows: readonly WorkRow[]): RowGroup[] {
  const sorted = [...rows].sort((a, b) => a.place - b.place);
  const sample = sorted.filter(({ inSample }) => inSample);
  const groups = new Map<string, RowGroup>();
  for (const row of sorted) {
    if (row.inSample) continue;
    const { rt = '', rw = '', village } = row;
    const key = [village, rw, rt].join('/');
    const group = groups.get(key) ?? { key, rt, rw, village, isSample: false, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const first = { key: 'sample', rt: '', rw: '', village: '', isSample: true, rows: sample };
  return [...(sample.length > 0 ? [first] : []), ...groups.values()];
}

type Place = { latitude: number; longitude: number };
export type NearRow = { row: WorkRow; metres: number };

/** Nearest first; rows without a place are left out. */
export function byDistance(rows: readonly WorkRow[], here: Place): NearRow[] {
  return rows
    .flatMap((row) => {
      const { latitude, longitude } = row;
      return latitude === undefined || longitude === undefined
        ? []
        : [{ row, metres: metresBetween(here, { latitude, longitude }) }];
    })
    .sort((a, b) => a.metres - b.metres);
}
