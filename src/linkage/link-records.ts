import { type BlockingReport, type Blocks, buildBlocks, type PairMode } from './blocking.ts';
import { type CustomTest, compileComparisons } from './compare.ts';
import { type Comparer, compareHere } from './compare-pairs.ts';
import { drawStrangers, possiblePairs, type Sides, type StrangerSample } from './draw-strangers.ts';
import { type LabelledPattern, learnModel } from './learn.ts';
import { bitsOf, jointWeight, type LinkageModel, type PatternWeights, patternWeights } from './model.ts';
import { memoryStore, type PairStore } from './pair-store.ts';
import { type PatternData, PatternTable } from './patterns.ts';
import { type ComparisonPlan, planComparisons } from './plan.ts';
import { blockingRules, type ComparisonSettings, type LinkageSettings } from './settings.ts';
import { type Table, UnknownColumn } from './table.ts';
import { type Scale, scaleOf } from './weigh.ts';

export type LinkageProgress = {
  step: 'blocking' | 'strangers' | 'comparing' | 'learning' | 'weighing';
  done: number;
  total: number;
};

export type LinkageOptions = {
  mode: PairMode;
  /** Pairs below this probability are not kept; 0.01 by default. */
  keep?: number;
  /** Parameters learned before: nothing is learned anew. */
  model?: LinkageModel;
  /** Patterns of random pairs drawn before, to be used again. */
  strangers?: PatternData;
  labels?: readonly LabelledPattern[];
  /** What matches looked like elsewhere; learned on from there (see learn.ts). */
  guess?: LinkageModel;
  custom?: Readonly<Record<string, CustomTest>>;
  comparer?: Comparer;
  drawer?: Drawer;
  store?: PairStore;
  signal?: AbortSignal;
  onProgress?: (progress: LinkageProgress) => void;
};

/** Draws random pairs, perhaps in other threads: as `drawStrangers` does, pattern for pattern. */
export type Drawer = (
  plan: ComparisonPlan,
  sides: Sides,
  sample: StrangerSample,
  control: { custom?: Readonly<Record<string, CustomTest>>; signal?: AbortSignal },
) => Promise<PatternTable>;

/** Kept pairs in columns; `weight` in bits, prior included. */
export type WeighedPairs = { one: Int32Array; other: Int32Array; weight: Float32Array };

export type LinkageResult = {
  pairs: WeighedPairs;
  model: LinkageModel;
  strangers: PatternTable;
  scale: Scale;
  blocks: Blocks[];
  blocking: BlockingReport[];
  comparedPairs: number;
  patterns: number;
  expectedMatches: number;
  /** Seconds by step. */
  seconds: Record<string, number>;
};

const DEFAULT_BLOCK_LIMIT = 1000;
const DEFAULT_SAMPLE = 300_000;

/**
 * Links the records of a table: blocks, compares, learns, weighs. The same table, settings and seed give the same
 * result, in however many threads.
 * @throws UnknownColumn where settings name a column that is not there; the signal's reason when aborted
 */
export async function linkRecords(
  table: Table,
  settings: LinkageSettings,
  options: LinkageOptions,
): Promise<LinkageResult> {
  const { mode, signal, onProgress } = options;
  const seconds: Record<string, number> = {};
  let since = performance.now();
  const lap = (step: string) => {
    seconds[step] = Math.round(performance.now() - since) / 1000;
    since = performance.now();
  };
  const plan = planComparisons(table, settings.comparisons);
  const { count, leftCount } = table;
  const control = {
    ...(options.custom ? { custom: options.custom } : {}),
    ...(signal ? { signal } : {}),
  };
  const sample = { pairs: settings.samplePairs ?? DEFAULT_SAMPLE, seed: settings.seed ?? 1 };
  const levelsOf = compileComparisons(plan, options.custom);
  lap('planning');
  // Other threads draw while this one makes blocks.
  const drawing = options.model
    ? PatternTable.fromData(plan.comparisons, options.strangers ?? { keys: [], counts: [] })
    : options.strangers
      ? PatternTable.fromData(plan.comparisons, options.strangers)
      : options.drawer?.(plan, { count, leftCount, mode }, sample, control);
  const built = blockingRules(settings).map((rule, at, rules) => {
    onProgress?.({ step: 'blocking', done: at, total: rules.length });
    return buildBlocks(table, rule, {
      mode,
      limit: settings.blockLimit ?? DEFAULT_BLOCK_LIMIT,
      tighten: tighteners(table, settings.comparisons, rule.on),
    });
  });
  const blocks = built.map((one) => one.blocks);
  lap('blocking');
  onProgress?.({ step: 'strangers', done: 0, total: sample.pairs });
  const strangers = (await drawing) ?? drawStrangers(plan, levelsOf, { count, leftCount, mode }, sample);
  lap('strangers');
  signal?.throwIfAborted();
  const store = options.store ?? memoryStore();
  const patterns = await (options.comparer ?? compareHere)(
    { plan, blocks, leftCount, mode },
    (chunk) => store.add(chunk),
    {
      ...control,
      onPairs: (done, total) => onProgress?.({ step: 'comparing', done, total }),
    },
  );
  lap('comparing');
  const possible = possiblePairs(count, leftCount, mode);
  const levels = patterns.levels();
  const learning = {
    possiblePairs: possible,
    prior: settings.prior ?? Math.min(0.5, (0.3 * count) / possible),
    related: (settings.related ?? []).map((names) => comparisonNumbers(plan, names)),
    ...(options.labels ? { labels: options.labels } : {}),
    ...(options.guess ? { guess: options.guess } : {}),
  };
  const first = options.model ?? learnModel(plan.comparisons, patterns, strangers, learning).model;
  const isAlone = loneliness(store, count, patternWeights(first, levels).strangers);
  const learned =
    options.model || first.related.length === 0
      ? { model: first, expectedMatches: first.prior * possible }
      : learnModel(plan.comparisons, patterns, strangers, {
          ...learning,
          start: first,
          alone: countAlone(store, patterns.size, isAlone),
        });
  lap('learning');
  const scale = scaleOf(
    plan,
    learned.model,
    levelsOf,
    (column) => table.frequencies(plan.expressions[column]!),
    isAlone,
  );
  const pairs = weighAll(store, levels, patternWeights(learned.model, levels), scale, isAlone, {
    width: plan.comparisons.length,
    keep: bitsOf(options.keep ?? 0.01),
  });
  const comparedPairs = store.count;
  store.close();
  lap('weighing');
  return {
    pairs,
    model: learned.model,
    strangers,
    scale,
    blocks,
    blocking: built.map(({ report }) => report),
    comparedPairs,
    patterns: patterns.size,
    expectedMatches: learned.expectedMatches,
    seconds,
  };
}

