import { type Command, Option } from 'commander';
import { execute } from '#platform/command.server.ts';
import { createToken, listApiTokens, revokeToken } from '../features/run-office/index.server.ts';
import { staffRoles } from '../features/run-office/rules/role-scopes.ts';
import { say } from './say.ts';
import { actorFor, valueOr, withServices } from './with-services.ts';

const officeOption = () =>
  new Option('--office <code>', 'kode kantor, misalnya 33.75 / office code').makeOptionMandatory();

export function addTokenCommands(program: Command): void {
  const token = program.command('token').description('kunci untuk API / API tokens');
  token
    .command('create')
    .description('buat kunci; ditampilkan sekali / make a token; shown once')
    .argument('<name>', 'untuk apa / what it is for')
    .addOption(officeOption())
    .addOption(new Option('--role <role>', 'tugas / role').choices([...staffRoles]).makeOptionMandatory())
    .option('--scope <scope>', 'cakupan: office, district:33.75.01, village:33.75.01.1002 / where it holds')
    .option('--until <day>', 'hari terakhir, YYYY-MM-DD / last day')
    .action((name: string, options: { office: string; role: string; scope?: string; until?: string }) =>
      withServices(async ({ services }) => {
        const { office, role, scope, until } = options;
        const input = {
          name,
          role,
          scope: !scope || scope === 'office' ? `office:${office}` : scope,
          lastDay: until,
        };
        const made = valueOr(await execute(services, actorFor(office), createToken, input));
        say(made.token);
        console.error(
          `Simpan sekarang; tidak akan ditampilkan lagi. Nomor / keep it now, it is not shown again. Id: ${made.tokenId}`,
        );
      }),
    );
  token
    .command('list')
    .description('daftar kunci / tokens')
    .addOption(officeOption())
    .action(({ office }: { office: string }) =>
      withServices(async ({ services }) => {
        const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? '-';
        for (const one of valueOr(await listApiTokens(services, actorFor(office)))) {
          const state = one.revokedAt
            ? `dicabut / revoked ${day(one.revokedAt)}`
            : `sampai / until ${day(one.expiresAt)}`;
          say(
            `${one.tokenId}  ${one.name}  ${one.role} ${one.scope.kind}:${one.scope.code}  ${state}  dipakai / used ${day(one.lastUsedAt)}`,
          );
        }
      }),
    );
  token
    .command('revoke')
    .description('cabut kunci / revoke a token')
    .argument('<id>', 'nomor kunci / token id')
    .addOption(officeOption())
    .action((tokenId: string, { office }: { office: string }) =>
      withServices(async ({ services }) => {
        valueOr(await execute(services, actorFor(office), revokeToken, { tokenId }), {
          not_found: 'Kunci ini tidak ada, atau sudah dicabut / no such token, or already revoked',
        });
        say('Kunci dicabut / token revoked');
      }),
    );
}
