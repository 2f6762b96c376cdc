import type { Step } from './evidence.ts';

export type WaterfallBar = {
  /** Null: where two records of the register start from, before anything is compared. */
  step: Step | null;
  weight: number;
  /** Running total before and after, in bits. */
  from: number;
  to: number;
};

/** Less than this is rounding, not a start of its own. */
const ROUNDING = 0.05;

/** How the total came about: the start, what speaks for it from the weightiest on, then what speaks against. */
export function waterfall(steps: readonly Step[], total: number): WaterfallBar[] {
  const said = steps.filter(({ weight }) => weight !== 0).sort((one, other) => other.weight - one.weight);
  const start = total - said.reduce((sum, { weight }) => sum + weight, 0);
  let at = 0;
  const bar = (step: Step | null, weight: number): WaterfallBar => {
    const from = at;
    at += weight;
    return { step, weight, from, to: at };
  };
  return [
    ...(Math.abs(start) > ROUNDING ? [bar(null, start)] : []),
    ...said.map((step) => bar(step, step.weight)),
  ];
}
