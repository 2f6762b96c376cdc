import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { type KbliVersion, kbliVersions } from '#kernel/statutory/kbli.ts';
import { loadReference } from '#platform/db/load-reference.server.ts';
import { importKbli } from './import-kbli.ts';
import { PlainError } from './plain-error.ts';
import { readKbliList } from './read-kbli-list.ts';
import { say } from './say.ts';
import { withServices } from './with-services.ts';

export function addMaintenanceCommands(program: Command): void {
  program
    .command('migrate')
    .description('perbarui bentuk basis data / bring the database to the newest form')
    .action(() =>
      // Opening the house migrates; there is nothing else to do.
      withServices(async () => say('Basis data sudah yang terbaru / the database is up to date')),
    );
  const reference = program.command('reference').description('tabel acuan: wilayah, KBLI / reference tables');
  reference
    .command('load')
    .description(
      'muat wilayah seluruh Indonesia, nama lama, dan KBLI bawaan / load areas, old names and the shipped KBLI codes',
    )
    .option('--areas <codes>', 'hanya wilayah ini, dipisah koma, misalnya 33.75,33.25 / only these areas')
    .action(({ areas }: { areas?: string }) =>
      withServices(async ({ ownerUrl }) => {
        await loadReference(
          ownerUrl,
          areas?.split(',').map((one) => one.trim()),
        );
        say('Tabel acuan dimuat / reference tables loaded');
      }),
    );
  const imported = reference.command('import').description('muat daftar resmi / load an official list');
  imported
    .command('kbli')
    .description('kode dan judul KBLI dari TSV atau CSV / KBLI codes and titles from TSV or CSV')
    .argument('<file>', 'dua kolom: kode, judul / two columns: code, title')
    .addOption(
      new Option('--version <edition>', 'edisi KBLI / KBLI edition')
        .choices([...kbliVersions])
        .makeOptionMandatory(),
    )
    .option('--source <text>', 'asal daftar, misalnya "Peraturan BPS 7/2025" / where the list comes from')
    .action((file: string, { version, source }: { version: KbliVersion; source?: string }) =>
      withServices(async ({ ownerUrl }) => {
        const text = await readFile(file, 'utf8').catch(() => {
          throw new PlainError(`Berkas ${file} tidak bisa dibaca / the file cannot be read`);
        });
        const list = readKbliList(text, version);
        if (!list.ok) {
          const shown = list.refusal
            .slice(0, 20)
            .map(({ line, reason }) => `  baris / line ${line}: ${reason}`);
          const more =
            list.refusal.length > shown.length
              ? [`  … ${list.refusal.length - shown.length} lagi / more`]
              : [];
          throw new PlainError(
            [
              'Tidak ada yang disimpan. Perbaiki baris ini / nothing was saved; please mend:',
              ...shown,
              ...more,
            ].join('\n'),
          );
        }
        const { added, changed } = await importKbli(
          ownerUrl,
          version,
          list.value,
          source ?? `impor ${file.split(/[\\/]/).at(-1)}`,
        );
        say(`KBLI ${version}: ${list.value.length} kode, ${added} baru / new, ${changed} berubah / changed`);
      }),
    );
}
