import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { linkRecords } from '../link-records.ts';
import type { PairChunk } from '../pair-store.ts';
import { inFolder, inventedPeople, peopleSettings, tableOfPeople } from './factory.ts';
import { spillingStore } from './spilling-store.ts';

const chunkOf = (from: number, length: number): PairChunk => ({
  one: Int32Array.from({ length }, (_, at) => from + at),
  other: Int32Array.from({ length }, (_, at) => from + at + 1),
  pattern: Int32Array.from({ length }, (_, at) => at % 7),
});

test('what does not fit into memory comes back from the file, in order and as often as asked', () => {
  const store = spillingStore({ bytes: 12 * 100 });
  const chunks = [chunkOf(0, 60), chunkOf(60, 60), chunkOf(120, 5), chunkOf(125, 1)];
  for (const chunk of chunks) store.add(chunk);
  expect(store.count).toBe(126);
  expect([...store.chunks()]).toEqual(chunks);
  expect([...store.chunks()]).toEqual(chunks);
  store.close();
});

test('the file is seen by nobody, and gone when the store is closed', () => {
  const folder = dirname(inFolder().path('any'));
  const store = spillingStore({ bytes: 0, folder });
  store.add(chunkOf(0, 10));
  expect(readdirSync(folder)).toEqual([]);
  store.close();
  store.close();
  expect([...store.chunks()]).toEqual([]);
});

test('a store that spills gives the same pairs as one in memory', async () => {
  const table = tableOfPeople(inventedPeople(800));
  const inMemory = await linkRecords(table, peopleSettings, { mode: 'dedupe' });
  const spilled = await linkRecords(table, peopleSettings, {
    mode: 'dedupe',
    store: spillingStore({ bytes: 0 }),
  });
  expect(spilled.pairs).toEqual(inMemory.pairs);
});
