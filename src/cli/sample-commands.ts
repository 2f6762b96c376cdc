import { type Command, InvalidArgumentError, Option } from 'commander';
import { createOffice } from '#features/run-office/index.server.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { writeCsv } from '#platform/spreadsheet/write-csv.ts';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts';
import { createTask } from '#platform/tasks/long-task.server.ts';
import { generateList, type SampleListRow } from '#sample/generate-list.ts';
import { loadSample, sampleReference } from '../demo/load-sample.server.ts';
import { PlainError } from './plain-error.ts';
import { actorFor, withServices } from './with-services.ts';

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('bilangan bulat di atas nol / a whole number above zero');
  return value;
};
const share = (text: string): number => {
  const value = Number(text);
  if (!(value >= 0 && value <= 1)) throw new InvalidArgumentError('antara 0 dan 1 / from 0 to 1');
  return value;
};

type RegisterOptions = { office: string; rows: number; seed: string };
type ListOptions = RegisterOptions & {
  kind: 'bpum' | 'sidt' | 'oss' | 'village';
  against: string;
  againstRows: number;
  overlap: number;
  mess: 'low' | 'medium' | 'high';
  repeated?: number;
  out: string;
  truth?: string;
};

/** Invented but lifelike data, the same for the same seed. */
export function addSampleCommands(program: Command): void {
  const sample = program
    .command('sample')
    .description('data karangan yang mirip aslinya / invented, lifelike data');
  sample
    .command('register')
    .description('isi kantor dengan usaha karangan / fill an office with invented enterprises')
    .requiredOption('--office <code>', 'kode kantor, misalnya 33.75 / office code')
    .requiredOption('--rows <n>', 'banyaknya usaha / how many enterprises', wholeNumber)
    .option('--seed <seed>', 'benih: benih sama, data sama / same seed, same data', '2026')
    .action(loadRegister);
  sample
    .command('list')
    .description('buat daftar yang berantakan dari orang yang sama / make a messy list of the same people')
    .requiredOption('--office <code>', 'kode kantor / office code')
    .requiredOption('--rows <n>', 'banyaknya baris / how many rows', wholeNumber)
    .addOption(
      new Option('--kind <kind>', 'bentuk daftar / form of the list')
        .choices(['bpum', 'sidt', 'oss', 'village'])
        .default('bpum'),
    )
    .requiredOption('--against <seed>', 'benih data kantor / seed of the register')
    .option(
      '--against-rows <n>',
      'banyaknya usaha di data kantor / size of the register',
      wholeNumber,
      23_000,
    )
    .option(
      '--overlap <share>',
      'bagian yang sudah ada di data kantor / share that is in the register',
      share,
      0.6,
    )
    .addOption(
      new Option('--mess <level>', 'seberapa berantakan / how messy')
        .choices(['low', 'medium', 'high'])
        .default('medium'),
    )
    .option(
      '--repeated <share>',
      'bagian baris yang menulis ulang usaha di atasnya / share of rows that write an earlier business anew',
      share,
    )
    .option('--seed <seed>', 'benih daftar / seed of the list', '1')
    .requiredOption('--out <file>', 'berkas .csv atau .xlsx / .csv or .xlsx file')
    .option('--truth <file>', 'berkas .csv: siapa sebenarnya di tiap baris / who each row really is')
    .action(writeList);
}

async function loadRegister({ office, rows, seed }: RegisterOptions): Promise<void> {
  await withServices(async ({ services }) => {
    const actor = actorFor(office);
    const made = await execute(services, actor, createOffice, {
      name: `Kantor contoh ${office}`,
      shortName: `Contoh ${office}`,
      isDemo: true,
    });
    if (!made.ok && made.refusal.code !== 'duplicate') {
      throw new PlainError(
        `Wilayah ${office} tidak ada di tabel acuan; jalankan "reference load" dulu / no such regency; run "reference load" first`,
      );
    }
    const taskId = await inOneTransaction(services, actor, ({ trx, now }) =>
      createTask(trx, office, {
        kind: 'sample',
        subjectId: null,
        title: 'Memuat data contoh',
        total: rows,
        createdBy: actor.name,
        at: now,
      }),
    );
    const started = performance.now();
    await loadSample(services, office, taskId, {
      seed,
      onBatch: (done) => process.stderr.write(`\r${done} / ${rows}`),
    });
    process.stderr.write('\n');
    console.log(
      `${rows} usaha dimuat dalam ${((performance.now() - started) / 1000).toFixed(1)} detik / enterprises loaded`,
    );
  });
}

async function writeList(options: ListOptions): Promise<void> {
  const { office, rows, kind, against, againstRows, overlap, mess, repeated, seed, out, truth } = options;
  if (!/\.(csv|xlsx)$/.test(out))
    throw new PlainError('--out harus berakhiran .csv atau .xlsx / must end in .csv or .xlsx');
  await withServices(async ({ services }) => {
    const { areas, kbli } = await inOneTransaction(services, actorFor(office), ({ trx }) =>
      sampleReference(trx, office),
    );
    if (areas.length === 0)
      throw new PlainError(
        `Wilayah ${office} tidak ada di tabel acuan / no such regency in the reference table`,
      );
    const list = () =>
      generateList({
        officeCode: office,
        kind,
        rows,
        overlap,
        mess,
        repeated,
        seed,
        against: { seed: against, rows: againstRows },
        areas,
        kbli,
      });
    const first = list().next().value as SampleListRow | undefined;
    if (!first) throw new PlainError('Daftarnya kosong / the list is empty');
    const titles = [...first.header];
    if (out.endsWith('.csv')) await writeCsv(out, { titles, rows: cellsOf(list()) });
    else
      await writeWorkbook(out, [
        { name: 'Daftar', columns: titles.map((title) => ({ title })), rows: cellsOf(list()) },
      ]);
    if (truth) {
      const columns = ['list_row', 'owner', 'business', 'in_register', 'mess'];
      await writeCsv(truth, { titles: columns, rows: truthOf(list()), delimiter: ',' });
    }
    console.log(`${out}: ${rows} baris / rows${truth ? `; ${truth}` : ''}`);
  });
}

function* cellsOf(rows: Iterable<SampleListRow>): Generator<readonly string[]> {
  for (const row of rows) yield row.cells;
}

function* truthOf(rows: Iterable<SampleListRow>): Generator<readonly (string | number)[]> {
  for (const { truth } of rows) {
    yield [
      truth.listRow,
      truth.sampleOwnerId,
      truth.sampleBusinessId,
      truth.inRegister ? 1 : 0,
      truth.mess.join(' '),
    ];
  }
}
