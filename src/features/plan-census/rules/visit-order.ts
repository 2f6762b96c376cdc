import type { AreaCode } from '#kernel/statutory/area-code.ts';

/** What the head of an RT says of a name on the village sheet: masih usaha, tutup, pindah, tidak kenal. */
export const rtWords = ['still_running', 'closed', 'moved', 'unknown_person'] as const;
export type RtWord = (typeof rtWords)[number];

export type RowToVisit = {
  rowId: string;
  inSample: boolean;
  /** *Keterangan RT*: below every visit. It orders visits, and never counts as one (K5). */
  rtInformation: RtWord | null;
  villageCode: AreaCode | null;
  rw: string | null;
  rt: string | null;
};

/** Who is likely there goes first; a name that the RT does not know may still be found, what moved or closed hardly. */
const turn: Readonly<Record<RtWord | 'not_said', number>> = {
  still_running: 0,
  not_said: 1,
  unknown_person: 2,
  moved: 3,
  closed: 4,
};

/**
 * The order in which an enumerator goes: the sub-sample first, whatever the RT said of it (all of it must be visited, or
 * nothing can be estimated), then as likely as the RT makes it; among equals place by place.
 */
export function visitOrder<Row extends RowToVisit>(rows: readonly Row[]): Row[] {
  const rank = (row: Row) => (row.inSample ? -1 : turn[row.rtInformation ?? 'not_said']);
  return [...rows].sort((a, b) => rank(a) - rank(b) || byNeighbourhood(a, b));
}

type Place = Pick<RowToVisit, 'rowId' | 'villageCode' | 'rw' | 'rt'>;

/**
 * By village, RW and RT (as numbers: 9 before 10) and id, which rows got in the order of the RT's sheet. What has no
 * village, RW or RT comes last, since it takes asking.
 */
export function byNeighbourhood(a: Place, b: Place): number {
  return (
    compare(a.villageCode || null, b.villageCode || null) ||
    byNumber(a.rw, b.rw) ||
    byNumber(a.rt, b.rt) ||
    compare(a.rowId, b.rowId)
  );
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

const byNumber = (a: string | null, b: string | null): number =>
  a === null || b === null ? compare(a, b) : Number(a) - Number(b);
