import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { type Trx, withOffice, withUser } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anOffice } from '../an-office.ts';
import { freshServices } from '../fresh-services.ts';
import { tracesOf } from './filled-office.ts';
import { twoOffices } from './two-offices.ts';

// The application's own checks are out of the way here: only the database stands between two offices.

async function twoOfficesInOneDatabase() {
  const services = await freshServices();
  const offices = await twoOffices(services, services.ownerUrl);
  return { services, ...offices, tables: await offices.rows.tables() };
}

const REFUSED = expect.stringMatching(/row-level security|permission denied/);

/** How many rows a statement of an office touches, or how it was refused; what it did is undone. */
async function tried(services: Services, office: string, statement: string): Promise<number | string> {
  let touched = -1;
  const undone = new Error('undone');
  const attempt = withOffice(services.db, office, async (trx) => {
    const { numAffectedRows, rows } = await sql.raw(statement).execute(trx);
    touched = Number(numAffectedRows ?? rows.length);
    throw undone;
  });
  const error = await attempt.catch((reason: Error) => reason);
  return error === undone ? touched : error.message;
}

async function count(trx: Trx, table: string, where = 'true'): Promise<number> {
  const { rows } = await sql
    .raw<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`)
    .execute(trx);
  return rows[0]?.n ?? -1;
}

/** All that an office can read of its tables, as one text. */
const allThatIsReadBy = (services: Services, office: string, tables: string[]) =>
  withOffice(services.db, office, async (trx) => {
    const texts: string[] = [];
    for (const table of tables) {
      const { rows } = await sql.raw<{ t: string }>(`select t::text as t from ${table} t`).execute(trx);
      texts.push(...rows.map((row) => row.t));
    }
    return texts.join('\n');
  });

// Two offices with something of everything take a while to fill.
vi.setConfig({ testTimeout: 150_000 });

test('with no check but the database an office reads its own rows in every table, and no word, number or id of another', async () => {
  const { services, asking, other, tables } = await twoOfficesInOneDatabase();
  expect(tables.length).toBeGreaterThan(20);
  const ofOthers = `office_code <> '${asking.officeCode}'`;
  for (const table of tables) {
    const seen = await withOffice(services.db, asking.officeCode, (trx) => count(trx, table, ofOthers));
    expect([table, seen]).toEqual([table, 0]);
  }
  const own = await allThatIsReadBy(services, other.officeCode, tables);
  const foreign = await allThatIsReadBy(services, asking.officeCode, tables);
  expect(tracesOf(other).filter((trace) => own.includes(trace)).length).toBeGreaterThan(15);
  expect(tracesOf(other).filter((trace) => foreign.includes(trace))).toEqual([]);

  // Before an office is chosen nothing is seen but the roles of the person signed in.
  for (const table of tables) {
    const seen = await services.db.transaction().execute((trx) => count(trx, table));
    expect([table, seen]).toEqual([table, 0]);
  }
  await withUser(services.db, other.admin.userId, null, async (trx) => {
    for (const table of tables.filter((one) => one !== 'memberships'))
      expect([table, await count(trx, table)]).toEqual([table, 0]);
    expect(await count(trx, 'memberships', `user_id <> '${other.admin.userId}'`)).toBe(0);
    expect(await count(trx, 'memberships')).toBeGreaterThan(0);
  });
});

test("with no check but the database an office can neither add to another's rows, nor change, move or delete them", async () => {
  const { services, asking, other, tables, rows } = await twoOfficesInOneDatabase();
  const before = await rows.of(other.officeCode);
  const own = await rows.of(asking.officeCode);
  const ask = (statement: string) => tried(services, asking.officeCode, statement);
  const foreign = `'${other.officeCode}'`;
  for (const table of tables) {
    expect([table, await ask(`insert into ${table} (office_code) values (${foreign})`)]).toEqual([
      table,
      REFUSED,
    ]);
    for (const statement of [
      `update ${table} set office_code = office_code where office_code = ${foreign}`,
      `delete from ${table} where office_code = ${foreign}`,
    ]) {
      const touched = await ask(statement);
      // Tables that are only ever added to refuse outright; of the others no row is found.
      if (touched !== 0) expect([statement, touched]).toEqual([statement, REFUSED]);
    }
    if (own[table]?.rows === 0) continue;
    const moved = await ask(`update ${table} set office_code = ${foreign}`);
    expect([table, moved]).toEqual([table, REFUSED]);
    // Without naming an office: as many rows as are its own, unless keys or rights hold on to them.
    const deleted = await ask(`delete from ${table}`);
    if (typeof deleted === 'number') expect([table, deleted]).toEqual([table, own[table]?.rows]);
    else expect([table, deleted]).toEqual([table, expect.stringMatching(/permission denied|foreign key/)]);
  }
  expect(await rows.of(other.officeCode)).toEqual(before);
});

test('the office of one transaction reaches no other: not one inside it, beside it, or after it failed', async () => {
  const services = await freshServices();
  const codes = [await anOffice(services, '33.75'), await anOffice(services, '33.25')];
  const seen = async (trx: Trx) => {
    const rows = await trx.selectFrom('offices').select('officeCode').execute();
    return rows.map((row) => row.officeCode);
  };
  const bare = () => services.db.transaction().execute(seen);
  for (const code of codes) {
    const inside = await withOffice(services.db, code, async (trx) => [await seen(trx), await bare()]);
    expect(inside).toEqual([[code], []]);
  }
  // More at once than there are connections, every third of them ending badly.
  const askedOf = Array.from({ length: 60 }, (_, at) => codes[at % 2] ?? '');
  const answers = await Promise.all(
    askedOf.map((code, at) =>
      withOffice(services.db, code, async (trx) => {
        if (at % 3 === 0) await sql`select no_such_column`.execute(trx);
        return seen(trx);
      }).catch(() => 'failed'),
    ),
  );
  expect(answers).toEqual(askedOf.map((code, at) => (at % 3 === 0 ? 'failed' : [code])));
  expect(await Promise.all(Array.from({ length: 10 }, bare))).toEqual(Array.from({ length: 10 }, () => []));
});
