import { type Command, Option } from 'commander';
import { createUser, listPeople, resetAccount } from '../features/run-office/index.server.ts';
import { staffRoles } from '../features/run-office/rules/role-scopes.ts';
import { findPerson } from '../features/sign-in/index.server.ts';
import { PlainError } from './plain-error.ts';
import { say } from './say.ts';
import { actorFor, valueOr, withServices } from './with-services.ts';

type CreateOptions = {
  office: string;
  role: (typeof staffRoles)[number];
  scope?: string;
  until?: string;
  email?: string;
  phone?: string;
  nip?: string;
};

const officeOption = () =>
  new Option('--office <code>', 'kode kantor, misalnya 33.75 / office code').makeOptionMandatory();

export function addUserCommands(program: Command): void {
  const user = program.command('user').description('orang dan akunnya / people and their accounts');
  user
    .command('create')
    .description(
      'tambah orang; sandi pertama ditampilkan sekali / add a person; the first password is shown once',
    )
    .argument('<name>', 'nama / name')
    .addOption(officeOption())
    .addOption(new Option('--role <role>', 'tugas / role').choices([...staffRoles]).makeOptionMandatory())
    .option(
      '--scope <scope>',
      'cakupan: office, district:33.75.01, village:33.75.01.1002 / where the role holds',
    )
    .option('--until <day>', 'hari terakhir, YYYY-MM-DD / last day')
    .option('--email <address>', 'surel / e-mail')
    .option('--phone <number>', 'nomor HP / phone')
    .option('--nip <number>', 'NIP')
    .action((name: string, { office, role, scope, until, email, phone, nip }: CreateOptions) =>
      withServices(async ({ services }) => {
        const grant = {
          role,
          scope: !scope || scope === 'office' ? `office:${office}` : scope,
          validTo: until,
        };
        const made = valueOr(
          await createUser(services, actorFor(office), { name, email, phone, nip, grants: [grant] }),
          {
            duplicate:
              'Surel, nomor HP, atau NIP ini sudah dipakai orang lain / already used by another account',
          },
        );
        say(`${name} sudah ditambahkan / added`);
        say(`Sandi pertama / first password: ${made.firstPassword}`);
        say(
          'Harus diganti saat pertama masuk. Tidak akan ditampilkan lagi / must be changed at the first sign-in; not shown again',
        );
      }),
    );
  user
    .command('reset')
    .description('buat sandi sementara / make a temporary password')
    .argument('<sign-in name>', 'surel, nomor HP, atau NIP / e-mail, phone or NIP')
    .addOption(officeOption())
    .option('--second-factor', 'cabut juga kode pengaman / also remove the second factor')
    .action((typed: string, { office, secondFactor = false }: { office: string; secondFactor?: boolean }) =>
      withServices(async ({ services }) => {
        const actor = actorFor(office);
        const found = await findPerson(services, typed);
        if (!found)
          throw new PlainError(
            `Tidak ada akun dengan nama masuk "${typed}" / no account with this sign-in name`,
          );
        const reset = valueOr(await resetAccount(services, actor, { userId: found.id, secondFactor }), {
          not_found: `${found.name} tidak punya tugas di kantor ${office} / has no role in this office`,
        });
        say(`Sandi sementara untuk ${found.name} / temporary password: ${reset.temporaryPassword}`);
        say(
          'Semua sesinya ditutup; sandi harus diganti saat masuk / all sessions are closed; must be changed at sign-in',
        );
        if (secondFactor) say('Kode pengaman dicabut / second factor removed');
      }),
    );
  user
    .command('list')
    .description('daftar orang dan tugasnya / people and their roles')
    .addOption(officeOption())
    .action(({ office }: { office: string }) =>
      withServices(async ({ services }) => {
        const people = valueOr(await listPeople(services, actorFor(office)));
        for (const { name, email, closed, roles } of people) {
          say(`${name}${email ? ` <${email}>` : ''}${closed ? ' (ditutup / closed)' : ''}`);
          for (const role of roles) {
            say(
              `  ${role.role} · ${role.scope.kind}:${role.scope.code} · ${role.validFrom} – ${role.validTo ?? ''}`.trimEnd(),
            );
          }
        }
        if (people.length === 0) say('Belum ada orang / nobody yet');
      }),
    );
}
