import { describe, expect, test } from 'vitest';
import { valueAt } from './column.ts';
import { type Cell, tableFrom } from './factory.ts';
import { TableBuilder, tidy, UnknownColumn } from './table.ts';

const names = ['first', 'last', 'brand', 'trade', 'code'];
const people = (...rows: Cell[][]) => tableFrom(names, rows);
const values = (table: ReturnType<typeof people>, expression: string) =>
  Array.from({ length: table.count }, (_, record) => valueAt(table.column(expression), record));

describe('expressions', () => {
  const table = people(
    ['Ani', 'Wati', 'Toko Ani Wati Berkah', 'batik', '13133'],
    ['Budi', null, 'Budi', 'batik', '13133'],
    [null, 'Sari', null, 'batik', '13133'],
    [null, null, 'Laris', 'batik', '47723'],
    ['Eko', 'Adi', 'Laris', 'kopi', '56303'],
  );

  test('a | b changes each value; changes follow one after the other', () => {
    expect(values(table, 'first|first:2')).toEqual(['an', 'bu', null, null, 'ek']);
    expect(values(table, 'brand|longest|last:3')).toEqual(['kah', 'udi', null, 'ris', 'ris']);
  });

  test('a & b is both in one, or the one that is there', () => {
    expect(values(table, 'first & last')).toEqual(['ani wati', 'budi', 'sari', null, 'eko adi']);
  });

  test('a - b is what the first says beyond the words of the second', () => {
    expect(values(table, 'brand - first')).toEqual(['toko wati berkah', null, null, 'laris', 'laris']);
  });

  test('a ~ b is the code that usually stands beside the words; where words are rare, its own', () => {
    expect(values(table, 'trade ~ code')).toEqual(['13133', '13133', '13133', '13133', '56303']);
  });

  test('signs join expressions: a change binds closest, & loosest', () => {
    expect(values(table, 'brand - first & last')[0]).toBe('toko wati berkah wati');
    expect(values(table, 'first|first:1 & last|first:1')).toEqual(['a w', 'b', 's', null, 'e a']);
  });

  test('an expression is worked out once', () => {
    expect(table.column('first|first:2')).toBe(table.column('first|first:2'));
    expect(table.frequencies('brand')).toBe(table.frequencies('brand'));
    expect([...table.frequencies('brand')]).toEqual([1, 1, 2]);
  });

  test('a column that is not there is refused with the names of those that are', () => {
    expect(() => table.column('surname')).toThrow(UnknownColumn);
    expect(() => table.column('surname|first:2')).toThrow(
      'There is no column "surname"; there are: first, last, brand, trade, code.',
    );
  });

  test('a change that is not known is refused with those that are', () => {
    expect(() => table.column('first|upside')).toThrow(
      /"upside" in "first\|upside" is no known change.*soundex/,
    );
  });
});

test('values are tidied: letter case, spaces, composed letters, and words that mean nothing', () => {
  expect(['  Siti\tNUR  Aini ', 'ﬁ', 'N/A', '-', 'NULL', '', null].map(tidy)).toEqual([
    'siti nur aini',
    'fi',
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a table knows which records are the left side’s', () => {
  const builder = new TableBuilder(['name']);
  builder.add(['a']);
  expect(builder.finish().leftCount).toBe(1);
  builder.beginRight();
  builder.add(['b']);
  builder.add(['c']);
  expect(builder.finish()).toMatchObject({ count: 3, leftCount: 1, names: ['name'] });
});
