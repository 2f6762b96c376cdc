import { expect, test } from 'vitest';
import { valueAt } from '../column.ts';
import { inFolder } from './factory.ts';
import { readRecords } from './read-records.ts';

const folder = inFolder();

test('the id is no column to compare, unless it is asked for', async () => {
  const path = folder.file('a.csv', 'id,name\nx1,Siti\nx2,Budi\n');
  const { table, ids } = await readRecords([path], {});
  expect(table.names).toEqual(['name']);
  expect([ids.idOf(1), ids.recordOf('x2', 'left')]).toEqual(['x2', 1]);
  expect((await readRecords([path], { id: 'id', comparesId: true })).table.names).toEqual(['id', 'name']);
});

test('without an id column the number of the row is the id, and this is told', async () => {
  const { ids, remarks } = await readRecords([folder.file('b.csv', 'name\nSiti\nBudi\n')], {});
  expect(ids.recordOf('2', 'left')).toBe(1);
  expect(remarks.join()).toContain('row numbers');
});

test('an id column that was named and is not there is refused with the columns there are', async () => {
  const reading = readRecords([folder.file('c.csv', 'nr,name\n1,Siti\n')], { id: 'nik' });
  await expect(reading).rejects.toThrow(/"nik".*nr, name/);
});

test.each([
  ['id,name\na1,Siti\na1,Budi\n', /"a1" is there twice.*row 2/],
  ['id,name\na1,Siti\n ,Budi\n', /no id.*row 2/],
])('every record has an id of its own: %j', async (text, words) => {
  await expect(readRecords([folder.file('d.csv', text)], {})).rejects.toThrow(words);
});

test('two files are read by the names of their columns, and may use the same ids', async () => {
  const left = folder.file('left.csv', 'id,name,town\n1,Siti,Tegal\n');
  const right = folder.file('right.csv', 'town;id;name;phone\nBrebes;1;Budi;08\n');
  const { table, ids, remarks } = await readRecords([left, right], {});
  expect([table.names, table.count, table.leftCount]).toEqual([['name', 'town'], 2, 1]);
  expect(valueAt(table.column('town'), 1)).toBe('brebes');
  expect([ids.recordOf('1', 'left'), ids.recordOf('1', 'right'), ids.sideOf(1)]).toEqual([0, 1, 'right']);
  expect(remarks.join()).toContain('phone');
});
