/** A stratum: its rows, how many of them were drawn, and how many of the drawn ones count. */
export type Sampled = { rows: number; sampled: number; sampledYes: number };

export type ShareInterval = { share: number; low: number; high: number; designEffect: number };

/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.959964;

/**
 * Drawn rows of the rarer answer from which on the variance is believed as measured. With fewer it is itself an
 * accident (two rare rows that happen to fall into one village make it nought), and is pulled towards that of a simple
 * drawing as if so many more had shown that one.
 */
const rowsOfDoubt = 5;

/**
 * The share of a stratified sample that counts, and its 95 % interval: Wilson's (1927), with the effective number of
 * rows in place of the real one (Korn and Graubard 1998) and Student's quantile in place of the normal one. The plain
 * interval, share ± two errors, covers far too seldom where few rows count; the exact one of Clopper and Pearson too
 * often.
 *
 * The effective number takes in what the strata explain and the finite number of rows: where all were drawn, low and
 * high are the share itself.
 */
export function stratifiedInterval(strata: readonly Sampled[]): ShareInterval {
  const cells = withoutThinCells(strata);
  const rows = cells.reduce((sum, cell) => sum + cell.rows, 0);
  let share = 0;
  let variance = 0;
  let perUnit = 0;
  let sampled = 0;
  for (const cell of cells) {
    const weight = cell.rows / rows;
    const part = cell.sampledYes / cell.sampled;
    const open = 1 - cell.sampled / cell.rows;
    share += weight * part;
    variance += weight ** 2 * open * ((part * (1 - part)) / Math.max(1, cell.sampled - 1));
    perUnit += weight ** 2 * (open / cell.sampled);
    sampled += cell.sampled;
  }
  const simple = share * (1 - share) * perUnit;
  const rarer = sampled * Math.min(share, 1 - share);
  const designEffect = simple > 0 ? (rarer * (variance / simple) + rowsOfDoubt) / (rarer + rowsOfDoubt) : 1;
  const reach = student(Math.max(1, sampled - cells.length));
  return { share, ...wilson(share, perUnit * designEffect, reach), designEffect };
}

/**
 * Strata of which a part only is looked at may hold one drawn row or none; these are taken together, and where that is
 * still too few, with the one that has most. Drawing is in proportion, so rows of different strata weigh alike.
 */
function withoutThinCells(strata: readonly Sampled[]): Sampled[] {
  const isThin = ({ rows, sampled }: Sampled) => sampled < Math.min(2, rows);
  const cells = strata.filter((cell) => !isThin(cell));
  const thin = strata.filter(isThin);
  if (thin.length === 0) return cells;
  const pool = thin.reduce(together);
  if (!isThin(pool) || cells.length === 0) return [...cells, pool];
  const most = cells.reduce((best, cell) => (cell.sampled > best.sampled ? cell : best));
  return [...cells.filter((cell) => cell !== most), together(most, pool)];
}

const together = (a: Sampled, b: Sampled): Sampled => ({
  rows: a.rows + b.rows,
  sampled: a.sampled + b.sampled,
  sampledYes: a.sampledYes + b.sampledYes,
});

/** `perRow`: one over the effective number of rows. */
function wilson(share: number, perRow: number, reach: number): { low: number; high: number } {
  const square = reach ** 2 * perRow;
  const middle = (share + square / 2) / (1 + square);
  const half = Math.sqrt(share * (1 - share) * square + square ** 2 / 4) / (1 + square);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Student's quantile for 95 % by Cornish and Fisher's expansion (Abramowitz and Stegun 26.7.5). */
function student(degrees: number): number {
  const [z3, z5, z7] = [Z ** 3, Z ** 5, Z ** 7];
  return (
    Z +
    (z3 + Z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * Z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * degrees ** 3)
  );
}
