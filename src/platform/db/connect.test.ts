import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { type Database, withOffice, withUser } from './connect.server.ts';

const settingsSeen = async (db: Database) => {
  const { rows } = await sql<{ office: string | null; person: string | null }>`select
    nullif(current_setting('gawangan.office', true), '') as office,
    nullif(current_setting('gawangan.user', true), '') as person`.execute(db);
  return rows[0];
};

test('the office ends with its transaction: the same connection then sees none', async () => {
  const { db } = await freshServices();
  await withOffice(db, '33.75', async (trx) => {
    expect(await settingsSeen(trx)).toEqual({ office: '33.75', person: null });
  });
  for (let connection = 0; connection < 5; connection++)
    expect(await settingsSeen(db)).toEqual({ office: null, person: null });
});

test('a transaction opened while another office is at work belongs to no office', async () => {
  const { db } = await freshServices();
  await withOffice(db, '33.75', async () => {
    await db.transaction().execute(async (own) => {
      expect(await settingsSeen(own)).toEqual({ office: null, person: null });
    });
    await withUser(db, "o'neil", null, async (trx) => {
      expect(await settingsSeen(trx)).toEqual({ office: null, person: "o'neil" });
    });
  });
});

test('what fails is undone, and the connection is good for the next one', async () => {
  const services = await freshServices();
  const { db } = services;
  await anOffice(services);
  const failing = withOffice(db, '33.75', async (trx) => {
    await trx.updateTable('offices').set({ name: 'Lain' }).execute();
    throw new Error('midway');
  });
  await expect(failing).rejects.toThrow('midway');
  const names = await withOffice(db, '33.75', (trx) => trx.selectFrom('offices').select('name').execute());
  expect(names).toEqual([{ name: 'Dinas UMKM 33.75' }]);
});

test('what is no office code never reaches the database', async () => {
  const { db } = await freshServices();
  await expect(withOffice(db, "33.75', true); drop table offices; --", async () => 1)).rejects.toThrow(
    'not an office code',
  );
});
