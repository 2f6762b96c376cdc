import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fakeSeal } from '../testing/fake-seal.ts';
import { openMemoryStore } from '../testing/memory-store.ts';
import { type OfficeDouble, openOfficeDouble } from '../testing/office-double.ts';
import { deeds, type History, isKeptState, playHistory } from '../testing/play-history.ts';
import { openDexieStore } from './dexie-store.ts';
import type { PhoneStore } from './store.ts';
import { syncOnce } from './sync.ts';

/** `GAWANGAN_HISTORIES=10000 vitest run model` plays as many as the issue asks for. */
const histories = Number(process.env.GAWANGAN_HISTORIES ?? 300);
const now = () => Date.UTC(2026, 2, 14, 7);

/** Whatever is finished is on the phone or at the office, at every moment: never in between. */
async function nothingIsLost({ expected, disk }: History, office: OfficeDouble): Promise<void> {
  const held = new Set(await disk.ids('outbox'));
  for (const id of expected.finished.keys())
    if (!held.has(id) && !office.submissions.has(id)) throw new Error(`submission ${id} is nowhere`);
  const bytes = new Set(await disk.ids('photoBytes'));
  for (const id of expected.photos.keys())
    if (!bytes.has(id) && !office.isWhole(id)) throw new Error(`photo ${id} is nowhere`);
  const drafts = new Set(await disk.ids('drafts'));
  for (const id of expected.typed.keys())
    if (!drafts.has(id) && !held.has(id) && !office.submissions.has(id) && !expected.discarded.has(id))
      throw new Error(`what was begun as ${id} is nowhere`);
}

/** The connection is back and stays: everything arrives. */
async function comeHome(history: History): Promise<void> {
  const life = await history.relive();
  for (let round = 0; round < 6; round += 1) {
    for (const who of ['siti', 'budi']) {
      await life.enter(who);
      await syncOnce(life.sync, life.unlocked());
    }
  }
}

async function compareWithModel({ expected, disk }: History, office: OfficeDouble): Promise<void> {
  expect(await disk.ids('outbox')).toEqual([]);
  expect((await disk.all('photos')).filter(({ state }) => state === 'waiting')).toEqual([]);
  for (const [id, answers] of expected.finished) {
    const arrived = office.submissions.get(id);
    expect(arrived).toMatchObject({ id, isFinished: true });
    expect(arrived!.answers).toEqual(answers);
    expect(office.timesStored.get(id)).toBe(1);
  }
  for (const id of expected.photos.keys()) expect(office.isWhole(id)).toBe(true);
  for (const [id, submission] of office.submissions) {
    if (expected.finished.has(id)) continue;
    expect(submission.isFinished).toBe(false);
    expect(isKeptState(expected, id, submission.answers)).toBe(true);
  }
  for (const userId of office.revokedUsers) {
    const isTheirs = (record: { userId: string }) => record.userId === userId;
    if (await disk.get('people', userId)) continue;
    expect((await disk.all('drafts')).some(isTheirs)).toBe(false);
    expect((await disk.all('finished')).some(isTheirs)).toBe(false);
    expect(await disk.get('work', userId)).toBeUndefined();
  }
}

async function check(disk: PhoneStore, list: Parameters<typeof playHistory>[1]): Promise<void> {
  const office = openOfficeDouble({ now });
  const given = { disk, office, seal: fakeSeal, now };
  const history = await playHistory(given, list, (played) => nothingIsLost(played, office));
  await comeHome(history);
  await nothingIsLost(history, office);
  await compareWithModel(history, office);
}

test('whatever happens to phone and connection, all finished work is at the office once, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, (list) => check(openMemoryStore(), list)),
    { numRuns: histories },
  );
}, 1_800_000);

test('the same over the database of the browser', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      count += 1;
      const disk = openDexieStore(`history-${count}`);
      await check(disk, list).finally(() => disk.close());
    }),
    { numRuns: Math.min(histories, 25) },
  );
}, 300_000);
