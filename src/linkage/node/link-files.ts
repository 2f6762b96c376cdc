import type { PairMode } from '../blocking.ts';
import { type Clusters, clusterPairs } from '../clusters.ts';
import { type CustomTest, compileComparisons, type LevelOf } from '../compare.ts';
import { type LinkageResult, linkRecords } from '../link-records.ts';
import { bitsOf } from '../model.ts';
import { PatternTable } from '../patterns.ts';
import { type ComparisonPlan, planComparisons } from '../plan.ts';
import { blockingRules, type LinkageSettings } from '../settings.ts';
import type { Table } from '../table.ts';
import { linkageThreads } from './compare-in-threads.ts';
import { checkModelFits, type ModelFile } from './model-file.ts';
import { PlainRefusal } from './plain-refusal.ts';
import type { Records } from './read-records.ts';
import { readJudgements } from './read-truth.ts';
import { spillingStore } from './spilling-store.ts';

export type LinkFilesOptions = {
  mode: PairMode;
  threshold: number;
  /** Pairs below this probability are not kept. */
  keep: number;
  threads: number;
  /** Bytes for the pairs that wait to be weighed. */
  memory: number;
  temp?: string;
  guard: boolean;
  model?: { path: string; file: ModelFile };
  /** A file of judged pairs. */
  labels?: string;
  custom?: Readonly<Record<string, CustomTest>>;
  customModule?: URL;
  signal?: AbortSignal;
  onProgress?: (step: string, done: number, total: number) => void;
};

export type Linked = {
  plan: ComparisonPlan;
  result: LinkageResult;
  clusters: Clusters;
  clustersAt(threshold: number): Clusters;
  seconds: Record<string, number>;
};

/** Links records that were read, with threads and a store that spills, and joins them into clusters. */
export async function linkFiles(
  { table, ids }: Records,
  settings: LinkageSettings,
  options: LinkFilesOptions,
): Promise<Linked> {
  const { mode, signal, custom, model, onProgress } = options;
  const { plan, levelsOf } = planned(table, settings, custom);
  if (model) checkModelFits(model.path, model.file.model, plan);
  const threads = linkageThreads({ threads: options.threads, customModule: options.customModule ?? null });
  const store = spillingStore({ bytes: options.memory, ...(options.temp ? { folder: options.temp } : {}) });
  const control = { ...(custom ? { custom } : {}), ...(signal ? { signal } : {}) };
  try {
    const labels = options.labels ? await labelsOf(options.labels) : null;
    let since = performance.now();
    const lap = () => {
      const passed = performance.now() - since;
      since = performance.now();
      return Math.round(passed) / 1000;
    };
    const result = await linkRecords(table, settings, {
      mode,
      keep: options.keep,
      ...control,
      ...(model ? { model: model.file.model, strangers: model.file.strangers } : {}),
      ...(labels ? { labels } : {}),
      comparer: threads.compare,
      drawer: threads.drawStrangers,
      store,
      onProgress: ({ step, done, total }) => onProgress?.(step, done, total),
    });
    lap();
    signal?.throwIfAborted();
    onProgress?.('clustering', 0, 0);
    const clustersAt = (threshold: number) =>
      clusterPairs(table.count, result.pairs, {
        threshold: bitsOf(threshold),
        ...(options.guard ? { weightOf: result.scale.weightOf } : {}),
      });
    const clusters = clustersAt(options.threshold);
    const seconds = { ...result.seconds, clustering: lap() };
    return { plan, result, clusters, clustersAt, seconds };
  } finally {
    store.close();
    await threads.close();
  }

  async function labelsOf(path: string) {
    const { judgements } = await readJudgements(path, ids, mode);
    return judgements.map(({ one, other, isMatch }) => ({
      levels: levelsOf.map((levelOf) => levelOf(one, other)),
      isMatch,
    }));
  }
}

/** Works settings out against the table, so that what is wrong with them is said before the long work. */
export function planned(
  table: Table,
  settings: LinkageSettings,
  custom: Readonly<Record<string, CustomTest>> | undefined,
): { plan: ComparisonPlan; levelsOf: LevelOf[] } {
  const plan = planComparisons(table, settings.comparisons);
  for (const { on, tighten } of blockingRules(settings))
    for (const term of [...on, ...(tighten ?? [])]) table.column(term.replace(/\|words$/, ''));
  try {
    PatternTable.for(plan.comparisons);
    return { plan, levelsOf: compileComparisons(plan, custom) };
  } catch (error) {
    throw new PlainRefusal(
      `Pengaturan tidak bisa dipakai. / ${error instanceof Error ? error.message : error}`,
    );
  }
}
