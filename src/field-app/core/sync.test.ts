import { expect, test } from 'vitest';
import { fakeSeal } from '../testing/fake-seal.ts';
import { openMemoryStore } from '../testing/memory-store.ts';
import { openOfficeDouble } from '../testing/office-double.ts';
import { openLife } from '../testing/phone-life.ts';
import { clockOff, deliverEnvelopes, tryStuckAgain } from './deliver.ts';
import { finishDraft } from './finish.ts';
import type { OfficeLine } from './office-line.ts';
import { mergeWork, noWork } from './pull-work.ts';
import { countUnsent, syncOnce } from './sync.ts';
import { pauseAfter, runSync } from './sync-runner.ts';
import { signOff } from './wipe.ts';

const now = () => Date.UTC(2026, 2, 14, 7);

async function aPhone(visits = 0) {
  const office = openOfficeDouble({ now });
  const disk = openMemoryStore();
  const life = openLife(disk, office, fakeSeal, now);
  await life.register('siti');
  for (let visit = 0; visit < visits; visit += 1) await finishOne();
  async function finishOne() {
    const keeper = (await life.begin('row'))!;
    await finishDraft(life.tools, life.unlocked()!, keeper);
  }
  return { office, disk, life, finishOne };
}

test('120 visits travel in batches, without a PIN', async () => {
  const { office, disk, life } = await aPhone(120);
  expect(await syncOnce(life.sync, null)).toMatchObject({ state: 'done', unsent: { visits: 0 } });
  expect(office.submissions.size).toBe(120);
  const finished = await disk.all('finished');
  expect(finished.every(({ sentAt }) => sentAt === '2026-03-14T07:00:00.000Z')).toBe(true);
});

test('a connection that breaks again and again gets smaller steps, and in the end a pause', async () => {
  const { office, disk, life } = await aPhone(8);
  office.fates.push('lost_before', 'lost_before', 'lost_before');
  expect(await syncOnce(life.sync, null)).toMatchObject({ state: 'unreachable', unsent: { visits: 8 } });
  office.fates.push('lost_before', 'ok', 'lost_before');
  await syncOnce(life.sync, null);
  expect((await countUnsent(disk)).visits).toBe(0);
});

test('an envelope that the office refuses does not hold up the others, and is not dropped', async () => {
  const { disk, life } = await aPhone(3);
  const [bad] = await disk.ids('outbox');
  const line: OfficeLine = {
    ...life.line,
    deliver: async (token, envelopes, unsent) =>
      envelopes.some(({ id }) => id === bad)
        ? { kind: 'refused', status: 413 }
        : life.line.deliver(token, envelopes, unsent),
  };
  expect(await deliverEnvelopes(disk, line, now)).toBe('all_sent');
  expect(await countUnsent(disk)).toMatchObject({ envelopes: 1, stuck: 1 });
  await signOff(disk, 'siti');
  const outcome = await syncOnce({ ...life.sync, line }, null);
  expect(outcome.wiped).toEqual([]);
  await tryStuckAgain(disk);
  expect(await syncOnce(life.sync, null)).toMatchObject({ wiped: ['siti'], unsent: { envelopes: 0 } });
});

test('whoever was revoked: first their work and drafts arrive, then nothing of theirs is on the phone', async () => {
  const { office, disk, life, finishOne } = await aPhone(1);
  await finishOne();
  const draft = (await life.begin('row-9'))!;
  draft.change({ ...draft.draft, answers: { name: 'belum selesai' } });
  await draft.flush();
  office.revokedUsers.add('siti');
  expect(await syncOnce(life.sync, life.unlocked())).toMatchObject({ state: 'done', wiped: ['siti'] });
  expect(office.submissions.get(draft.draft.id)).toMatchObject({
    isFinished: false,
    answers: { name: 'belum selesai' },
  });
  expect(office.submissions.size).toBe(3);
  expect(office.wiped).toEqual(['siti']);
  for (const table of ['people', 'work', 'drafts', 'outbox', 'finished', 'photos'] as const)
    expect(await disk.ids(table)).toEqual([]);
});

