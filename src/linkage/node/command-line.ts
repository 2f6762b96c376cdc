import { Command, CommanderError, InvalidArgumentError } from 'commander';
import type { Advisor } from '../auto/choose-comparisons.ts';
import { NothingToCompare } from '../auto/choose-settings.ts';
import type { Transform } from '../likeness/transforms.ts';
import { UnknownColumn } from '../table.ts';
import { PlainRefusal } from './plain-refusal.ts';
import { type RunOptions, runLinkage } from './run-linkage.ts';
import type { ProgressSink } from './show-progress.ts';
import { usualThreads } from './thread-pool.ts';

/** What a program adds to the general engine. */
export type Brought = {
  /** Changes of a value that settings may name besides the usual ones. */
  transforms?: Readonly<Record<string, Transform>>;
  /** A module that exports `custom`: tests of two values that settings may name. Threads load it by themselves. */
  customModule?: URL;
  /** What the program knows of columns, for `--auto`. */
  advisor?: Advisor;
  stdout?: { write(text: string): unknown };
  stderr?: ProgressSink;
  signal?: AbortSignal;
};

const CANCELLED = 130;
/** What the person at the terminal can mend. */
const PLAIN = [PlainRefusal, UnknownColumn, NothingToCompare];

/**
 * The command line of record linkage.
 * @param words what stands after the program's name
 * @returns the exit code: 0, 1 for a refusal, 2 for words that are not understood, 130 when cancelled
 */
export async function runLinkageCommandLine(
  words: readonly string[],
  brought: Brought = {},
): Promise<number> {
  const { stdout = process.stdout, stderr = process.stderr } = brought;
  const controller = new AbortController();
  const cancel = () => controller.abort(new Error('cancelled'));
  brought.signal?.addEventListener('abort', cancel);
  process.once('SIGINT', cancel);
  const program = linkageProgram((options) =>
    runLinkage(options, {
      stdout,
      stderr,
      signal: controller.signal,
      transforms: brought.transforms ?? {},
      customModule: brought.customModule ?? null,
      advisor: brought.advisor ?? null,
    }),
  );
  for (const command of [program, ...program.commands])
    command
      .exitOverride()
      .showHelpAfterError('(tambahkan --help untuk bantuan / add --help for help)')
      .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    if (controller.signal.aborted) {
      stderr.write('Dibatalkan. / Cancelled.\n');
      return CANCELLED;
    }
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!PLAIN.some((one) => error instanceof one)) throw error;
    stderr.write(`${(error as Error).message}\n`);
    return 1;
  } finally {
    process.off('SIGINT', cancel);
  }
}

function linkageProgram(run: (options: RunOptions) => Promise<void>): Command {
  const program = new Command('linkage')
    .description('Temukan catatan yang sama / find the records that are one')
    .helpOption('-h, --help', 'tampilkan bantuan / show help')
    .helpCommand(false);
  const dedupe = program
    .command('dedupe')
    .description('dalam satu daftar / within one list')
    .requiredOption('--input <file.csv>', 'daftarnya / the list');
  withOptions(dedupe).action(({ input, ...options }) => run({ ...options, mode: 'dedupe', files: [input] }));
  const link = program
    .command('link')
    .description('antara dua daftar / between two lists')
    .requiredOption('--left <file.csv>', 'daftar kiri / the left list')
    .requiredOption('--right <file.csv>', 'daftar kanan / the right list')
    .option('--both', 'juga di dalam tiap daftar / also within each of them', false);
  withOptions(link).action(({ left, right, both, ...options }) =>
    run({ ...options, mode: both ? 'both' : 'link', files: [left, right] }),
  );
  return program;
}

function withOptions(command: Command): Command {
  return command
    .helpOption('-h, --help', 'tampilkan bantuan / show help')
    .option('--settings <file.json>', 'perbandingan dan blok / comparisons and blocking')
    .option('--auto', 'pilih pengaturan dari datanya / choose settings by looking at the data', false)
    .option(
      '--ignore <columns>',
      'dengan --auto: kolom yang diabaikan / columns to leave out',
      columnList,
      [],
    )
    .option('--settings-out <file.json>', 'simpan pengaturan yang dipakai / keep the settings that were used')
    .option('--id <column>', 'kolom id; biasanya dari pengaturan, atau "id" / the id column')
    .option('--out <pairs.csv>', 'pasangan / pairs: left,right,weight,probability')
    .option('--clusters <clusters.csv>', 'kelompok semua catatan / clusters of all records: id,cluster')
    .option('--review <held.csv>', 'pasangan yang perlu dilihat orang / pairs held back for a person to see')
    .option(
      '--threshold <p>',
      'peluang terkecil untuk disatukan / least probability to join',
      probability,
      0.95,
    )
    .option('--keep <p>', 'peluang terkecil di --out / least probability in --out; --threshold', probability)
    .option('--no-guard', 'tanpa penjaga rantai / without the guard against chains')
    .option('--labels <labels.csv>', 'pasangan yang sudah dinilai / judged pairs: left,right,match')
    .option('--model <model.json>', 'pakai parameter yang disimpan / use parameters learned before')
    .option('--model-out <model.json>', 'simpan parameter / keep the parameters')
    .option('--explain <ids...>', 'jelaskan bobot satu pasangan / explain the weight of a pair: <id1> <id2>')
    .option('--evaluate <truth.csv>', 'bandingkan dengan kebenaran / hold against: id,cluster or left,right')
    .option('--curve', 'dengan --evaluate: pada banyak ambang / at many thresholds', false)
    .option('--threads <n>', 'banyaknya thread / threads', wholeNumber, usualThreads)
    .option(
      '--memory <MB>',
      'memori untuk pasangan / memory for pairs; more goes to a file',
      wholeNumber,
      256,
    )
    .option('--temp <folder>', 'tempat berkas sementara / where that file is made')
    .option('--quiet', 'tanpa berita kemajuan / tell no progress', false);
}

function columnList(words: string): string[] {
  return words.split(',').map((word) => word.trim());
}

function probability(word: string): number {
  const number = Number(word);
  if (number > 0 && number < 1) return number;
  throw new InvalidArgumentError('antara 0 dan 1 / between 0 and 1');
}

function wholeNumber(word: string): number {
  const number = Number(word);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('bilangan bulat dari 1 / a whole number from 1');
}
