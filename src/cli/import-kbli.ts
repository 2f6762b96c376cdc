import pg from 'pg';
import type { KbliVersion } from '#kernel/statutory/kbli.ts';
import type { KbliLine } from './read-kbli-list.ts';

/**
 * Puts codes and titles of one edition into the reference table, all or nothing; synonyms of known codes stay.
 * Done twice: nothing new. Needs the migration role.
 */
export async function importKbli(
  ownerUrl: string,
  version: KbliVersion,
  list: readonly KbliLine[],
  source: string,
): Promise<{ added: number; changed: number }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `insert into kbli_codes (kbli_version, kbli_code, title, source)
       select $1, code, title, $4 from unnest($2::text[], $3::text[]) as t (code, title)
       on conflict (kbli_version, kbli_code) do update set title = excluded.title, source = excluded.source
         where kbli_codes.title <> excluded.title
       returning (xmax = 0) as added`,
      [version, list.map((one) => one.code), list.map((one) => one.title), source],
    );
    const added = rows.filter((row) => row.added).length;
    return { added, changed: rows.length - added };
  } finally {
    await client.end();
  }
}