test('a forgotten PIN: the draft reaches the office unfinished, and the list is fetched anew', async () => {
  const { office, disk, life } = await aPhone();
  office.rows.set('siti', [{ rowId: 'r1', name: 'Batik Jaya' } as never]);
  const draft = (await life.begin('row-9'))!;
  await life.register('siti');
  expect(await disk.ids('drafts')).toEqual([]);
  const outcome = await syncOnce(life.sync, life.unlocked());
  expect(outcome.work?.rows.map(({ name }) => name)).toEqual(['Batik Jaya']);
  expect(office.submissions.get(draft.draft.id)?.isFinished).toBe(false);
});

test('an office restored from an older backup knows no tokens: nothing is wiped', async () => {
  const { office, disk, life } = await aPhone(1);
  office.phones.clear();
  expect(await syncOnce(life.sync, life.unlocked())).toMatchObject({ state: 'unwelcome', wiped: [] });
  expect((await countUnsent(disk)).visits).toBe(1);
});

const listRow = (rowId: string, name: string, more: object = {}) =>
  ({ rowId, roundId: 'r', name, ...more }) as never;
const answer = (more: object) =>
  ({ cursor: 'c2', rounds: [{ roundId: 'r' }], villages: [], rows: [], gone: [], ...more }) as never;

test('a list is merged by row: new ones join, changed ones replace, those given to others leave', () => {
  const kept = { ...noWork, rows: [listRow('1', 'lama'), listRow('2', 'tetap'), listRow('3', 'pergi')] };
  const work = answer({ rows: [listRow('1', 'baru'), listRow('4', 'tambah')], gone: ['3'] });
  expect(mergeWork(kept, work, 'now').rows).toEqual([
    listRow('1', 'baru'),
    listRow('2', 'tetap'),
    listRow('4', 'tambah'),
  ]);
});

test('rows of a round that ended leave, and so does a second look that is no longer asked for', () => {
  const kept = {
    ...noWork,
    rows: [
      listRow('1', 'tetap'),
      listRow('2', 'ulang', { recheckId: 's' }),
      listRow('3', 'lalu', { roundId: 'x' }),
    ],
  };
  expect(mergeWork(kept, answer({}), 'now').rows).toEqual([listRow('1', 'tetap')]);
});

test('a whole list takes the place of the one before', () => {
  const kept = { ...noWork, rows: [listRow('1', 'lama'), listRow('2', 'lama')] };
  const work = answer({ rows: [listRow('2', 'baru')], isWhole: true });
  expect(mergeWork(kept, work, 'now').rows).toEqual([listRow('2', 'baru')]);
});

test('how far the clock is off is measured at the middle of the question', () => {
  expect(clockOff('2026-03-14T07:00:00Z', now() + 90_000, now() + 110_000)).toBe(100);
  expect(clockOff('garbled', 0, 0)).toBeNull();
});

test('pauses double up to five minutes, and no two phones keep the same', () => {
  expect([1, 2, 3, 20].map((losses) => pauseAfter(losses, () => 1))).toEqual([4_000, 8_000, 16_000, 300_000]);
  expect(pauseAfter(1, () => 0)).toBe(2_000);
});

test('while one run is under way another call leads to one more, not to two at once', async () => {
  const { life, finishOne } = await aPhone();
  const reports: string[] = [];
  let waits = 0;
  const done = new Promise<void>((resolve) => {
    const runner = runSync({
      ...life.sync,
      unlocked: () => null,
      report: (outcome) => reports.push(outcome === 'running' ? outcome : outcome.state),
      wait: () => {
        waits += 1;
        resolve();
        return () => {};
      },
    });
    runner.soon();
    runner.soon();
    runner.soon();
  });
  await finishOne();
  await done;
  expect(reports).toEqual(['running', 'done', 'running', 'done']);
  expect(waits).toBe(1);
});

test('after a day without signal the pauses begin anew as soon as there is some', async () => {
  const { life } = await aPhone();
  const pauses: number[] = [];
  let goOn = () => {};
  const paused = () => new Promise<void>((resolve) => (goOn = resolve));
  let next = () => {};
  const runner = runSync({
    ...life.sync,
    line: { ...life.sync.line, deliver: async () => ({ kind: 'unreachable' }) },
    unlocked: () => null,
    report: () => {},
    random: () => 1,
    wait: (work, ms) => {
      pauses.push(ms);
      next = work;
      goOn();
      return () => {};
    },
  });
  for (const call of [() => runner.soon(), () => next(), () => next(), () => runner.soon()]) {
    const stops = paused();
    call();
    await stops;
  }
  expect(pauses).toEqual([4_000, 8_000, 16_000, 4_000]);
});
