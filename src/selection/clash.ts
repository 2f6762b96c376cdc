/** Rules that cannot all be kept, though each smaller set of them can. */
export type Clash = { rows: ClashRow[] };

/**
 * @property code of the intake, budget, reserve or quota; of a candidate whose seat is settled: the candidate's id
 * @property limit seats, or for a budget rupiah
 * @property applicants of a reserve: how many with the tag applied to its intakes
 * @property reachable of a reserve: the most seats it can get while all other rules of the clash are kept
 */
export type ClashRow =
  | { kind: 'seats' | 'budget' | 'quota'; code: string; limit: number }
  | { kind: 'reserve'; code: string; limit: number; applicants: number; reachable: number }
  | { kind: 'settled'; code: string };

/**
 * What a clash is about: one reserve that has too few applicants; reserves that together exceed the seats, or the money;
 * a quota below what is reserved; seats settled beforehand that do not fit; or several of these together.
 */
export type ClashNature = 'too_few_applicants' | 'seats' | 'budget' | 'quota' | 'settled' | 'together';

export function natureOf({ rows }: Clash): ClashNature {
  const kinds = new Set(rows.map(({ kind }) => kind));
  if (kinds.has('settled')) return 'settled';
  kinds.delete('reserve');
  if (kinds.size === 0) return rows.length === 1 ? 'too_few_applicants' : 'together';
  const [only] = kinds;
  return kinds.size === 1 && only !== 'reserve' && only !== 'settled' ? only! : 'together';
}
