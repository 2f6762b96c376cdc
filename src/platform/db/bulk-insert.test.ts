import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshServices } from '#testing/fresh-services.ts';
import { bulkInsert } from './bulk-insert.server.ts';

const awkward = [
  '',
  'NULL',
  'null',
  '{a,b}',
  'kata "kutip"',
  "D'Afni",
  'garis\\miring',
  'koma, titik; baris\nbaru',
  ' spasi ',
  '🧵 ꦧꦛꦶꦏ꧀',
  '\\x00',
];

test('every value arrives as it was, whatever it holds, and an absent one as null', async () => {
  const services = await freshServices();
  const rows = awkward.map((text, at) => ({
    id: `0192f0c1-2345-7678-9abc-0000000000${String(at).padStart(2, '0')}`,
    words: text,
    bytes: Buffer.from([0, 255, 34, 92, at]),
    amount: at === 0 ? null : 50_000_000_000 + at,
    day: '2026-05-06',
    moment: new Date('2026-05-06T03:00:00.123Z'),
    truth: at % 2 === 0,
    facts: JSON.stringify({ text }),
    place: -6.888 - at,
  }));
  const stored = await services.db.connection().execute(async (db) => {
    await sql`create temp table awkward (id uuid, words text, bytes bytea, amount bigint, day date, moment timestamptz, truth bool, facts jsonb, place float8)`.execute(
      db,
    );
    await bulkInsert(
      db as never,
      'awkward',
      {
        id: 'uuid',
        words: 'text',
        bytes: 'bytea',
        amount: 'bigint',
        day: 'date',
        moment: 'timestamptz',
        truth: 'bool',
        facts: 'jsonb',
        place: 'float8',
      },
      rows,
    );
    return (await sql`select * from awkward order by id`.execute(db)).rows;
  });
  expect(stored).toEqual(rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) })));
});

test('no rows write nothing', async () => {
  const services = await freshServices();
  await services.db
    .connection()
    .execute((db) => bulkInsert<{ id: string }>(db as never, 'nowhere', { id: 'uuid' }, []));
});
