import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anOffice } from './an-office.ts';
import { freshServices } from './fresh-services.ts';

const databaseOf = async ({ db }: Services) =>
  (await sql<{ name: string }>`select current_database() as name`.execute(db)).rows[0]?.name;
const used: (string | undefined)[] = [];

test('a test leaves rows, an account and a waiting job behind', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  used.push(await databaseOf(services));
  await withOffice(services.db, office, async (trx) => {
    await services.jobs.enqueue(trx, office, { queue: 'deliver-message', data: { messageId: 'x' } });
    await trx.insertInto('authUsers').values({ id: 'u', name: 'Sri', email: 'sri@contoh.id' }).execute();
  });
});

test('the next gets the same database, in the state of the template: nothing but reference tables and queues', async () => {
  const services = await freshServices();
  used.push(await databaseOf(services));
  expect(used[1]).toBe(used[0]);
  const left = await withOffice(services.db, '33.75', async (trx) => {
    const counts: [string, number][] = [];
    for (const table of inject('emptyTables')) {
      const { rows } = await sql.raw<{ n: number }>(`select count(*)::int as n from ${table}`).execute(trx);
      counts.push([table, rows[0]?.n ?? -1]);
    }
    return counts;
  });
  expect(left.map(([table]) => table)).toEqual(
    expect.arrayContaining(['public.offices', 'public.auth_users', 'public.audit_events', 'pgboss.job']),
  );
  expect(left.filter(([, rows]) => rows !== 0)).toEqual([]);
  expect(await services.db.selectFrom('areas').select('areaCode').limit(1).execute()).toHaveLength(1);
});

test("two at once have two databases, and one in which the owner's hand was used is given to nobody else", async () => {
  const [one, two] = [await freshServices(), await freshServices()];
  used.push(await databaseOf(one));
  expect(await databaseOf(two)).not.toBe(used[2]);
  expect(one.ownerUrl).toContain(used[2]);
});

test('as the test after it can tell', async () => {
  expect(await databaseOf(await freshServices())).not.toBe(used[2]);
});
