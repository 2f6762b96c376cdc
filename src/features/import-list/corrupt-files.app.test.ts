import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createOffice, createUser } from '#features/run-office/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { loadReference } from '#platform/db/load-reference.server.ts';
import type { Services } from '#platform/services.server.ts';
import { corruptFiles } from '#platform/spreadsheet/testing/corrupt-files.ts';
import { anActor } from '#testing/an-office.ts';
import { startApp } from '#testing/running-app.ts';
import { confirmMapping } from './commands/confirm-mapping.server.ts';
import { cancelImport } from './commands/steer-import.server.ts';
import { importState } from './factory.ts';
import { isWorking } from './rules/import-kinds.ts';
import { mappingOf } from './rules/recognise-columns.ts';

const OFFICE = '33.75';
const officer = anActor(OFFICE);
const signIn = { name: 'uji@contoh.invalid', password: 'kata-sandi-panjang' };

/** Everything that an import leaves behind before it is saved. */
async function left(services: Services) {
  const { rows } = await withOffice(services.db, OFFICE, (trx) =>
    sql<Record<string, number>>`select (select count(*)::int from enterprises) as enterprises,
      (select count(*)::int from source_lists) as lists, (select count(*)::int from staged_rows) as staged,
      (select count(*)::int from import_matches) as matches, (select count(*)::int from person_keys) as keys,
      (select count(*)::int from long_tasks where state in ('waiting', 'running', 'failed')) as tasks`.execute(
      trx,
    ),
  );
  return rows[0];
}

test('every troublesome file sent by the form gets an answer in plain words, and leaves no half-written state', async () => {
  const app = await startApp();
  const services = await app.services();
  const system = systemActor(OFFICE, 'Uji');
  await loadReference(await app.ownerUrl(), [OFFICE]);
  await execute(services, system, createOffice, { name: 'Dinas Uji', shortName: 'Uji' });
  const made = await createUser(services, system, {
    name: 'Petugas Uji',
    email: signIn.name,
    password: signIn.password,
    grants: [{ role: 'officer', scope: `office:${OFFICE}` }],
  });
  expect(made.ok).toBe(true);
  const client = app.client();
  await client.signIn(signIn.name, signIn.password);

  const stateOf = (importId: string) => importState(services, officer, importId);
  const rest = async (importId: string) => {
    await app.until(
      'the list to wait for a person',
      async () => !isWorking((await stateOf(importId)).status),
    );
    return stateOf(importId);
  };
  const answers: [string, string][] = [];
  for (const { what, fileName, bytes, expected } of corruptFiles()) {
    const sent = await client.post('/daftar/baru', {
      name: what.slice(0, 100),
      kind: 'other',
      asOf: '2026-01-01',
      file: new File([new Uint8Array(bytes())], fileName),
    });
    // An empty file is seen at once; all else is looked at in the background.
    if (sent.status === 422) {
      expect([what, sent.text.includes('role="alert"')]).toEqual([what, true]);
      answers.push([what, 'form']);
      continue;
    }
    expect([what, sent.status]).toEqual([what, 303]);
    const importId = sent.location!.split('/').at(-1)!;
    const read = await rest(importId);
    if ('refused' in expected) {
      const page = await client.get(`/daftar/${importId}`);
      expect([what, read.status, page.status]).toEqual([what, 'refused', 200]);
      expect(page.text).toContain(read.refusal!.id.slice(0, 40).replaceAll('"', '&quot;'));
    } else if (read.status === 'mapping') {
      // Read all the same: its rows are checked too, then given up.
      const confirmed = await execute(services, officer, confirmMapping, {
        importId,
        columns: mappingOf(read.mapping!.columns),
        kbliVersion: '2025',
        figureYear: 2026,
      });
      if (confirmed.ok) {
        const staged = await rest(importId);
        expect([what, staged.status, staged.task?.failed]).toEqual([what, 'staged', false]);
        const { data, dispositions } = staged.counts!;
        expect(dispositions.ready + dispositions.needs_mending + dispositions.other_area).toBe(data);
      }
      await execute(services, officer, cancelImport, { importId });
    } else
      expect([what, read.status, read.refusal?.id.length]).toEqual([what, 'refused', expect.any(Number)]);
    answers.push([what, read.status]);
  }
  expect(answers.length).toBeGreaterThanOrEqual(90);
  expect(answers.filter(([, answer]) => answer === 'mapping').length).toBeGreaterThan(20);
  await app.until(
    'the files of cancelled lists to be gone',
    async () => (await lists(app.dataFolder)).length === 0,
  );
  expect(await left(services)).toEqual({
    enterprises: 0,
    lists: 0,
    staged: 0,
    matches: 0,
    keys: 0,
    tasks: 0,
  });
  expect((await client.get('/daftar')).status).toBe(200);
});

const lists = (dataFolder: string) => readdir(join(dataFolder, 'files', OFFICE, 'lists')).catch(() => []);
