import type { Column } from './column.ts';
import { levelsOfKind } from './kinds.ts';
import type { ComparisonSettings, LevelTest } from './settings.ts';
import type { Table } from './table.ts';

/** A test over columns by number, so that it can be sent to a thread. */
export type PlannedTest =
  | {
      kind: 'exact' | 'jaro_winkler' | 'damerau_levenshtein' | 'token_set' | 'token_overlap';
      at: number;
      value: number;
    }
  | { kind: 'numeric' | 'relative' | 'days' | 'prefix'; at: number; value: number }
  | { kind: 'shared_words'; at: number; value: number; share: number }
  | { kind: 'custom'; at: number; name: string }
  | { kind: 'swapped'; at: number; other: number }
  | { kind: 'all' | 'any'; tests: PlannedTest[] };

export type PlannedLevel = {
  label: string;
  test: PlannedTest;
  /** Column whose value frequencies sharpen this level; only where values are equal. */
  frequencyOf: number | null;
  /** A sharpened level stands once for each class of rarity, rarest first; else null. */
  rarity: number | null;
};

export type PlannedComparison = { name: string; column: number; levels: PlannedLevel[] };

/** Comparisons worked out against a table: plain data and shared columns. */
export type ComparisonPlan = {
  comparisons: PlannedComparison[];
  columns: Column[];
  expressions: string[];
  /** Class of rarity by value, for the columns that sharpen a level. */
  rarities: (Uint8Array | null)[];
};

/** Classes of rarity: values met less than a sixteenth, half, or more, as often as the mean of equal values. */
export const RARITIES = 3;

function rarityOf(counts: Int32Array): Uint8Array {
  let total = 0;
  let together = 0;
  for (const count of counts) {
    total += count;
    together += count * count;
  }
  const mean = together / total;
  const rarities = new Uint8Array(new SharedArrayBuffer(Math.max(1, counts.length)));
  counts.forEach((count, code) => {
    rarities[code] = count < mean / 16 ? 0 : count < mean / 2 ? 1 : 2;
  });
  return rarities;
}

/** Levels of a comparison: its own, then `else` (nothing of them holds), then `null` (a side does not say). */
export const elseLevel = (comparison: PlannedComparison) => comparison.levels.length;
export const nullLevel = (comparison: PlannedComparison) => comparison.levels.length + 1;
export const levelCount = (comparison: PlannedComparison) => comparison.levels.length + 2;

/** @throws UnknownColumn */
export function planComparisons(table: Table, settings: readonly ComparisonSettings[]): ComparisonPlan {
  const columns: Column[] = [];
  const expressions: string[] = [];
  const rarities: (Uint8Array | null)[] = [];
  const place = (expression: string) => {
    const known = expressions.indexOf(expression);
    if (known >= 0) return known;
    columns.push(table.column(expression));
    rarities.push(null);
    return expressions.push(expression) - 1;
  };
  const comparisons = settings.map((one): PlannedComparison => {
    const ready = levelsOfKind(one.as ?? 'name');
    const levels = one.levels ?? ready.levels;
    const sharpen = one.termFrequency ?? (one.levels ? false : ready.termFrequency);
    return {
      name: one.name ?? one.column,
      column: place(one.column),
      levels: levels.flatMap((level): PlannedLevel[] => {
        const named = typeof level === 'object' && 'when' in level;
        const when = named ? level.when : level;
        const test = planTest(when, one.column, place);
        const label = named ? level.name : labelOf(when);
        if (!sharpen || test.kind !== 'exact') return [{ label, test, frequencyOf: null, rarity: null }];
        rarities[test.at] ??= rarityOf(table.frequencies(expressions[test.at]!));
        return Array.from({ length: RARITIES }, (_, rarity) => ({
          label,
          test,
          frequencyOf: test.at,
          rarity,
        }));
      }),
    };
  });
  return { comparisons, columns, expressions, rarities };
}

function planTest(test: LevelTest, own: string, place: (expression: string) => number): PlannedTest {
  if (test === 'exact') return { kind: 'exact', at: place(own), value: 0 };
  if ('exact' in test) return { kind: 'exact', at: place(test.exact), value: 0 };
  if ('swapped' in test)
    return { kind: 'swapped', at: place(test.swapped[0]), other: place(test.swapped[1]) };
  if ('all' in test) return { kind: 'all', tests: test.all.map((one) => planTest(one, own, place)) };
  if ('any' in test) return { kind: 'any', tests: test.any.map((one) => planTest(one, own, place)) };
  const at = place(test.column ?? own);
  if ('custom' in test) return { kind: 'custom', at, name: test.custom };
  if ('shared_words' in test)
    return { kind: 'shared_words', at, value: test.shared_words, share: test.share ?? 0 };
  const [kind, value] = Object.entries(test).find(([key]) => key !== 'column') as [
    Exclude<PlannedTest['kind'], 'custom' | 'swapped' | 'all' | 'any' | 'exact' | 'shared_words'>,
    number,
  ];
  return { kind, at, value };
}

function labelOf(test: LevelTest): string {
  if (test === 'exact') return 'exact';
  if ('all' in test) return test.all.map(labelOf).join(' and ');
  if ('any' in test) return test.any.map(labelOf).join(' or ');
  if ('swapped' in test) return 'swapped';
  if ('custom' in test) return test.custom;
  if ('exact' in test) return `exact ${test.exact}`;
  if ('shared_words' in test)
    return `shared words ${test.shared_words}${test.share ? ` of ${test.share}` : ''}`;
  const [kind, value] = Object.entries(test).find(([key]) => key !== 'column')!;
  return `${kind} ${value}`;
}
