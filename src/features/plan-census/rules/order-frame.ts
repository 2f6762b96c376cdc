/** What tells where an enterprise stands on the sheet of its RT. */
export type Placed = {
  name: string;
  ownerName: string | null;
  rw: string | null;
  rt: string | null;
  address: string | null;
};

/** `007` and `7` are one RT, kept as `07`; `0` is none. */
export function plainNumber(text: string | null): string | null {
  const number = Number(text ?? '');
  return Number.isInteger(number) && number > 0 ? String(number).padStart(2, '0') : null;
}

// Houses stand in the order of their numbers: No. 9 before No. 10.
const collator = new Intl.Collator('id', { numeric: true, sensitivity: 'base' });

/** By RW, RT, address (those without one last), then by the name the RT head knows: the owner's. */
export function byPlace(a: Placed, b: Placed): number {
  return (
    compare(a.rw, b.rw) ||
    compare(a.rt, b.rt) ||
    compare(a.address, b.address) ||
    collator.compare(a.ownerName ?? a.name, b.ownerName ?? b.name) ||
    collator.compare(a.name, b.name)
  );
}

function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return collator.compare(a, b);
}

export const rtKey = ({ rw, rt }: Pick<Placed, 'rw' | 'rt'>): string => `${rw ?? ''}/${rt ?? ''}`;

/**
 * Gives new rows of one village their places: in order within each RT, behind those that are there already. What
 * stands on a printed sheet never moves.
 */
export function placeNew<Row extends Placed>(
  rows: readonly Row[],
  known: readonly { rw: string | null; rt: string | null; place: number }[],
): (Row & { place: number })[] {
  const last = new Map<string, number>();
  for (const row of known) last.set(rtKey(row), Math.max(last.get(rtKey(row)) ?? 0, row.place));
  return rows
    .map((row) => ({ ...row, rw: plainNumber(row.rw), rt: plainNumber(row.rt) }))
    .sort(byPlace)
    .map((row) => {
      const place = (last.get(rtKey(row)) ?? 0) + 1;
      last.set(rtKey(row), place);
      return { ...row, place };
    });
}
