import { compareText, type Option, prepare } from './prepare.ts';
import type { Seat, SelectionProblem } from './problem.ts';
import { choiceFrom } from './reasons.ts';
import { brokenBySwap, usedOf } from './swap.ts';

/** Everybody without a seat who applied for an intake, in the order in which they are asked. */
export function waitingList(
  problem: SelectionProblem,
  seats: readonly Seat[],
  intake: string,
): { candidate: string; score: number; lot: number }[] {
  const { contenders, ranking } = prepare(problem);
  const seated = new Set(seats.map(({ candidate }) => candidate));
  return ranking
    .map((at) => contenders[at]!)
    .filter(({ id, options }) => !seated.has(id) && options.some((one) => one.intake === intake))
    .map(({ id, score, lot }) => ({ candidate: id, score, lot }));
}

/**
 * @property skipped those before the next on the list, and which limit each would break now: they keep their place
 * @property next null: nobody on the list fits; then `instead` is the first who would if the reserves in `short` were given
 * up, or null
 */
export type NextInLine = {
  next: string | null;
  skipped: { candidate: string; limits: string[] }[];
  instead: { candidate: string; short: string[] } | null;
};

/**
 * Who moves up when somebody leaves: the first on the waiting list with whom every reserve, quota and budget still holds.
 * Nobody else's seat changes.
 * @param seats as they stand, with whoever moved up before, and still with the one who leaves
 * @param gone those who are not to be asked (again): they left, or stayed silent
 */
export function nextInLine(
  problem: SelectionProblem,
  seats: readonly Seat[],
  leaving: Seat,
  gone: readonly string[] = [],
): NextInLine {
  const prepared = prepare(problem);
  const { contenders, rows } = prepared;
  const choice = choiceFrom(prepared, seats);
  const used = usedOf(prepared, choice);
  const [left] = choiceFrom(prepared, [leaving]).values();
  const optionOf = new Map<string, Option>();
  for (const { id, options } of contenders) {
    const option = options.find((one) => one.intake === leaving.intake);
    if (option) optionOf.set(id, option);
  }
  const away = new Set([...gone, leaving.candidate]);
  const skipped: NextInLine['skipped'] = [];
  let instead: NextInLine['instead'] = null;
  for (const { candidate } of waitingList(problem, seats, leaving.intake)) {
    if (away.has(candidate)) continue;
    const broken = brokenBySwap(prepared, used, left!, optionOf.get(candidate)!);
    if (broken.length === 0) return { next: candidate, skipped, instead: null };
    const limits = broken.map((row) => rows[row]!.name).sort(compareText);
    skipped.push({ candidate, limits });
    if (!instead && broken.every((row) => rows[row]!.kind === 'reserve'))
      instead = { candidate, short: limits };
  }
  return { next: null, skipped, instead };
}
