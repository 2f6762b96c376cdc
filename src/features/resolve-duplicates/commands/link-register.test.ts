import { expect, test } from 'vitest';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findTask } from '#platform/tasks/long-task.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { merge } from '../../register-enterprise/commands/merge-enterprises.server.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { waitingPairs } from '../factory.ts';
import { findRun } from '../run-store.server.ts';
import { linkRegister } from './link-register.server.ts';
import { discardRun, startRegisterRun, takeOverRun } from './register-run.server.ts';

const nik = '3375044507850003';

async function aRegisterWithATwin() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const batik = { nik, phone: '081234567890', name: 'Batik Khotijah' };
  const one = await anEnterprise(services, officer, { ...batik, owner: 'Siti Khotijah' });
  const other = await anEnterprise(services, officer, { ...batik, owner: 'Siti Khadijah' });
  await anEnterprise(services, officer, { owner: 'Bambang', name: 'Bengkel Las', sector: 'service' });
  const started = await execute(services, officer, startRegisterRun, {});
  if (!started.ok) throw new Error(started.refusal.code);
  const ends = [one.enterpriseId, other.enterpriseId].sort();
  return { services, office, officer, ends, runId: started.value.runId };
}

const runNow = (services: Services, office: string, runId: string) =>
  withOffice(services.db, office, async (trx) => {
    const run = await findRun(trx, office, runId);
    return { ...run, task: await findTask(trx, office, run?.taskId ?? '') };
  });

test('a search over the register shows how many it would bring, and changes nothing until it is taken over', async () => {
  const { services, office, officer, ends, runId } = await aRegisterWithATwin();
  await linkRegister(services, office, runId);
  expect(await runNow(services, office, runId)).toMatchObject({
    status: 'previewed',
    counts: { enterprises: 3 },
    task: { state: 'done', doneCount: 3, totalCount: 3 },
  });
  const { counts } = await runNow(services, office, runId);
  expect((counts?.sure ?? 0) + (counts?.review ?? 0)).toBe(1);
  expect(await waitingPairs(services, officer)).toEqual([]);
  expect(await execute(services, officer, takeOverRun, { runId })).toMatchObject({ ok: true });
  expect(await waitingPairs(services, officer)).toMatchObject([{ leftId: ends[0], rightId: ends[1] }]);
});

test('a search that was killed starts anew and finds each pair once; one that is done does nothing more', async () => {
  const { services, office, runId } = await aRegisterWithATwin();
  const stopped = new AbortController();
  stopped.abort(new Error('shutting down'));
  await expect(linkRegister(services, office, runId, stopped.signal)).rejects.toThrow('shutting down');
  expect(await runNow(services, office, runId)).toMatchObject({ status: 'running' });
  await linkRegister(services, office, runId);
  const { counts } = await runNow(services, office, runId);
  await linkRegister(services, office, runId);
  expect(await runNow(services, office, runId)).toMatchObject({ status: 'previewed', counts });
});

test('a search that was given up before its turn leaves nothing', async () => {
  const { services, office, officer, runId } = await aRegisterWithATwin();
  await execute(services, officer, discardRun, { runId });
  await linkRegister(services, office, runId);
  expect(await runNow(services, office, runId)).toMatchObject({ status: 'discarded', counts: null });
  expect(await withOffice(services.db, office, (trx) => trx.selectFrom('candidatePairs').execute())).toEqual(
    [],
  );
});

test('what was decided, and what was merged, is not shown again', async () => {
  const { services, office, officer, ends, runId } = await aRegisterWithATwin();
  const [survivorId, mergedId] = ends;
  const merged = await execute(services, officer, merge, { kind: 'same', survivorId, mergedId });
  expect(merged).toMatchObject({ ok: true });
  await linkRegister(services, office, runId);
  expect(await runNow(services, office, runId)).toMatchObject({
    counts: { enterprises: 2, sure: 0, review: 0, clusters: 0, largestCluster: 0 },
  });
});

test('a search reads this office only', async () => {
  const { services, office, runId } = await aRegisterWithATwin();
  const elsewhere = await anOffice(services, '33.25');
  await linkRegister(services, elsewhere, runId);
  expect(await runNow(services, office, runId)).toMatchObject({ status: 'running' });
  await inOneTransaction(services, anActor(elsewhere), async ({ trx }) =>
    expect(await findRun(trx, elsewhere, runId)).toBeNull(),
  );
});
