import { sql } from 'kysely';
import { bulkInsert } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { LikelyPair } from './rules/settle-likeness.ts';

type Of = { officeCode: string; importId: string };

/** Keeps what rows look like until the list is saved. */
export async function insertPairs(trx: Trx, of: Of, pairs: readonly LikelyPair[]): Promise<void> {
  await bulkInsert(
    trx,
    'importPairs',
    { officeCode: 'text', importId: 'uuid', leftId: 'uuid', rightId: 'uuid', found: 'jsonb' },
    pairs.map(({ one, other, ...found }) => ({
      ...of,
      leftId: one,
      rightId: other,
      found: JSON.stringify(found),
    })),
  );
}

/** Takes the next pairs away, to be put into the queue. */
export async function takePairs(
  trx: Trx,
  { officeCode, importId }: Of,
  limit: number,
): Promise<LikelyPair[]> {
  const { rows } = await sql<{ one: string; other: string; found: Omit<LikelyPair, 'one' | 'other'> }>`
    delete from import_pairs where office_code = ${officeCode} and import_id = ${importId}
      and (left_id, right_id) in (select left_id, right_id from import_pairs
        where office_code = ${officeCode} and import_id = ${importId} limit ${limit})
    returning left_id as one, right_id as other, found`.execute(trx);
  return rows.map(({ found, ...ends }) => ({ ...ends, ...found }));
}
