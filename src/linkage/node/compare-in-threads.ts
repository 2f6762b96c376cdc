import { type CustomTest, compileComparisons } from '../compare.ts';
import { type Comparer, compareHere, stretchesOf } from '../compare-pairs.ts';
import {
  addPatterns,
  drawStrangers,
  type Sides,
  STRANGER_PARTS,
  type StrangerSample,
} from '../draw-strangers.ts';
import { PatternTable } from '../patterns.ts';
import type { ComparisonPlan } from '../plan.ts';
import { ThreadPool } from './thread-pool.ts';

/** Below so many pairs a thread takes longer to start than to work. */
const FEW_PAIRS = 100_000;

export type LinkageThreads = {
  /** Compares as `compareHere` does, pair for pair and pattern for pattern. */
  compare: Comparer;
  /** Draws what `drawStrangers` draws. */
  drawStrangers(
    plan: ComparisonPlan,
    sides: Sides,
    sample: StrangerSample,
    control: { custom?: Readonly<Record<string, CustomTest>>; signal?: AbortSignal },
  ): Promise<PatternTable>;
  close(): Promise<void>;
};

/**
 * Shares the work among threads that all read the same memory. They start when first needed; one thread means this one.
 * @param customModule module that exports `custom`, the caller's own tests; without it work that needs them stays here
 */
export function linkageThreads({
  threads,
  customModule = null,
  fewPairs = FEW_PAIRS,
}: {
  threads: number;
  customModule?: URL | null;
  fewPairs?: number;
}): LinkageThreads {
  let pool: ThreadPool | null = null;
  const poolFor = (pairs: number, custom: Readonly<Record<string, CustomTest>> | undefined) => {
    if (threads < 2 || pairs < fewPairs || (custom && !customModule)) return null;
    pool ??= new ThreadPool(threads, customModule);
    return pool;
  };
  return {
    async compare(job, onChunk, control) {
      const stretches = stretchesOf(job);
      const total = stretches.reduce((sum, { pairs }) => sum + pairs, 0);
      const workers = poolFor(total, control.custom);
      if (!workers) return compareHere(job, onChunk, control);
      const patterns = PatternTable.for(job.plan.comparisons);
      let done = 0;
      await workers.run(
        { kind: 'compare', job },
        stretches.length,
        ({ chunks, patterns: { keys, counts } }, task) => {
          const numbers = Int32Array.from(keys, (key, at) => patterns.add(key, counts[at]));
          for (const chunk of chunks) {
            const { pattern } = chunk;
            for (let at = 0; at < pattern.length; at += 1) pattern[at] = numbers[pattern[at]!]!;
            onChunk(chunk);
          }
          done += stretches[task]!.pairs;
          control.onPairs?.(done, total);
        },
        control.signal,
      );
      return patterns;
    },
    async drawStrangers(plan, sides, sample, { custom, signal }) {
      const workers = poolFor(sample.pairs, custom);
      if (!workers) return drawStrangers(plan, compileComparisons(plan, custom), sides, sample);
      const patterns = PatternTable.for(plan.comparisons);
      await workers.run(
        { kind: 'strangers', plan, sides, sample },
        STRANGER_PARTS,
        (part) => addPatterns(patterns, part.patterns),
        signal,
      );
      return patterns;
    },
    async close() {
      await pool?.close();
      pool = null;
    },
  };
}
