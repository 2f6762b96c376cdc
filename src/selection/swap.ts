import type { Contender, Option, Prepared } from './prepare.ts';

/** The option of each chosen contender, by place. */
export type Choice = ReadonlyMap<number, Option>;

/** What is used of each row. */
export function usedOf({ rows }: Prepared, choice: Choice): Float64Array {
  const used = new Float64Array(rows.length);
  for (const option of choice.values()) addTo(used, option, 1);
  return used;
}

export function addTo(used: Float64Array, { rows, amounts }: Option, times: 1 | -1): void {
  for (const [at, row] of rows.entries()) used[row]! += times * amounts[at]!;
}

/**
 * The rows that would be broken if whoever sits on `leaving` left it and somebody took `coming` instead.
 * @param leaving null: nobody leaves
 */
export function brokenBySwap(
  { rows }: Prepared,
  used: Float64Array,
  leaving: Option | null,
  coming: Option,
): number[] {
  const broken: number[] = [];
  const amountIn = (option: Option | null, row: number) => {
    const at = option ? option.rows.indexOf(row) : -1;
    return at < 0 ? 0 : option!.amounts[at]!;
  };
  for (const row of new Set([...(leaving?.rows ?? []), ...coming.rows])) {
    const change = amountIn(coming, row) - amountIn(leaving, row);
    const { kind, limit } = rows[row]!;
    const after = used[row]! + change;
    if (kind === 'reserve' ? change < 0 && after < limit : change > 0 && after > limit) broken.push(row);
  }
  return broken;
}

/** In the published order: more points, or as many and an earlier lot. */
export const precedes = (one: Contender, other: Contender): boolean =>
  one.score > other.score || (one.score === other.score && one.lot < other.lot);

/**
 * Seats change hands one by one as long as somebody who precedes can take the seat of somebody who follows without breaking
 * a limit. Afterwards whoever precedes a chosen one and has no seat can be told which limit stood in the way.
 */
export function swapWhilePossible(prepared: Prepared, choice: Choice): Choice {
  const { contenders, ranking } = prepared;
  const seated = new Map(choice);
  const used = usedOf(prepared, seated);
  const holders = Map.groupBy(seated.keys(), (contender) => seated.get(contender)!.intake);
  for (let changed = true; changed; ) {
    changed = false;
    for (const contender of ranking) {
      if (seated.has(contender)) continue;
      const found = seatOfFollower(contender);
      if (!found) continue;
      const { leaving, option } = found;
      addTo(used, seated.get(leaving)!, -1);
      addTo(used, option, 1);
      seated.delete(leaving);
      seated.set(contender, option);
      const own = holders.get(option.intake)!;
      own[own.indexOf(leaving)] = contender;
      changed = true;
    }
  }
  return new Map([...seated].sort(([a], [b]) => a - b));

  function seatOfFollower(contender: number): { leaving: number; option: Option } | null {
    const coming = contenders[contender]!;
    for (const option of coming.options)
      for (const leaving of holders.get(option.intake) ?? []) {
        const holder = contenders[leaving]!;
        if (holder.must || !precedes(coming, holder)) continue;
        if (brokenBySwap(prepared, used, seated.get(leaving)!, option).length === 0)
          return { leaving, option };
      }
    return null;
  }
}
