import type { Highs } from 'highs';
import { atLeastRows, priceOptions } from '../bound.ts';
import { byScore, type Core, wholeCore } from '../core.ts';
import type { Prepared } from '../prepare.ts';
import type { Method } from '../selection.ts';
import { relax, type Solved } from './solve-model.ts';

/** Below this all contenders are looked at from the start. */
const FEW = 3_000;
/** Best contenders taken per seat of a row, and besides. */
const PER_SEAT = 2;
const BESIDES = 50;
/** Most contenders that one round adds. */
const PER_ROUND = 5_000;
/** Worth less than this, in score units, is no worth: prices come from floating point. */
const NEAR = 1e-6;

export type Relaxed = {
  prices: Float64Array;
  /** The highest score with parts of seats: no list scores higher. */
  value: number;
  /** Places of the contenders that the solver has seen; all others were shown to be too dear at these prices. */
  seen: readonly number[];
  rounds: number;
};

/**
 * The relaxation of the whole problem: solved over the contenders who can matter, then whoever would be worth a seat at the
 * prices found is added, until nobody is. The result is that of all contenders at once.
 * @returns null where not even parts of seats fit
 */
export function solveRelaxation(highs: Highs, prepared: Prepared, method: Method): Relaxed | null {
  const { contenders } = prepared;
  const whole = wholeCore(prepared);
  const place = new Int32Array(contenders.length).fill(-1);
  for (const [at, { contender }] of whole.open.entries()) place[contender] = at;
  let seen = whole.open.length <= FEW ? whole.open.map(({ contender }) => contender) : promising(prepared);
  for (let rounds = 1; ; rounds += 1) {
    const everybody = seen.length >= whole.open.length;
    const core: Core = {
      ...whole,
      open: everybody ? whole.open : seen.map((one) => whole.open[place[one]!]!),
    };
    const solved = relax(highs, { prepared, core, worth: byScore(prepared) }, method);
    if (!solved && everybody) return null;
    const more = solved
      ? worthASeat(prepared, solved, new Set(seen))
      : whole.open.map(({ contender }) => contender);
    if (solved && more.length === 0)
      return { prices: solved.prices, value: solved.value + settledScore(whole, prepared), seen, rounds };
    seen = solved ? [...seen, ...more].sort((a, b) => a - b) : more;
  }
}

const settledScore = ({ settled }: Core, { contenders }: Prepared) =>
  settled.reduce((sum, [contender]) => sum + contenders[contender]!.score, 0);

/** In the published order, until each row of seats and each reserve has seen several for each of its seats. */
function promising({ contenders, ranking, rows }: Prepared): number[] {
  const room = rows.map(({ kind, limit }) =>
    kind === 'seats' || kind === 'reserve' ? PER_SEAT * limit + BESIDES : 0,
  );
  return ranking
    .filter((at) => {
      const { options, must } = contenders[at]!;
      const used = new Set(options.flatMap((option) => option.rows));
      const wanted = !must && [...used].some((row) => room[row]! > 0);
      if (wanted) for (const row of used) room[row]! -= 1;
      return wanted;
    })
    .sort((a, b) => a - b);
}

function worthASeat(prepared: Prepared, { prices }: Solved, seen: ReadonlySet<number>): number[] {
  const price = priceOptions(prices, atLeastRows(prepared));
  const found: { at: number; worth: number }[] = [];
  for (const [at, { score, options, must }] of prepared.contenders.entries()) {
    if (must || seen.has(at)) continue;
    let worth = 0;
    for (const option of options) worth = Math.max(worth, score - price(option));
    if (worth > NEAR) found.push({ at, worth });
  }
  return found
    .sort((a, b) => b.worth - a.worth || a.at - b.at)
    .slice(0, PER_ROUND)
    .map(({ at }) => at);
}
