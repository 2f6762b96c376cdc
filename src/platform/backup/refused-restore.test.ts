import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { connect } from '#platform/db/connect.server.ts';
import { appRole, appUrl, makeMigrator, migrate } from '#platform/db/migrate.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { TEST_KEY } from '#testing/global-setup.ts';
import { LEFT_OUT, listTables } from './backed-up-tables.server.ts';
import { copyIn } from './copy-stream.server.ts';
import {
  aBackup,
  aFolder,
  anEmptyPlace,
  ask,
  PASSPHRASE,
  type Place,
  restoreTo,
  tableCount,
  tableHashes,
} from './factory.ts';
import { makeBackup } from './make-backup.server.ts';
import { checkBackup } from './read-backup.server.ts';
import { advanceSequences, takeOffChecks } from './rebuild-schema.server.ts';

async function anInstallation(name = 'Batik Jlamprang', officeCode = '33.75') {
  const services = await freshServices();
  const office = await anOffice(services, officeCode);
  await anEnterprise(services, anActor(office), {
    name,
    village: officeCode === '33.75' ? '33.75.04.1004' : '33.25.01.2001',
  });
  await services.files.put(`${office}/evidence/satu`, Buffer.from(name));
  const place: Place = { ownerUrl: services.ownerUrl, dataFolder: services.env.GAWANGAN_DATA };
  await mkdir(join(place.dataFolder, 'keys'));
  await writeFile(keyFile(place), `${TEST_KEY.toString('hex')}\n`);
  // Stopped: nobody of the application is connected any more.
  await services.jobs.stop();
  await services.db.destroy();
  return place;
}
const keyFile = (place: Place) => join(place.dataFolder, 'keys/master.key');
const refusedWith = (code: string) => ({ ok: false, refusal: { code } });

/** Everything there is: rows, files, key. */
async function stateOf(place: Place) {
  const files = existsSync(place.dataFolder)
    ? (await readdir(place.dataFolder, { recursive: true })).toSorted()
    : [];
  return {
    hashes: (await tableCount(place)) > 0 ? await tableHashes(place) : {},
    files,
    key: await readFile(keyFile(place), 'utf8').catch(() => null),
  };
}

test('a backup that is damaged, cut short or opened with a wrong passphrase leaves an empty place empty', async () => {
  const path = await aBackup(await anInstallation());
  const target = await anEmptyPlace();
  const empty = await stateOf(target);
  const whole = await readFile(path);
  expect(await restoreTo(target, path, { passphrase: 'bukan kata sandinya' })).toMatchObject(
    refusedWith('wrong_passphrase'),
  );
  const flipped = Buffer.from(whole);
  flipped[whole.length - 1000] = (flipped[whole.length - 1000] ?? 0) ^ 1;
  await writeFile(path, flipped);
  expect(await restoreTo(target, path)).toMatchObject(refusedWith('damaged'));
  expect(await checkBackup(path, PASSPHRASE)).toMatchObject(refusedWith('damaged'));
  await writeFile(path, whole);
  await truncate(path, whole.length - 1);
  expect(await restoreTo(target, path)).toMatchObject(refusedWith('cut_short'));
  await writeFile(path, 'Nama;NIK;Alamat\n'.repeat(50));
  expect(await restoreTo(target, path)).toMatchObject(refusedWith('not_a_backup'));
  expect(await restoreTo(target, `${path}.lain`)).toMatchObject(refusedWith('file_missing'));
  expect(await stateOf(target)).toEqual(empty);
});

test('an office that is there is replaced only when asked for, and then wholly', async () => {
  const kept = await anInstallation('Batik Jlamprang');
  const path = await aBackup(kept);
  const target = await anInstallation('Emping Limpung', '33.25');
  const before = await stateOf(target);
  expect(await restoreTo(target, path)).toMatchObject({
    ok: false,
    refusal: { code: 'not_empty', details: { offices: '33.25' } },
  });
  expect(await stateOf(target)).toEqual(before);
  expect(await restoreTo(target, path, { replace: true })).toMatchObject({ ok: true });
  expect(await ask(target.ownerUrl, 'select name from enterprises')).toEqual([{ name: 'Batik Jlamprang' }]);
  expect(await readdir(join(target.dataFolder, 'files'))).toEqual(['33.75']);
  expect((await readdir(target.dataFolder)).toSorted()).toEqual(['files', 'keys']);
});

