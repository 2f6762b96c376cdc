import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import {
  applyImport,
  bringInContent,
  cancelImport,
  confirmMapping,
  fieldLabel,
  type ImportKind,
  type ImportPage,
  importKinds,
  importPage,
  importPermissions,
  mappingOf,
  mendingSheetStream,
  workOnList,
} from '#features/import-list/index.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { isPlainDate, plainDateInWib } from '#kernel/calendar.ts';
import { execute, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { PlainError } from './plain-error.ts';
import { say } from './say.ts';
import { actorFor, valueOr, withServices } from './with-services.ts';

type Options = {
  office: string;
  source: ImportKind;
  name?: string;
  asOf?: string;
  basis?: string;
  dryRun?: boolean;
  acceptGuesses?: boolean;
  rejects?: string;
};

/** A list into the register, the same way as on screen; progress on the terminal. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('masukkan daftar (CSV, XLSX, XLS, ODS) ke data UMKM / bring a list into the register')
    .argument('<file>', 'berkas daftar / the list')
    .requiredOption('--office <code>', 'kode kantor, misalnya 33.25 / office code')
    .addOption(
      new Option('--source <kind>', 'jenis daftar / kind of list')
        .choices([...importKinds])
        .makeOptionMandatory(),
    )
    .option(
      '--name <text>',
      "nama daftar; bila kosong, nama berkas / name of the list; by default the file's",
    )
    .option(
      '--as-of <date>',
      'keadaan per tanggal, YYYY-MM-DD; bila kosong, hari ini / as of; by default today',
    )
    .option('--basis <text>', 'dasar hukum / legal basis')
    .option('--dry-run', 'periksa saja, jangan simpan / only check, save nothing')
    .option('--accept-guesses', 'terima tebakan kolom yang ragu / accept doubtful guesses of columns')
    .option('--rejects <file.xlsx>', 'simpan baris yang perlu diperbaiki ke sini / write rejected rows here')
    .action((file: string, options: Options) =>
      withServices(({ services }) => importFile(services, file, options)),
    );
}

async function importFile(services: Services, file: string, options: Options): Promise<void> {
  const actor = actorFor(options.office);
  const importId = await upload(services, actor, file, options);
  const inspected = await workedOn(services, actor, importId, 'membaca / reading');
  if (inspected.refusal) throw new PlainError(`${inspected.refusal.id} / ${inspected.refusal.en}`);
  const staged = await staging(services, actor, inspected, options);
  report(staged);
  if (options.rejects) await writeRejects(services, actor, staged, options.rejects);
  if (options.dryRun) {
    valueOr(await execute(services, actor, cancelImport, { importId }));
    await workOnList(services, actor.officeCode, importId);
    say('Tidak ada yang disimpan / nothing was saved');
    return;
  }
  valueOr(await execute(services, actor, applyImport, { importId }));
  const applied = await workedOn(services, actor, importId, 'menyimpan / saving');
  if (applied.status !== 'applied') throw new PlainError(`Belum selesai / not finished: ${applied.status}`);
  say(`Tersimpan / saved: ${importId}`);
}

async function upload(services: Services, actor: Actor, file: string, options: Options): Promise<string> {
  if (!(await stat(file).catch(() => null))?.isFile())
    throw new PlainError(`Berkas ${file} tidak ada / there is no such file`);
  const asOf = options.asOf ?? plainDateInWib(services.clock().getTime());
  if (!isPlainDate(asOf)) throw new PlainError(`--as-of: YYYY-MM-DD`);
  const { importId } = valueOr(
    await bringInContent(services, actor, {
      facts: {
        name: options.name ?? basename(file).replace(/\.\w+$/, ''),
        kind: options.source,
        asOf,
        ...(options.basis ? { legalBasis: options.basis } : {}),
      },
      content: { stream: createReadStream(file), originalName: basename(file) },
      entry: 'file',
    }),
  );
  return importId;
}

/** Columns as they were recognised; doubtful ones only where told to accept them. */
async function staging(
  services: Services,
  actor: Actor,
  { importId, mapping }: ImportPage,
  { acceptGuesses }: Options,
): Promise<ImportPage> {
  if (!mapping) throw new PlainError('Berkas tidak bisa dibaca / the file cannot be read');
  const doubtful = mapping.columns.filter(({ certain }) => !certain);
  if (doubtful.length > 0 && !acceptGuesses) {
    const lines = doubtful.map(
      ({ heading, field }) =>
        `  "${heading.text}" → ${field === null ? '?' : `${fieldLabel(field, 'id')} / ${fieldLabel(field, 'en')}`}`,
    );
    throw new PlainError(
      [
        `Periksa ${doubtful.length} kolom yang ragu di halaman /daftar/${importId}, atau ulangi dengan --accept-guesses`,
        `Check the doubtful columns on the page /daftar/${importId}, or repeat with --accept-guesses:`,
        ...lines,
      ].join('\n'),
    );
  }
  valueOr(
    await execute(services, actor, confirmMapping, {
      importId,
      columns: mappingOf(mapping.columns),
      kbliVersion: mapping.kbliVersion ?? '2025',
      figureYear: mapping.figureYear,
      previousImportId: mapping.previousImportId,
    }),
  );
  return workedOn(services, actor, importId, 'memeriksa / checking');
}

/** Does the next stretch of work here, beside a running server or without one, and tells how far it is. */
async function workedOn(
  services: Services,
  actor: Actor,
  importId: string,
  step: string,
): Promise<ImportPage> {
  const look = async () => {
    const page = valueOr(
      await read(services, actor, importPermissions['list.view'], (context) =>
        importPage(context, importId, { filter: null, list: null }),
      ),
    );
    if (!page) throw new Error(`no such import: ${importId}`);
    return page;
  };
  const tell = async () => {
    const { task } = await look();
    if (task && task.done > 0)
      process.stderr.write(`\r${step}: ${task.done}${task.total ? ` / ${task.total}` : ''}   `);
  };
  const timer = setInterval(() => void tell().catch(() => undefined), 1_000);
  try {
    await workOnList(services, actor.officeCode, importId);
  } finally {
    clearInterval(timer);
    process.stderr.write('\n');
  }
  const page = await look();
  if (page.task?.failed)
    throw new PlainError('Pekerjaan berhenti karena gangguan / the work stopped on a fault');
  return page;
}

function report({ counts }: ImportPage): void {
  if (!counts) return;
  const { dispositions, actions } = counts;
  say(`Baris / rows: ${counts.data}`);
  say(`  siap / ready: ${dispositions.ready}`);
  say(`  perlu diperbaiki / to be mended: ${dispositions.needs_mending}`);
  say(`  daerah lain / other areas: ${dispositions.other_area}`);
  if (!actions) return;
  say(
    `  baru / new: ${actions.new}; berubah / changed: ${actions.changed}; tetap / unchanged: ${actions.unchanged}; terulang / repeated: ${actions.repeated}; hilang / missing now: ${actions.missingNow}`,
  );
}

async function writeRejects(
  services: Services,
  actor: Actor,
  { importId }: ImportPage,
  path: string,
): Promise<void> {
  const { stream } = valueOr(
    await mendingSheetStream(services, actor, { importId, which: 'needs_mending', locale: 'id' }),
  );
  await pipeline(stream, createWriteStream(path));
  say(`Baris yang perlu diperbaiki / rows to be mended: ${path}`);
}
