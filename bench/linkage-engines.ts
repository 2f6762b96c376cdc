import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { projectRoot } from '#platform/project-root.ts';
import type { SetFiles } from './linkage-sets.ts';

export type Quality = { precision: number; recall: number; f1: number };

/** What one run of an engine reports of itself. */
export type EngineRun = {
  pairs: number;
  /** From opening the files to the clusters. */
  seconds: number;
  peakMb: number;
  blockingRecall: number;
  pairwise: Quality;
  cluster: Quality;
  /** Pairwise, before rules that settings add to the weights. */
  byWeightsAlone: Quality;
};

type Task = {
  /** Names the settings: those of this name, or of its family (`febrl` for `febrl1`). */
  settings: string;
  files: SetFiles;
  threads: number;
};

const folder = join(projectRoot(), 'bench');

/** Settings written for a set or its family; undefined where there are none. */
function settingsFile(place: string, name: string, ending: string): string | undefined {
  const family = name.replace(/[_\d].*$/, '');
  return [name, family].map((one) => join(folder, place, `${one}${ending}`)).find((path) => existsSync(path));
}

/** Runs a program to its end and gives the JSON object that it says last. */
async function lastJson(program: string, args: readonly string[]): Promise<Record<string, never>> {
  const child = spawn(program, args, { cwd: projectRoot(), stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithBench = () => child.kill();
  process.once('exit', endWithBench);
  const [said, complained] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode ?? once(child, 'exit'),
  ]);
  process.off('exit', endWithBench);
  if (child.exitCode !== 0) throw new Error(`${program} ${args.join(' ')}\n${complained.slice(-2000)}`);
  return JSON.parse(said.trimEnd().split('\n').at(-1)!);
}

/** The linkage command line, built. Without settings of the set it chooses its own (`--auto`). */
export async function runOurs({ settings, files, threads }: Task): Promise<EngineRun> {
  const [left, right] = files.inputs;
  const known = settingsFile('linkage-settings', settings, '.json');
  const report = await lastJson(process.execPath, [
    '--max-semi-space-size=128',
    join(projectRoot(), 'build/server/linkage.js'),
    ...(right ? ['link', '--left', left!, '--right', right] : ['dedupe', '--input', left!]),
    ...(known ? ['--settings', known] : ['--auto']),
    ...['--threads', String(threads), '--evaluate', files.truth, '--quiet'],
  ]);
  const { compared_pairs, seconds, peak_rss_mb, blocking_recall, pairwise, cluster } = report as unknown as {
    compared_pairs: number;
    seconds: { total: number };
    peak_rss_mb: number;
    blocking_recall: number;
    pairwise: Quality;
    cluster: Quality;
  };
  return {
    pairs: compared_pairs,
    seconds: seconds.total,
    peakMb: peak_rss_mb,
    blockingRecall: blocking_recall,
    pairwise,
    cluster,
    byWeightsAlone: pairwise,
  };
}

/** Whether Splink has settings for the set: without, it is left out. */
export const splinkKnows = (settings: string): boolean =>
  settingsFile('oracle/settings', settings, '.py') !== undefined;

/**
 * Splink on DuckDB with settings written by hand for the set.
 * @param quick keeps only the pairs it takes for matches, as one would for the time alone: quality is then of those
 */
export async function runSplink(
  python: string,
  { settings, files, threads }: Task,
  quick = false,
): Promise<EngineRun> {
  const report = await lastJson(python, [
    join(folder, 'oracle/splink-link.py'),
    ...['--settings', settingsFile('oracle/settings', settings, '.py')!],
    ...files.inputs.flatMap((path) => ['--input', path]),
    ...(quick ? ['--keep', '0.95', '--no-truth'] : ['--truth', files.truth]),
    ...['--threads', String(threads)],
  ]);
  const none = { precision: Number.NaN, recall: Number.NaN, f1: Number.NaN };
  const {
    pairs_compared,
    seconds,
    peak_rss_mb,
    blocking_recall = Number.NaN,
    pairwise = none,
    cluster = none,
    by_weights_alone = pairwise,
  } = report as unknown as {
    pairs_compared: number | null;
    seconds: { total: number };
    peak_rss_mb: number;
    blocking_recall?: number;
    pairwise?: Quality;
    cluster?: Quality;
    by_weights_alone?: Quality;
  };
  return {
    pairs: pairs_compared ?? Number.NaN,
    seconds: seconds.total,
    peakMb: peak_rss_mb,
    blockingRecall: blocking_recall,
    pairwise,
    cluster,
    byWeightsAlone: by_weights_alone,
  };
}