test('a replacement that breaks off halfway leaves rows, files and key as they were', async () => {
  const path = await aBackup(await anInstallation());
  const target = await anInstallation('Emping Limpung', '33.25');
  const before = await stateOf(target);
  let ended = false;
  const broken = restoreTo(target, path, {
    replace: true,
    onRead: () => {
      // The server ends the connection while the backup is being read.
      ended = true;
      void ask(
        target.ownerUrl,
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gawangan-restore' and datname = current_database()`,
      );
    },
  });
  await expect(broken).rejects.toThrow();
  expect(ended).toBe(true);
  expect(await stateOf(target)).toEqual(before);
});

test('a running application is noticed, and nothing is touched', async () => {
  const path = await aBackup(await anInstallation());
  const target = await anInstallation('Emping Limpung', '33.25');
  const before = await stateOf(target);
  const running = connect(appUrl(target.ownerUrl, appRole(TEST_KEY, 'gawangan_app')));
  await running.pool.query('select 1');
  expect(await restoreTo(target, path, { replace: true })).toMatchObject(refusedWith('in_use'));
  await running.close();
  expect(await stateOf(target)).toEqual(before);
});

test('another key in GAWANGAN_KEY is refused; another key file is replaced only when asked, and kept', async () => {
  const path = await aBackup(await anInstallation());
  const target = await anEmptyPlace();
  await mkdir(join(target.dataFolder, 'keys'));
  await writeFile(keyFile(target), `${'ab'.repeat(32)}\n`);
  const before = await stateOf(target);
  const other = { keyInEnvironment: 'cd'.repeat(32), replace: true };
  expect(await restoreTo(target, path, other)).toMatchObject(refusedWith('other_key_in_environment'));
  expect(await restoreTo(target, path)).toMatchObject(refusedWith('other_key_file'));
  expect(await stateOf(target)).toEqual(before);
  expect(await restoreTo(target, path, { replace: true })).toMatchObject({ ok: true });
  expect(await readFile(keyFile(target), 'utf8')).toBe(`${TEST_KEY.toString('hex')}\n`);
  expect(await readFile(`${keyFile(target)}.old`, 'utf8')).toBe(`${'ab'.repeat(32)}\n`);
});

test('with the right key in GAWANGAN_KEY no key file is made', async () => {
  const path = await aBackup(await anInstallation());
  const target = await anEmptyPlace();
  expect(await restoreTo(target, path, { keyInEnvironment: TEST_KEY.toString('hex') })).toMatchObject({
    ok: true,
  });
  expect(existsSync(keyFile(target))).toBe(false);
});

test('a database of another program, and one made by a newer Gawangan, are refused', async () => {
  const source = await anInstallation();
  const target = await anEmptyPlace();
  await ask(target.ownerUrl, 'create table kas_umum (id integer)');
  const path = await aBackup(source);
  expect(await restoreTo(target, path, { replace: true })).toMatchObject(refusedWith('foreign_database'));
  expect(await tableCount(target)).toBe(1);
  await ask(source.ownerUrl, `insert into kysely_migration values ('9999_from_the_future', '2030-01-01')`);
  expect(await restoreTo(await anEmptyPlace(), await aBackup(source))).toMatchObject(
    refusedWith('newer_software'),
  );
});

test('a table in another form than its migrations make is refused, not half filled', async () => {
  const source = await anInstallation();
  await ask(source.ownerUrl, 'alter table groups add column something_new text');
  const target = await anEmptyPlace();
  expect(await restoreTo(target, await aBackup(source))).toMatchObject({
    ok: false,
    refusal: { code: 'other_build', details: { table: 'groups' } },
  });
  expect(await tableCount(target)).toBe(0);
});

test('a backup made before the newest migration is brought forward', async () => {
  const source = await anEmptyPlace();
  const role = appRole(TEST_KEY, 'gawangan_app');
  await migrate(source.ownerUrl, role); // prepares server and role, too
  const old = await anEmptyPlace();
  const { db, close } = connect(old.ownerUrl, { max: 1 });
  const { error } = await makeMigrator(db.withoutPlugins() as never, role.name).migrateTo('0001_foundation');
  expect(error).toBeUndefined();
  await close();
  await ask(
    old.ownerUrl,
    `insert into offices (office_code, name, short_name) values ('33.75', 'Dinas', 'Dinas')`,
  );
  const target = await anEmptyPlace();
  expect(await restoreTo(target, await aBackup(old))).toMatchObject({ ok: true });
  expect(Object.keys(await tableHashes(target))).toEqual(Object.keys(await tableHashes(source)));
  expect(await ask(target.ownerUrl, 'select office_code from offices')).toEqual([{ office_code: '33.75' }]);
});

