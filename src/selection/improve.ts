import type { Option, Prepared } from './prepare.ts';
import { addTo, brokenBySwap, type Choice, usedOf } from './swap.ts';

/** Rounds at most; each looks at everybody once. */
const ROUNDS = 20;

type Move = { leaving: number | null; option: Option };

/**
 * A better list by single moves, as long as there are any: somebody takes a free seat, or somebody of more points takes the
 * place of somebody, in the same intake or another. So money that whole seats left over is used up.
 * @param near contenders who may come in
 */
export function improve(prepared: Prepared, choice: Choice, near: readonly number[]): Choice {
  const { contenders } = prepared;
  const seated = new Map(choice);
  const used = usedOf(prepared, seated);
  for (let round = 0, moved = true; moved && round < ROUNDS; round += 1) {
    moved = false;
    for (const coming of near) {
      if (seated.has(coming)) continue;
      const move = bestMove(coming);
      if (!move) continue;
      if (move.leaving !== null) {
        addTo(used, seated.get(move.leaving)!, -1);
        seated.delete(move.leaving);
      }
      addTo(used, move.option, 1);
      seated.set(coming, move.option);
      moved = true;
    }
  }
  return new Map([...seated].sort(([a], [b]) => a - b));

  function bestMove(coming: number): Move | null {
    const { score, options } = contenders[coming]!;
    let best: Move | null = null;
    let least = score;
    for (const option of options) {
      if (score > 0 && brokenBySwap(prepared, used, null, option).length === 0)
        return { leaving: null, option };
      for (const [leaving, seat] of seated) {
        const holder = contenders[leaving]!;
        if (holder.must || holder.score >= least) continue;
        if (brokenBySwap(prepared, used, seat, option).length > 0) continue;
        best = { leaving, option };
        least = holder.score;
      }
    }
    return best;
  }
}
