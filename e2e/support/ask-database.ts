import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** What stands in the embedded database of a server under test, asked as its owner: for what no page counts. */
export async function askDatabase(
  dataFolder: string,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const { port, password } = JSON.parse(await readFile(join(dataFolder, 'postgres/connection.json'), 'utf8'));
  const client = new pg.Client(`postgres://gawangan_owner:${password}@127.0.0.1:${port}/gawangan`);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