/** @throws UnknownColumn where there is no comparison of this name */
function comparisonNumbers({ comparisons }: ComparisonPlan, names: readonly string[]): number[] {
  return names.map((name) => {
    const at = comparisons.findIndex((one) => one.name === name);
    if (at < 0) throw new UnknownColumn(`There is no comparison "${name}" (settings.related).`);
    return at;
  });
}

/** The compared columns that are not in the rule, those with most values first: what splits a large block. */
function tighteners(
  table: Table,
  comparisons: readonly ComparisonSettings[],
  on: readonly string[],
): string[] {
  const used = new Set(on.map((term) => term.split('|')[0]!.trim()));
  return [...new Set(comparisons.map(({ column }) => column))]
    .filter((column) => !used.has(column.split('|')[0]!.trim()))
    .sort((a, b) => table.column(b).starts.length - table.column(a).starts.length);
}

type IsAlone = (one: number, other: number) => boolean;

/** Tells of two records whether each is like no other but, at most, this one: its weight against strangers says so. */
function loneliness(store: PairStore, count: number, weights: Float64Array): IsAlone {
  const partners = new Uint8Array(count);
  for (const { one, other, pattern } of store.chunks())
    for (let at = 0; at < pattern.length; at += 1) {
      if (weights[pattern[at]!]! < 0) continue;
      if (partners[one[at]!]! < 2) partners[one[at]!]! += 1;
      if (partners[other[at]!]! < 2) partners[other[at]!]! += 1;
    }
  return (one, other) => partners[one]! < 2 && partners[other]! < 2;
}

/** By pattern, how many pairs are of such records. */
function countAlone(store: PairStore, patterns: number, isAlone: IsAlone): Float64Array {
  const counts = new Float64Array(patterns);
  for (const { one, other, pattern } of store.chunks())
    for (let at = 0; at < pattern.length; at += 1)
      if (isAlone(one[at]!, other[at]!)) counts[pattern[at]!]! += 1;
  return counts;
}

function weighAll(
  store: PairStore,
  levels: Uint8Array,
  weights: PatternWeights,
  scale: Scale,
  isAlone: IsAlone,
  { width, keep }: { width: number; keep: number },
): WeighedPairs {
  let size = 1 << 12;
  let one = new Int32Array(size);
  let other = new Int32Array(size);
  let weight = new Float32Array(size);
  let kept = 0;
  for (const chunk of store.chunks()) {
    for (let at = 0; at < chunk.one.length; at += 1) {
      const pattern = chunk.pattern[at]!;
      const base = weights.strangers[pattern]!;
      if (base + scale.mostFrequencyWeight < keep) continue;
      const related = isAlone(chunk.one[at]!, chunk.other[at]!) ? weights.alone : weights.related;
      if (related[pattern]! < keep) continue;
      const bits = jointWeight(
        base + scale.frequencyWeight(levels, pattern * width, chunk.one[at]!, chunk.other[at]!),
        related[pattern]!,
      );
      if (bits < keep) continue;
      if (kept === size) {
        size *= 2;
        one = widened(one, new Int32Array(size));
        other = widened(other, new Int32Array(size));
        weight = widened(weight, new Float32Array(size));
      }
      one[kept] = chunk.one[at]!;
      other[kept] = chunk.other[at]!;
      weight[kept] = bits;
      kept += 1;
    }
  }
  return inOrder({
    one: one.subarray(0, kept),
    other: other.subarray(0, kept),
    weight: weight.subarray(0, kept),
  });
}

function widened<T extends Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** By the first record, then the second: whichever thread was faster. */
function inOrder(pairs: WeighedPairs): WeighedPairs {
  const order = Uint32Array.from(pairs.one, (_, at) => at).sort(
    (a, b) => pairs.one[a]! - pairs.one[b]! || pairs.other[a]! - pairs.other[b]!,
  );
  return {
    one: Int32Array.from(order, (at) => pairs.one[at]!),
    other: Int32Array.from(order, (at) => pairs.other[at]!),
    weight: Float32Array.from(order, (at) => pairs.weight[at]!),
  };
}
