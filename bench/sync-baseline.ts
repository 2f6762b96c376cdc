import pg from 'pg';
import type { BenchHouse } from './bench-house.ts';
import { ownerClient } from './owner-client.ts';

/** What taking in envelopes writes, with the row by which its rows go together. */
const tables = ['deliveries', 'submissions', 'person_keys'] as const;
const CONNECTIONS = 8;

/**
 * How long the very rows that ours wrote take as set-based SQL: one statement a table for each phone's delivery, and
 * the frame rows set in one, each delivery durable before the next; the statements sent by a client that does nothing
 * else. Their audit line and the phone's own row are written too.
 */
export async function setBasedSeconds(house: BenchHouse, phoneIds: readonly string[]): Promise<number> {
  const owner = await ownerClient(house.ownerUrl);
  for (const table of [...tables, 'audit_events', 'field_phones', 'census_rows'])
    await owner.query(
      `create table bench_${table} (like ${table} including all);
       ${table === 'field_phones' || table === 'census_rows' ? `insert into bench_${table} select * from ${table};` : ''}`,
    );
  await owner.query('analyze bench_census_rows');
  const batches: { parts: Record<string, string>; rows: string; phoneId: string }[] = [];
  for (const phoneId of phoneIds) {
    const json = async (text: string) =>
      (await owner.query<{ rows: string }>(`select json_agg(t)::text as rows from (${text}) t`, [phoneId]))
        .rows[0]?.rows ?? '[]';
    const mine = 'select submission_id from submissions where phone_id = $1';
    batches.push({
      phoneId,
      parts: {
        deliveries: await json('select * from deliveries where phone_id = $1'),
        submissions: await json('select * from submissions where phone_id = $1'),
        person_keys: await json(`select * from person_keys where person_id in (${mine})`),
        audit_events: await json(
          `select * from audit_events where action = 'delivery.received' and subject_id = $1::text`,
        ),
      },
      rows: await json(`select row_id from submissions where phone_id = $1`),
    });
  }
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: house.ownerUrl });
      await client.connect();
      return client;
    }),
  );
  const started = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        await client.query('begin');
        for (const [table, rows] of Object.entries(batch.parts))
          await client.query(
            `insert into bench_${table} select * from json_populate_recordset(null::${table}, $1)`,
            [rows],
          );
        await client.query(
          `update bench_census_rows r set status = 'submitted', verdict = 'produces', visited_on = current_date,
             touched = pg_current_xact_id()::text::bigint
           from json_to_recordset($1) as given(row_id uuid) where r.office_code = $2 and r.row_id = given.row_id`,
          [batch.rows, house.office],
        );
        await client.query(
          `update bench_field_phones set last_seen_at = now(), unsent_count = 0 where office_code = $1 and phone_id = $2`,
          [house.office, batch.phoneId],
        );
        await client.query('commit');
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  for (const table of [...tables, 'audit_events', 'field_phones', 'census_rows'])
    await owner.query(`drop table bench_${table}`);
  await owner.end();
  return seconds;
}
