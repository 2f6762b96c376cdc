import type { Command } from 'commander';
import { execute } from '#platform/command.server.ts';
import { createOffice } from '../features/run-office/index.server.ts';
import { say } from './say.ts';
import { actorFor, valueOr, withServices } from './with-services.ts';

export function addOfficeCommands(program: Command): void {
  const office = program.command('office').description('kantor dinas / offices');
  office
    .command('create')
    .description('buka kantor baru / open an office')
    .argument('<code>', 'kode Kemendagri kabupaten/kota, misalnya 33.75 / regency code')
    .requiredOption('--name <name>', 'nama lengkap kantor / full name')
    .option('--short-name <name>', 'nama pendek / short name')
    .option(
      '--demo',
      'kantor contoh, dengan akun yang ditampilkan di halaman masuk / demo office, accounts shown on the sign-in page',
    )
    .action((code: string, options: { name: string; shortName?: string; demo?: boolean }) =>
      withServices(async ({ services }) => {
        const input = {
          name: options.name,
          shortName: options.shortName ?? options.name,
          isDemo: options.demo ?? false,
        };
        valueOr(await execute(services, actorFor(code), createOffice, input), {
          not_found: `Kode ${code} tidak ada di tabel wilayah. Muat dulu dengan: reference load / no such regency; load the areas first: reference load`,
          duplicate: `Kantor ${code} sudah ada dengan nama lain / the office exists under another name`,
        });
        say(`Kantor ${code} siap / office ready: ${options.name}`);
      }),
    );
}
