import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, inject, onTestFinished, test } from 'vitest';
import { revealPersonalData } from '#features/register-enterprise/commands/reveal-personal-data.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { searchRegister } from '#features/register-enterprise/index.server.ts';
import { registerPermissions } from '#features/register-enterprise/permissions.ts';
import { signIn } from '#features/sign-in/commands/sign-in.server.ts';
import { aStaffMember, Browser, PASSWORD } from '#features/sign-in/factory.ts';
import { execute, inOneTransaction, read } from '#platform/command.server.ts';
import { readEnv } from '#platform/env.ts';
import { makeLog } from '#platform/log.ts';
import { queueMessage } from '#platform/messages/outbox.server.ts';
import { openServices } from '#platform/open-services.server.ts';
import { createTask } from '#platform/tasks/long-task.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { TEST_KEY } from '#testing/global-setup.ts';
import { startTemporaryPostgres } from '#testing/temporary-postgres.ts';
import { aBackup, anEmptyPlace, ask, type Place, restoreTo, tableHashes } from './factory.ts';

const NIK = '3375015507800003';
const ODD = 'Batik "Sogan" \\N\\t; tab\there, line\nbreak, ꦧꦠꦶꦏ꧀ 🧵';

/** Two offices, staff, an enterprise with all kinds of values, a file, a message and a task that wait. */
async function aFullInstallation() {
  const services = await freshServices();
  const office = await anOffice(services);
  await anOffice(services, '33.25');
  await aStaffMember(services, office, { email: 'sri@contoh.id' });
  const actor = anActor(office, 'data_officer');
  const { enterpriseId, ownerId } = await anEnterprise(services, actor, {
    nik: NIK,
    phone: '+6281234567890',
    owner: 'Khodijah',
    products: [ODD, 'Kain panjang'],
  });
  await anEnterprise(services, anActor('33.25'), { name: 'Emping Limpung', village: '33.25.01.2001' });
  await services.files.put(`${office}/evidence/satu`, Buffer.from([0xff, 0xd8, 0xff, 0, 1, 2]));
  await services.files.put(`${office}/import/dua`, Buffer.alloc(300_000, 'daftar '));
  await inOneTransaction(services, actor, async ({ trx, now }) => {
    await createTask(trx, office, {
      kind: 'sample',
      subjectId: null,
      title: 'x',
      total: 9,
      createdBy: 'x',
      at: now,
    });
    await queueMessage(
      { ...services, trx, officeCode: office, now },
      { channel: 'email', purpose: 'test', recipient: 'a@contoh.id', recipientHint: 'a***', body: 'isi' },
    );
  });
  const place: Place = { ownerUrl: services.ownerUrl, dataFolder: services.env.GAWANGAN_DATA };
  await ask(
    place.ownerUrl,
    `update premises set latitude = -6.888701234567891, longitude = 109.66837 where office_code = '33.75'`,
  );
  return { services, office, actor, enterpriseId, ownerId, place };
}

/** A role of this file's own: roles belong to the whole server, and another file's restore may hold the usual one. */
const ROLE = 'gawangan_app_restored';
const restore = (place: Place, path: string) => restoreTo(place, path, { roleName: ROLE });

/** Opens what was restored as every program does: with the key that lies in the folder. */
async function opened(place: Place) {
  const env = readEnv({
    GAWANGAN_DATA: place.dataFolder,
    DATABASE_URL: place.ownerUrl,
    GAWANGAN_APP_ROLE: ROLE,
  });
  return openServices(env, makeLog('error', 'test'));
}

/** What a restore changes on purpose. */
const CHANGED = ['long_tasks', 'outbox_messages', 'audit_events'];
const same = (hashes: Record<string, string>) =>
  Object.fromEntries(Object.entries(hashes).filter(([name]) => !CHANGED.includes(name)));

test('a new machine with the backup is the old office: every row, files, NIK, search and sign-in', async () => {
  const { office, actor, enterpriseId, ownerId, place } = await aFullInstallation();
  const before = await tableHashes(place);
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['offices', 'areas', 'kbli_codes', 'auth_accounts', 'person_keys']),
  );
  const target = await anEmptyPlace();
  const restored = await restore(target, await aBackup(place));
  if (!restored.ok) throw new Error(restored.refusal.code);
  expect(restored.value.files).toBe(2);
  expect(same(await tableHashes(target))).toEqual(same(before));
  expect(await readFile(join(target.dataFolder, 'keys/master.key'), 'utf8')).toBe(
    `${TEST_KEY.toString('hex')}\n`,
  );
  expect(existsSync(join(target.dataFolder, 'files.restoring'))).toBe(false);

  const { services, close } = await opened(target);
  try {
    expect(await text(await services.files.read(`${office}/import/dua`))).toBe(
      Buffer.alloc(300_000, 'daftar ').toString(),
    );
    const revealed = await execute(services, actor, revealPersonalData, {
      ownerId,
      fields: ['nik'],
      reason: 'Mencocokkan KTP',
    });
    expect(revealed).toEqual({ ok: true, value: { nik: NIK } });
    const found = await read(services, actor, registerPermissions['enterprise.view'], (context) =>
      searchRegister(context, { text: 'khodijah', filter: {}, offset: 0, limit: 10 }),
    );
    expect(found).toMatchObject({ ok: true, value: { enterpriseIds: [enterpriseId] } });
    const answer = await signIn(services, new Browser().visitor, {
      name: 'sri@contoh.id',
      password: PASSWORD,
    });
    expect(answer).toMatchObject({ ok: true, value: { next: 'signed_in' } });
  } finally {
    await close();
  }
});

