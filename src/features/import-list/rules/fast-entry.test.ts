import { expect, it } from 'vitest';
import { aListContext } from './factory.ts';
import {
  cellsOfTyped,
  columnsOfFields,
  fastEntryColumns,
  furtherColumns,
  isEmptyTyped,
  nextTyped,
  typedOfCells,
  typedRowValidator,
} from './fast-entry.ts';

const validate = typedRowValidator([...fastEntryColumns, ...furtherColumns], aListContext());

it('a typed row is checked by the rules of a list that comes as a file', () => {
  const typed = {
    full_name: 'Siti Aminah',
    nik: '3375044708850001',
    rt: '2',
    rw: '5',
    village: 'jenggot',
    activity: 'batik cap',
    phone: '081234567890',
    sales: '1,5jt',
  };
  expect(validate(typed)).toMatchObject({
    disposition: 'ready',
    problems: [],
    record: {
      place: { rt: '02', rw: '05', villageCode: '33.75.04.1004' },
      figures: [{ kind: 'sales', amount: 18_000_000 }],
    },
  });
});

it('a NIK half typed says how many digits are missing', () => {
  expect(validate({ full_name: 'Siti', village: 'Jenggot', nik: '33750447' }).problems).toMatchObject([
    { code: 'nik_too_short', count: 8 },
  ]);
});

it('the next row starts in the same village and RT, and is not kept as long as nothing else is typed', () => {
  const next = nextTyped(fastEntryColumns, {
    full_name: 'Siti',
    rt: '2',
    rw: '5',
    village: 'Jenggot',
    phone: '0812',
  });
  expect(next).toEqual({ rt: '2', rw: '5', village: 'Jenggot' });
  expect(isEmptyTyped(fastEntryColumns, next)).toBe(true);
  expect(isEmptyTyped(fastEntryColumns, { ...next, full_name: 'Sri' })).toBe(false);
});

it('no column of the grid stands there twice', () => {
  const fields = [...fastEntryColumns, ...furtherColumns].map(({ field }) => field);
  expect(new Set(fields).size).toBe(fields.length);
});

it('columns stand in the order of paper lists, in whatever order they were ticked', () => {
  expect(columnsOfFields(['notes', 'nik', 'full_name', null]).map(({ field }) => field)).toEqual([
    'full_name',
    'nik',
    'notes',
  ]);
});

it('a row keeps what was typed when a column is added in its middle', () => {
  const before = columnsOfFields(['full_name', 'activity']);
  const cells = cellsOfTyped(before, { full_name: ' Siti ', activity: 'batik' });
  expect(cells).toEqual(['Siti', 'batik']);
  const after = columnsOfFields(['full_name', 'nik', 'activity']);
  expect(cellsOfTyped(after, typedOfCells(before, cells))).toEqual(['Siti', null, 'batik']);
});
