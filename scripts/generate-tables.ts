// Writes src/platform/db/tables.ts from the migrated database, or with --check says whether it is current.
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { appRole, migrate } from '#platform/db/migrate.server.ts';
import { startTemporaryPostgres } from '#testing/temporary-postgres.ts';

const OUT = 'src/platform/db/tables.ts';
const postgres = await startTemporaryPostgres();
try {
  await migrate(postgres.url, appRole(Buffer.alloc(32), 'gawangan_app'));
  const generate = (...more: string[]) =>
    execFileSync(
      'node_modules/.bin/kysely-codegen',
      [
        '--url',
        postgres.url,
        '--dialect',
        'postgres',
        '--out-file',
        OUT,
        '--camel-case',
        '--date-parser',
        'string',
      ]
        .concat(['--numeric-parser', 'number', '--default-schema', 'public'])
        .concat(
          ['--overrides', JSON.stringify({ columns: {} }), '--type-mapping', '{"int8":"number"}'],
          more,
        ),
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
  if (process.argv.includes('--check')) {
    const before = await readFile(OUT, 'utf8');
    generate();
    if ((await readFile(OUT, 'utf8')) !== before)
      throw new Error(`${OUT} was out of date; it has been written anew`);
    console.log(`${OUT} is current`);
  } else {
    generate();
    console.log(`wrote ${OUT}`);
  }
} finally {
  await postgres.stop();
}
