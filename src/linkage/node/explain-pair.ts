import { type Column, valueAt } from '../column.ts';
import type { ComparisonPlan } from '../plan.ts';
import type { Waterfall } from '../weigh.ts';

const LONGEST = 32;

/** How the weight of a pair comes about, as a table of text: what each comparison says, and the sum so far. */
export function explainPair(
  plan: ComparisonPlan,
  { prior, steps, weight, probability }: Waterfall,
  [one, other]: readonly [number, number],
): string {
  const head = ['comparison', 'left', 'right', 'level', 'weight', 'rarity', 'shared', 'sum'];
  let sum = prior;
  const rows = steps.map((step, at) => {
    sum += step.weight + step.frequencyWeight + step.sharedWeight;
    const column = plan.columns[plan.comparisons[at]!.column]!;
    const level = step.level === 'null' ? 'no value' : step.level;
    return [
      step.comparison,
      shown(column, one),
      shown(column, other),
      level,
      bits(step.weight),
      step.frequencyWeight === 0 ? '' : bits(step.frequencyWeight),
      step.sharedWeight === 0 ? '' : bits(step.sharedWeight),
      bits(sum),
    ];
  });
  const table = [
    head,
    ['prior', '', '', '', bits(prior), '', '', bits(prior)],
    ...rows,
    ['together', '', '', '', '', '', '', bits(weight)],
  ];
  const widths = head.map((_, at) => Math.max(...table.map((row) => row[at]!.length)));
  const lines = table.map((row) =>
    row
      .map((cell, at) => (at < 4 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, `probability ${probability.toPrecision(6)}`].join('\n');
}

function shown(column: Column, record: number): string {
  const value = valueAt(column, record) ?? '';
  return value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}

const bits = (weight: number) => `${weight < 0 ? '' : '+'}${weight.toFixed(2)}`;
