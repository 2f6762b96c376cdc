import type { PlainDate } from '#kernel/calendar.ts';
import { scaleBy, scaleCriteriaOn, type UmkmScale } from '#kernel/statutory/scale.ts';

export type Figure = {
  kind: string;
  year: number;
  amount: number;
  amountUpper: number | null;
  observedOn: PlainDate;
};

/** For each kind and year the figure observed last; earlier ones stay on record. */
export function currentFigures<F extends Figure>(figures: readonly F[]): F[] {
  const newest = new Map<string, F>();
  for (const figure of figures) {
    const key = `${figure.kind}:${figure.year}`;
    const known = newest.get(key);
    if (!known || figure.observedOn > known.observedOn) newest.set(key, figure);
  }
  return [...newest.values()].sort((a, b) => b.year - a.year || a.kind.localeCompare(b.kind));
}

/**
 * Scale by the newest yearly sales, else by the newest capital (PP 7/2021 art. 35: alternatives, never both). Null
 * while neither is known: unknown is not micro. A band counts by its upper end only when both ends agree.
 */
export function computeScale(figures: readonly Figure[], today: PlainDate): UmkmScale | null {
  const criteria = scaleCriteriaOn(today);
  if (!criteria) return null;
  const current = currentFigures(figures);
  for (const basis of ['sales', 'capital'] as const) {
    const newest = current.find((figure) => figure.kind === basis);
    if (!newest) continue;
    const lower = scaleBy(basis, newest.amount, criteria);
    const upper = scaleBy(basis, newest.amountUpper ?? newest.amount, criteria);
    return lower === upper ? lower : null;
  }
  return null;
}
