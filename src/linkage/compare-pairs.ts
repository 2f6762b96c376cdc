import type { Blocks, PairMode } from './blocking.ts';
import { type CustomTest, compileComparisons, type LevelOf } from './compare.ts';
import { ChunkWriter, type PairChunk } from './pair-store.ts';
import { keySteps, PatternTable } from './patterns.ts';
import { type ComparisonPlan, levelCount } from './plan.ts';
import { cutStretches, type Stretch, walkPairs } from './walk-pairs.ts';

/** All that comparing needs: plain data over shared memory, so that threads can have it. */
export type CompareJob = {
  plan: ComparisonPlan;
  blocks: Blocks[];
  leftCount: number;
  mode: PairMode;
};

export type CompareControl = {
  custom?: Readonly<Record<string, CustomTest>>;
  signal?: AbortSignal;
  onPairs?: (done: number, total: number) => void;
};

/** Compares every candidate pair once and hands them over by chunks; gives the patterns they make. */
export type Comparer = (
  job: CompareJob,
  onChunk: (chunk: PairChunk) => void,
  control: CompareControl,
) => Promise<PatternTable>;

const STRETCH = 200_000;
const CHUNK = 1 << 17;

export function stretchesOf(job: CompareJob): Stretch[] {
  return cutStretches(job.blocks, job.leftCount, job.mode, STRETCH);
}

/** Compares the pairs of one stretch. */
export function compareStretch(
  job: CompareJob,
  stretch: Stretch,
  levelsOf: readonly LevelOf[],
  patterns: PatternTable,
  steps: readonly number[],
  writer: ChunkWriter,
): void {
  const width = levelsOf.length;
  walkPairs(job.blocks, stretch, job.leftCount, job.mode, (one, other) => {
    let key = 0;
    for (let at = 0; at < width; at += 1) key += levelsOf[at]!(one, other) * steps[at]!;
    writer.add(one, other, patterns.add(key));
  });
}

/** Compares in this thread, and lets others have a turn between stretches. */
export const compareHere: Comparer = async (job, onChunk, { custom, signal, onPairs }) => {
  const levelsOf = compileComparisons(job.plan, custom);
  const patterns = PatternTable.for(job.plan.comparisons);
  const steps = keySteps(job.plan.comparisons.map(levelCount));
  const writer = new ChunkWriter(CHUNK, onChunk);
  const stretches = stretchesOf(job);
  const total = stretches.reduce((sum, { pairs }) => sum + pairs, 0);
  let done = 0;
  for (const stretch of stretches) {
    signal?.throwIfAborted();
    compareStretch(job, stretch, levelsOf, patterns, steps, writer);
    done += stretch.pairs;
    onPairs?.(done, total);
    await new Promise((resolve) => setTimeout(resolve));
  }
  writer.flush();
  return patterns;
};
