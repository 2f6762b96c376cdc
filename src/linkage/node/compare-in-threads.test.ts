import { pathToFileURL } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { linkRecords } from '../link-records.ts';
import { planComparisons } from '../plan.ts';
import type { LinkageSettings } from '../settings.ts';
import { type LinkageThreads, linkageThreads } from './compare-in-threads.ts';
import { inFolder, inventedPeople, peopleSettings, tableOfPeople } from './factory.ts';

const table = tableOfPeople(inventedPeople(1200));
// Threads take their time to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
const folder = inFolder();
const sides = { count: table.count, leftCount: table.leftCount, mode: 'dedupe' as const };
const open: LinkageThreads[] = [];

function threadsOf(threads: number, customModule: URL | null = null): LinkageThreads {
  const made = linkageThreads({ threads, customModule, fewPairs: 0 });
  open.push(made);
  return made;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const moduleOf = (name: string, text: string) => pathToFileURL(folder.file(name, text));

const withCustom: LinkageSettings = {
  ...peopleSettings,
  comparisons: [{ column: 'given', levels: ['exact', { custom: 'sameEnds' }] }],
};
const SAME_ENDS = 'export const custom = { sameEnds: (a, b) => a[0] === b[0] && a.at(-1) === b.at(-1) };';

test('pairs, weights and patterns are the same in however many threads', async () => {
  const alone = await linkRecords(table, peopleSettings, { mode: 'dedupe' });
  for (const count of [2, 3]) {
    const threads = threadsOf(count);
    const strangers = await threads.drawStrangers(
      planComparisons(table, peopleSettings.comparisons),
      sides,
      { pairs: 20_000, seed: 1 },
      {},
    );
    const shared = await linkRecords(table, peopleSettings, {
      mode: 'dedupe',
      strangers: strangers.toData(),
      comparer: threads.compare,
    });
    expect(shared.strangers.toData()).toEqual(alone.strangers.toData());
    expect(shared.model).toEqual(alone.model);
    expect(shared.pairs).toEqual(alone.pairs);
    expect([shared.comparedPairs, shared.patterns]).toEqual([alone.comparedPairs, alone.patterns]);
  }
  expect(alone.pairs.one.length).toBeGreaterThan(200);
});

test('chunks come in the order and with the numbers they have in one thread', async () => {
  const seen = await Promise.all(
    [1, 2].map(async (count) => {
      const pairs: number[] = [];
      await linkRecords(table, peopleSettings, {
        mode: 'dedupe',
        comparer: (job, onChunk, control) =>
          threadsOf(count).compare(
            job,
            (chunk) => {
              for (const part of [chunk.one, chunk.other, chunk.pattern]) pairs.push(...part.slice(0, 50));
              onChunk(chunk);
            },
            control,
          ),
      });
      return pairs.slice(0, 150);
    }),
  );
  expect(seen[0]).toEqual(seen[1]);
});

test("threads load the caller's own tests by themselves", async () => {
  const customModule = moduleOf('ends.mjs', SAME_ENDS);
  const { custom } = (await import(customModule.href)) as {
    custom: Record<string, (a: string, b: string) => boolean>;
  };
  const alone = await linkRecords(table, withCustom, { mode: 'dedupe', custom });
  const comparer = threadsOf(2, customModule).compare;
  const shared = await linkRecords(table, withCustom, { mode: 'dedupe', custom, comparer });
  expect(shared.pairs).toEqual(alone.pairs);
  const withoutModule = await linkRecords(table, withCustom, {
    mode: 'dedupe',
    custom,
    comparer: threadsOf(2).compare,
  });
  expect(withoutModule.pairs).toEqual(alone.pairs);
});

test('cancelling ends the threads with the reason given', async () => {
  const controller = new AbortController();
  const threads = threadsOf(2);
  const linking = linkRecords(table, peopleSettings, {
    mode: 'dedupe',
    signal: controller.signal,
    comparer: (job, onChunk, control) => {
      const running = threads.compare(job, onChunk, control);
      controller.abort(new Error('enough'));
      return running;
    },
  });
  await expect(linking).rejects.toThrow('enough');
});

test.each([
  [
    'throws',
    'export const custom = { sameEnds: () => { throw new Error("no such letter"); } };',
    'no such letter',
  ],
  ['ends', 'export const custom = { sameEnds: () => process.exit(7) };', 'ended early (7)'],
])('a thread that %s ends the work with its reason', async (name, text, words) => {
  const threads = threadsOf(2, moduleOf(`${name}.mjs`, text));
  const linking = linkRecords(table, withCustom, {
    mode: 'dedupe',
    custom: { sameEnds: () => false },
    comparer: threads.compare,
  });
  await expect(linking).rejects.toThrow(words);
});