test('a backup is never written over a file, and one that fails leaves no file', async () => {
  const source = await anInstallation();
  const folder = await aFolder();
  const backup = {
    ...source,
    passphrase: PASSPHRASE,
    masterKey: TEST_KEY,
    path: join(folder, 'ada.cadangan'),
  };
  await writeFile(backup.path, 'penting');
  expect(await makeBackup(backup)).toMatchObject(refusedWith('file_exists'));
  expect(await makeBackup({ ...backup, path: join(folder, 'tidak/ada/x') })).toMatchObject(
    refusedWith('folder_missing'),
  );
  const empty = await anEmptyPlace();
  await migrate(empty.ownerUrl, appRole(TEST_KEY, 'gawangan_app'));
  expect(await makeBackup({ ...backup, ...empty, path: join(folder, 'kosong.cadangan') })).toMatchObject(
    refusedWith('nothing_here'),
  );
  const broken = makeBackup({
    ...backup,
    path: join(folder, 'putus.cadangan'),
    onProgress: () => {
      throw new Error('the disk is full');
    },
  });
  await expect(broken).rejects.toThrow('the disk is full');
  expect(await readdir(folder)).toEqual(['ada.cadangan']);
});

test('all tables go into a backup but a short list, which nothing that goes refers to', async () => {
  const { ownerUrl } = await anInstallation();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const carried = await listTables(client);
  const left = await ask<{ name: string }>(
    ownerUrl,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  ).then((all) => all.map((one) => one.name).filter((name) => !carried.some((table) => table.name === name)));
  expect(left.toSorted()).toEqual(Object.keys(LEFT_OUT).toSorted());
  const references = await ask(
    ownerUrl,
    `select conrelid::regclass::text as source from pg_constraint where contype = 'f'
       and confrelid::regclass::text = any ('{${Object.keys(LEFT_OUT)}}') and conrelid::regclass::text <> all ('{${Object.keys(LEFT_OUT)}}')`,
  );
  expect(references).toEqual([]);
  const columns = await ask<{ left: string }>(
    ownerUrl,
    `select c.relname || '.' || a.attname as left from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped order by 1`,
  );
  const carriedColumns = new Set(
    carried.flatMap((table) => table.columns.map((column) => `${table.name}.${column}`)),
  );
  expect(
    columns
      .map((one) => one.left)
      .filter((column) => !carriedColumns.has(column) && !((column.split('.')[0] ?? '') in LEFT_OUT)),
  ).toEqual([
    'assessments.touched',
    'census_rows.touched',
    'enterprises.touched',
    'submissions.touched',
    'support_records.touched',
  ]);
  await client.end();
});

test('tables that refer to each other, generated columns, numbering and triggers survive being taken off and put back', async () => {
  const { ownerUrl } = await anEmptyPlace();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`
    create table a (id integer primary key, b_id integer, twice integer generated always as (id * 2) stored);
    create table b (id integer generated always as identity primary key, a_id integer not null references a, parent integer references b);
    alter table a add foreign key (b_id) references b deferrable initially deferred;
    create unique index only_one on a (b_id) where b_id > 5;
    create function no() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
    create trigger refuse before insert on a for each row execute function no()`);
  expect(await listTables(client)).toEqual([
    { name: 'a', columns: ['id', 'b_id'] },
    { name: 'b', columns: ['id', 'a_id', 'parent'] },
  ]);
  await client.query('begin');
  const putBack = await takeOffChecks(client);
  const rows = async function* (text: string) {
    yield Buffer.from(text);
  };
  expect(await copyIn(client, 'copy a (id, b_id) from stdin', rows('1\t7\n2\t\\N\n'))).toBe(2);
  expect(await copyIn(client, 'copy b (id, a_id, parent) from stdin', rows('7\t1\t9\n9\t2\t7\n'))).toBe(2);
  await putBack();
  await advanceSequences(client);
  await client.query('commit');
  await expect(client.query('insert into a values (3)')).rejects.toThrow('append only');
  await expect(client.query('insert into b (a_id) values (99)')).rejects.toThrow('foreign key');
  const { rows: numbered } = await client.query('insert into b (a_id) values (1) returning id');
  expect(numbered[0].id).toBeGreaterThan(9);
  await client.query('begin');
  const putBackAgain = await takeOffChecks(client);
  await copyIn(client, 'copy b (id, a_id, parent) from stdin', rows('50\t77\t\\N\n'));
  await expect(putBackAgain()).rejects.toThrow('foreign key');
  await client.end();
});
