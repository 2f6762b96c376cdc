import { expect, test } from 'vitest';
import { inFolder } from './factory.ts';
import { readJudgements, readTruth } from './read-truth.ts';
import { RecordIds } from './record-ids.ts';

const folder = inFolder();

function twoSides(): RecordIds {
  const ids = new RecordIds();
  for (const id of ['a', 'b']) ids.add(id, 'left');
  ids.beginRight();
  for (const id of ['a', 'b']) ids.add(id, 'right');
  return ids;
}

test('between two lists a set names the side where an id stands on both', async () => {
  const path = folder.file('sets.csv', 'id,cluster,side\na,1,left\nb,1,right\nzz,1,left\n');
  const { truth, unknown } = await readTruth(path, twoSides(), 'link');
  expect([truth.pairs, truth.has(0, 3), truth.has(0, 2), unknown]).toEqual([1, true, false, 1]);
});

test('without a side an id counts on both', async () => {
  const { truth } = await readTruth(folder.file('both.csv', 'id,cluster\na,1\nb,2\n'), twoSides(), 'link');
  expect([truth.pairs, truth.has(0, 2), truth.has(1, 3)]).toEqual([2, true, true]);
});

test('judgements are yes or no in either language; another word is refused', async () => {
  const path = folder.file('labels.csv', 'left,right,match\na,a,ya\na,b,0\n');
  const { judgements } = await readJudgements(path, twoSides(), 'link');
  expect(judgements).toEqual([
    { one: 0, other: 2, isMatch: true },
    { one: 0, other: 3, isMatch: false },
  ]);
  const wrong = folder.file('wrong.csv', 'left,right,match\na,a,perhaps\n');
  await expect(readJudgements(wrong, twoSides(), 'link')).rejects.toThrow('"perhaps"');
});

test('a truth about other records is refused', async () => {
  const path = folder.file('other.csv', 'id,cluster\nx,1\n');
  await expect(readTruth(path, twoSides(), 'link')).rejects.toThrow('None of its ids');
});
