import type { Advisor } from '../auto/choose-comparisons.ts';
import { chooseSettings } from '../auto/choose-settings.ts';
import type { PairMode } from '../blocking.ts';
import type { CustomTest } from '../compare.ts';
import type { Transform } from '../likeness/transforms.ts';
import { planComparisons } from '../plan.ts';
import type { LinkageSettings } from '../settings.ts';
import type { Table } from '../table.ts';
import { type Scale, scaleOf } from '../weigh.ts';
import { linkageThreads } from './compare-in-threads.ts';
import { explainPair } from './explain-pair.ts';
import { type Linked, linkFiles, planned } from './link-files.ts';
import { checkModelFits, type ModelFile, readModelFile, readSettingsFile, writeJson } from './model-file.ts';
import { PlainRefusal } from './plain-refusal.ts';
import { type Records, readRecords } from './read-records.ts';
import { readTruth } from './read-truth.ts';
import { countsOf, evaluationOf, peakRss } from './report.ts';
import { type ProgressSink, showProgress } from './show-progress.ts';
import { checkWritable, writeClusters, writeHeld, writePairs } from './write-results.ts';

/** What the command line asks for; see command-line.ts for what each means. */
export type RunOptions = {
  mode: PairMode;
  files: string[];
  settings?: string;
  auto: boolean;
  ignore: string[];
  settingsOut?: string;
  id?: string;
  out?: string;
  clusters?: string;
  review?: string;
  threshold: number;
  keep?: number;
  guard: boolean;
  labels?: string;
  model?: string;
  modelOut?: string;
  explain?: string[];
  evaluate?: string;
  curve: boolean;
  threads: number;
  memory: number;
  temp?: string;
  quiet: boolean;
};

export type Surroundings = {
  stdout: { write(text: string): unknown };
  stderr: ProgressSink;
  signal: AbortSignal;
  transforms: Readonly<Record<string, Transform>>;
  customModule: URL | null;
  advisor: Advisor | null;
};

const MB = 1024 * 1024;
/** To find the best threshold, less likely pairs are looked at too. */
const EVALUATED_FROM = 0.001;

/**
 * One run of the command line: reads, links, writes what was asked for.
 * @throws PlainRefusal, UnknownColumn: what the person can mend
 */
export async function runLinkage(options: RunOptions, around: Surroundings): Promise<void> {
  const { stdout, signal } = around;
  const begun = performance.now();
  checkOptions(options);
  const progress = showProgress(options.quiet ? { write: () => undefined } : around.stderr);
  const note = (text: string) => {
    progress.end();
    if (!options.quiet) around.stderr.write(`${text}\n`);
  };
  const model = options.model ? { path: options.model, file: readModelFile(options.model) } : undefined;
  const given = options.settings ? readSettingsFile(options.settings) : model?.file.settings;
  const records = await readRecords(options.files, {
    ...idOptions(options.id ?? given?.id, given),
    transforms: around.transforms,
    signal,
    onProgress: (done, total) => progress.show('membaca / reading', done, total),
  });
  records.remarks.forEach(note);
  if (records.table.count === 0) throw new PlainRefusal('Daftarnya kosong. / There are no rows.');
  const read = secondsSince(begun);
  const chosenAt = performance.now();
  if (!given) progress.show('memilih pengaturan / choosing settings', 0, 0);
  const settings = given ?? (await choose(records.table, options, around));
  const choosing: Record<string, number> = given ? {} : { choosing: secondsSince(chosenAt) };
  if (options.settingsOut) writeJson(options.settingsOut, settings);
  const custom = around.customModule ? await customOf(around.customModule) : undefined;
  if (model && wantsOnlyExplanation(options)) {
    explain(scaleAlone(records.table, settings, model, custom), records, settings, options, stdout);
    return;
  }
  const linked = await linkFiles(records, settings, {
    mode: options.mode,
    threshold: options.threshold,
    keep: Math.min(options.keep ?? 1, options.threshold, options.evaluate ? EVALUATED_FROM : 1),
    threads: options.threads,
    memory: options.memory * MB,
    guard: options.guard,
    ...(options.temp ? { temp: options.temp } : {}),
    ...(model ? { model } : {}),
    ...(options.labels ? { labels: options.labels } : {}),
    ...(custom ? { custom } : {}),
    ...(around.customModule ? { customModule: around.customModule } : {}),
    signal,
    onProgress: (step, done, total) => progress.show(STEPS[step] ?? step, done, total),
  });
  progress.end();
  const seconds = { read, ...choosing, ...linked.seconds, total: secondsSince(begun) };
  write(records, linked, settings, options);
  if (options.explain) explain(linked.result.scale, records, settings, options, stdout);
  if (!options.evaluate) {
    stdout.write(summary(records, linked, options, seconds));
    return;
  }
  const { truth, unknown } = await readTruth(options.evaluate, records.ids, options.mode);
  if (unknown > 0)
    note(`${options.evaluate}: ${unknown} baris dengan id asing / rows with ids that are not in the list`);
  const { mode, threshold, threads } = options;
  const report = evaluationOf(records, linked, truth, { mode, threshold, threads, seconds }, options.curve);
  stdout.write(`${JSON.stringify(report)}\n`);
}

