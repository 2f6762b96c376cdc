/** Runs in a thread of its own (see thread-pool.ts): one task after the other of the work it was told. */
import { parentPort, workerData } from 'node:worker_threads';
import { type CustomTest, compileComparisons } from '../compare.ts';
import { type CompareJob, compareStretch, stretchesOf } from '../compare-pairs.ts';
import { countStrangers, type Sides, type StrangerSample } from '../draw-strangers.ts';
import { ChunkWriter, type PairChunk } from '../pair-store.ts';
import { keySteps, type PatternData, PatternTable } from '../patterns.ts';
import { type ComparisonPlan, levelCount } from '../plan.ts';

/** What a thread does: compare stretches, or draw parts of the sample of strangers. Tasks are numbered. */
export type ThreadWork =
  | { kind: 'compare'; job: CompareJob }
  | { kind: 'strangers'; plan: ComparisonPlan; sides: Sides; sample: StrangerSample };

export type ToThread = { work: ThreadWork } | { task: number };
export type FromThread = { task: number; answer: ThreadAnswer };

/** The patterns of a task in the order they were met; the pairs, where they are wanted, name them by that order. */
export type ThreadAnswer = { patterns: PatternData; chunks: PairChunk[] };

const CHUNK = 1 << 17;

const { customModule } = workerData as { customModule: string | null };
const custom: Record<string, CustomTest> = customModule
  ? ((await import(/* @vite-ignore */ customModule)) as { custom: Record<string, CustomTest> }).custom
  : {};

let doTask: (task: number) => ThreadAnswer = () => {
  throw new Error('a task came before the work');
};

parentPort?.on('message', (message: ToThread) => {
  if ('work' in message) {
    doTask = begin(message.work);
    return;
  }
  const answer = doTask(message.task);
  parentPort?.postMessage(
    { task: message.task, answer } satisfies FromThread,
    answer.chunks.flatMap(
      ({ one, other, pattern }) => [one.buffer, other.buffer, pattern.buffer] as ArrayBuffer[],
    ),
  );
});

function begin(work: ThreadWork): typeof doTask {
  if (work.kind === 'strangers') {
    const levelsOf = compileComparisons(work.plan, custom);
    return (part) => ({
      patterns: countStrangers(work.plan, levelsOf, work.sides, work.sample, part),
      chunks: [],
    });
  }
  const { job } = work;
  const levelsOf = compileComparisons(job.plan, custom);
  const steps = keySteps(job.plan.comparisons.map(levelCount));
  const stretches = stretchesOf(job);
  let chunks: PairChunk[] = [];
  const writer = new ChunkWriter(CHUNK, (chunk) => chunks.push(chunk));
  return (task) => {
    chunks = [];
    const patterns = PatternTable.for(job.plan.comparisons);
    compareStretch(job, stretches[task]!, levelsOf, patterns, steps, writer);
    writer.flush();
    return { patterns: patterns.toData(), chunks };
  };
}
