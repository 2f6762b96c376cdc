import { expect, test } from 'vitest';
import { buildBlocks } from '../blocking.ts';
import { TableBuilder } from '../table.ts';
import { blockingRecall } from './blocking-recall.ts';
import { truthOfPairs } from './truth.ts';

test('a true pair counts when some rule brings it together, by value or by a word', () => {
  const builder = new TableBuilder(['name', 'town']);
  builder.add(['Siti Aminah', 'Tegal']);
  builder.add(['Aminah', 'Brebes']);
  builder.add(['Budi', 'Brebes']);
  builder.add(['', '']);
  const table = builder.finish();
  const blocksOf = (term: string) =>
    buildBlocks(table, { on: [term], tighten: null }, { limit: 100, tighten: [], mode: 'dedupe' }).blocks;
  const pairs = [
    [0, 1],
    [1, 2],
    [0, 2],
    [2, 3],
  ] as const;
  const truth = truthOfPairs(pairs, table.count);
  expect(blockingRecall([blocksOf('town')], truth)).toBe(1 / 4);
  expect(blockingRecall([blocksOf('name|words')], truth)).toBe(1 / 4);
  expect(blockingRecall([blocksOf('town'), blocksOf('name|words')], truth)).toBe(2 / 4);
});
