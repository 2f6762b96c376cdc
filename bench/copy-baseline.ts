import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportPage } from '#features/import-list/index.server.ts';
import type { BenchHouse } from './bench-house.ts';
import { ownerClient } from './owner-client.ts';

/** What an import writes, and which rows of it are its own. */
const written = (importId: string, list: string): readonly [table: string, where: string][] => [
  ['staged_rows', `import_id = '${importId}'`],
  ['import_matches', `import_id = '${importId}'`],
  ['import_undo', `import_id = '${importId}'`],
  ['source_entries', `source_list_id = '${list}'`],
  ['record_changes', `source_list_id = '${list}'`],
  ['enterprise_figures', `source_id = '${list}'`],
  ...(['enterprises', 'premises', 'products', 'evidences'] as const).map((table): [string, string] => [
    table,
    `enterprise_id in (select enterprise_id from import_matches where import_id = '${importId}' and action = 'new')`,
  ]),
  ...(
    [
      ['owners', 'owner_id'],
      ['owner_phones', 'owner_id'],
      ['person_keys', 'person_id'],
    ] as const
  ).map(([table, column]): [string, string] => [
    table,
    `${column} in (select owner_id from import_matches where import_id = '${importId}' and makes_owner)`,
  ]),
];

/**
 * How long PostgreSQL itself takes to COPY the very rows that the import wrote into empty tables with the same
 * columns, checks and indexes: the least that any import could take.
 */
export async function copySeconds(
  house: BenchHouse,
  { importId, sourceListId }: ImportPage,
): Promise<{ seconds: number; rows: number }> {
  const client = await ownerClient(house.ownerUrl);
  const { rows: settings } = await client.query<{ data_directory: string }>('show data_directory');
  // Beside the cluster, where the database itself may write.
  const folder = join(settings[0]!.data_directory, 'bench-copy');
  let seconds = 0;
  let rows = 0;
  try {
    await mkdir(folder);
    await chmod(folder, 0o777);
    await client.query(`set synchronous_commit = on`);
    for (const [table, where] of written(importId, sourceListId!)) {
      const file = join(folder, `${table}.copy`);
      await client.query(`copy (select * from ${table} where ${where}) to '${file}'`);
      await client.query(`create table bench_${table} (like ${table} including all)`);
      const started = performance.now();
      const { rowCount } = await client.query(`copy bench_${table} from '${file}'`);
      seconds += (performance.now() - started) / 1000;
      rows += rowCount ?? 0;
      await client.query(`drop table bench_${table}`);
    }
  } finally {
    await client.end();
    await rm(folder, { recursive: true, force: true });
  }
  return { seconds, rows };
}
