import type { Figure } from './conditions.ts';

/**
 * Of figures in the order newest first: the newest of each kind. Workers are asked about as a whole: where only women or
 * only men were counted, there are at least so many.
 */
export function newestFigures(figures: readonly Figure[]): Figure[] {
  const newest = new Map<string, Figure>();
  for (const figure of figures) if (!newest.has(figure.kind)) newest.set(figure.kind, figure);
  const together = workersOf(newest.get('workers_female'), newest.get('workers_male'));
  const counted = newest.get('workers');
  newest.delete('workers_female');
  newest.delete('workers_male');
  if (together && (!counted || together.year > counted.year)) newest.set('workers', together);
  return [...newest.values()];
}

function workersOf(women: Figure | undefined, men: Figure | undefined): Figure | null {
  const newer = !women || (men && men.year > women.year) ? men : women;
  if (!newer) return null;
  const { year } = newer;
  if (women?.year !== men?.year) return { kind: 'workers', year, amount: newer.amount, upper: Infinity };
  const upper = [women!, men!].map((one) => one.upper ?? one.amount);
  return {
    kind: 'workers',
    year,
    amount: women!.amount + men!.amount,
    upper: women!.upper === null && men!.upper === null ? null : upper[0]! + upper[1]!,
  };
}