const STEPS: Record<string, string> = {
  blocking: 'membentuk blok / blocking',
  strangers: 'mengenal pasangan acak / drawing strangers',
  comparing: 'membandingkan / comparing',
  learning: 'belajar / learning',
  weighing: 'menimbang / weighing',
  clustering: 'mengelompokkan / clustering',
};

const secondsSince = (moment: number) => Math.round(performance.now() - moment) / 1000;

function checkOptions(options: RunOptions): void {
  if (options.explain && options.explain.length !== 2)
    throw new PlainRefusal('--explain perlu dua id. / --explain takes two ids.');
  if (!options.settings && !options.auto && !options.model)
    throw new PlainRefusal('Pilih --settings, --auto, atau --model. / Choose --settings, --auto or --model.');
  for (const path of [options.out, options.clusters, options.review, options.modelOut, options.settingsOut])
    if (path) checkWritable(path);
}

/** The id is a column to compare only where the settings say so. */
function idOptions(id: string | undefined, settings: LinkageSettings | undefined) {
  if (id === undefined) return {};
  const { comparisons = [], blocking = [] } = settings ?? {};
  return {
    id,
    comparesId: JSON.stringify([comparisons, blocking]).includes(JSON.stringify(id).slice(1, -1)),
  };
}

async function choose(
  table: Table,
  { mode, ignore, threads }: RunOptions,
  { signal, advisor }: Surroundings,
): Promise<LinkageSettings> {
  const workers = linkageThreads({ threads });
  try {
    return await chooseSettings(table, {
      mode,
      ignore,
      signal,
      comparer: workers.compare,
      drawer: workers.drawStrangers,
      ...(advisor ? { advisor } : {}),
    });
  } finally {
    await workers.close();
  }
}

async function customOf(url: URL): Promise<Readonly<Record<string, CustomTest>>> {
  return ((await import(/* @vite-ignore */ url.href)) as { custom: Record<string, CustomTest> }).custom;
}

function wantsOnlyExplanation({ explain, out, clusters, review, evaluate, modelOut }: RunOptions): boolean {
  return explain !== undefined && !out && !clusters && !review && !evaluate && !modelOut;
}

function scaleAlone(
  table: Table,
  settings: LinkageSettings,
  { path, file }: { path: string; file: ModelFile },
  custom: Readonly<Record<string, CustomTest>> | undefined,
): Scale {
  const { plan, levelsOf } = planned(table, settings, custom);
  checkModelFits(path, file.model, plan);
  return scaleOf(plan, file.model, levelsOf, (column) => table.frequencies(plan.expressions[column]!));
}

function explain(
  scale: Scale,
  { table, ids }: Records,
  settings: LinkageSettings,
  { explain: [first, second] = [], mode }: RunOptions,
  stdout: Surroundings['stdout'],
): void {
  const one = ids.recordOf(first!, 'left');
  const other = ids.recordOf(second!, mode === 'dedupe' ? 'left' : 'right');
  const missing = one === undefined ? first : other === undefined ? second : null;
  if (missing !== null || one === undefined || other === undefined)
    throw new PlainRefusal(`Id "${missing}" tidak ada. / There is no id "${missing}".`);
  stdout.write(
    `${explainPair(planComparisons(table, settings.comparisons), scale.waterfall(one, other), [one, other])}\n`,
  );
}

function write(
  { ids }: Records,
  { result, clusters }: Linked,
  settings: LinkageSettings,
  options: RunOptions,
): void {
  if (options.out) writePairs(options.out, result.pairs, ids, options.keep ?? options.threshold);
  if (options.clusters) writeClusters(options.clusters, clusters.of, ids, options.mode);
  if (options.review) writeHeld(options.review, clusters.held, ids);
  if (options.modelOut)
    writeJson(options.modelOut, {
      settings,
      model: result.model,
      strangers: result.strangers.toData(),
    } satisfies ModelFile);
}

function summary(
  records: Records,
  linked: Linked,
  { threshold, threads }: RunOptions,
  seconds: Record<string, number>,
): string {
  const { rows, compared, clusters, several, held } = countsOf(records, linked);
  const lines = [
    `Catatan / records: ${rows}`,
    `Pasangan dibandingkan / pairs compared: ${compared}`,
    `Kelompok pada ${threshold} / clusters at ${threshold}: ${clusters}, ${several} lebih dari satu catatan / of several records`,
    `Ditahan untuk dilihat / held for a person to see: ${held}`,
    `Waktu / time: ${seconds.total} s, ${threads} thread, ${peakRss()} MB`,
  ];
  return `${lines.join('\n')}\n`;
}