test('enterprises carry the restoring transaction, so that a search index reads them', async () => {
  const { place } = await aFullInstallation();
  const target = await anEmptyPlace();
  await ask(place.ownerUrl, 'update enterprises set touched = 7');
  expect(await restore(target, await aBackup(place))).toMatchObject({ ok: true });
  const rows = await ask<{ touched: string; ahead: boolean }>(
    target.ownerUrl,
    'select distinct touched::text, touched::text::bigint < pg_snapshot_xmax(pg_current_snapshot())::text::bigint as ahead from enterprises',
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.ahead).toBe(true);
  expect(rows[0]?.touched).not.toBe('7');
});

test('sessions and one-time codes do not come back; what waited is left to people; the trail tells of the restore', async () => {
  const { services, office, place } = await aFullInstallation();
  const answer = await signIn(services, new Browser().visitor, { name: 'sri@contoh.id', password: PASSWORD });
  expect(answer.ok).toBe(true);
  const target = await anEmptyPlace();
  await restore(target, await aBackup(place));
  expect(await ask(target.ownerUrl, 'select 1 from auth_sessions')).toEqual([]);
  expect(await ask(target.ownerUrl, 'select status from outbox_messages')).toEqual([{ status: 'kept' }]);
  expect(await ask(target.ownerUrl, 'select state, done_count from long_tasks')).toEqual([
    { state: 'failed', done_count: 0 },
  ]);
  expect(
    await ask(
      target.ownerUrl,
      `select office_code from audit_events where action = 'backup.restored' order by 1`,
    ),
  ).toEqual([{ office_code: '33.25' }, { office_code: office }]);
});

test('indexes, keys, rights and policies are those of a freshly migrated database', async () => {
  const { place } = await aFullInstallation();
  const target = await anEmptyPlace();
  await restore(target, await aBackup(place));
  const shape = (url: string) =>
    ask<{ kind: string; what: string }>(
      url,
      `select 'constraint' as kind, conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as what
         from pg_constraint where connamespace = 'public'::regnamespace
       union all select 'index', indexdef from pg_indexes where schemaname = 'public'
       union all select 'policy', tablename || policyname || qual from pg_policies where schemaname = 'public'
       union all select 'right', table_name || grantee || privilege_type from information_schema.role_table_grants where table_schema = 'public'
       union all select 'routine', proname || prosecdef || coalesce(proacl::text, '') from pg_proc where pronamespace = 'public'::regnamespace
       order by 1, 2`,
    );
  const usual = (await shape(target.ownerUrl)).map(({ kind, what }) => ({
    kind,
    what: what.replaceAll(ROLE, 'gawangan_app'),
  }));
  expect(usual).toEqual(await shape(inject('templateUrl')));
});

test('the snapshot is one moment: what is written meanwhile is in the next backup', async () => {
  const { services, actor, place } = await aFullInstallation();
  const before = await tableHashes(place);
  let written = 0;
  const path = await aBackup(place, async () => {
    // Before the second table is read.
    if (written++ === 0) await anEnterprise(services, actor, { name: 'Datang belakangan' });
  });
  expect((await tableHashes(place)).enterprises).not.toBe(before.enterprises);
  const target = await anEmptyPlace();
  expect(await restore(target, path)).toMatchObject({ ok: true });
  expect(same(await tableHashes(target))).toEqual(same(before));
});

// The suite on a server (scripts/test-on-server.sh) has the embedded database besides: there and back.
test.skipIf(!process.env.TEST_DATABASE_URL)('from a server to the embedded database and back', async () => {
  const { place } = await aFullInstallation();
  const embedded = await startTemporaryPostgres();
  onTestFinished(() => embedded.stop());
  const there = await anEmptyPlace(embedded.url);
  expect(await restore(there, await aBackup(place))).toMatchObject({ ok: true });
  expect(same(await tableHashes(there))).toEqual(same(await tableHashes(place)));
  const back = await anEmptyPlace();
  expect(await restore(back, await aBackup(there))).toMatchObject({ ok: true });
  expect(same(await tableHashes(back))).toEqual(same(await tableHashes(place)));
});
