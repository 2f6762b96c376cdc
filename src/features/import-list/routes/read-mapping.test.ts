import { expect, test } from 'vitest';
import { invalid } from '#kernel/refusal.ts';
import { mappingFaults } from '../rules/column-choice.ts';
import { readableColumns, readMapping, refusalOfMapping, unclearFields } from './read-mapping.ts';

const typed = {
  list: '1',
  'field-0': 'full_name',
  'field-1': 'sales',
  'period-1': 'month',
  'unit-1': '1000',
  'year-1': '2023',
  'field-2': 'kept',
  'period-2': 'month',
  'unit-2': '1000000',
  kbliVersion: '2020',
  figureYear: '2024',
  previousImportId: '',
};

test('the form of a mapping is read column by column', () => {
  expect(readMapping('x', typed)).toEqual({
    importId: 'x',
    list: 1,
    columns: [
      { field: 'full_name', unit: 1, period: null, year: null },
      { field: 'sales', unit: 1_000, period: 'month', year: 2023 },
      { field: 'kept', unit: 1, period: null, year: null },
    ],
    kbliVersion: '2020',
    figureYear: 2024,
    previousImportId: null,
  });
});

test('a year that is no number is refused, not dropped', () => {
  const mapping = readMapping('x', { ...typed, 'year-1': 'dua ribu', figureYear: '20a4' });
  expect(unclearFields(mapping)).toEqual([
    { path: 'year-1', code: 'not_a_number' },
    { path: 'figureYear', code: 'not_a_number' },
  ]);
});

test('the same field chosen twice is seen before anything is saved', () => {
  const { columns } = readMapping('x', { ...typed, 'field-2': 'full_name' });
  expect(mappingFaults(readableColumns(columns) ?? [])).toEqual([
    { code: 'field_twice', field: 'full_name' },
  ]);
});

test('sales need their period, capital has none', () => {
  const mapping = readMapping('x', { ...typed, 'period-1': '', 'field-2': 'capital' });
  expect(unclearFields(mapping)).toEqual([{ path: 'period-1', code: 'blank' }]);
});

test('a refused column leads to its own field on the page', () => {
  const { refusal } = invalid([
    { path: 'columns.3.year', code: 'out_of_range' },
    { path: 'figureYear', code: 'not_a_number' },
  ]);
  expect(refusalOfMapping(refusal).fields?.map(({ path }) => path)).toEqual(['year-3', 'figureYear']);
});
