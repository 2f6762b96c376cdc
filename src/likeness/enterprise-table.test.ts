import { expect, test } from 'vitest';
import { valueAt } from '#linkage/column.ts';
import { enterpriseColumns } from './enterprise-settings.ts';
import { enterpriseTable } from './enterprise-table.ts';
import { enterprise } from './factory.ts';

const row = (record: Parameters<typeof enterprise>[0]) => {
  const table = enterpriseTable([enterprise(record)], []);
  return (column: (typeof enterpriseColumns)[number]) => valueAt(table.column(column), 0);
};

test('every column is filled from the field of its name', () => {
  const of = row({
    ownerName: 'Wastinah',
    nik: '3375014503870001',
    noKk: '3375012001100009',
    nib: '9120001234567',
    phones: ['+628123456789', '+62285421234'],
    birthDate: '1987-03-05',
    sex: 'female',
    village: '33.75.01.1004',
    rt: '002',
    rw: '005',
    address: 'Jl. Kurinci No. 7',
    businessName: 'Batik Ayu',
    activity: 'batik tulis',
    kbli: '13133',
  });
  expect(enterpriseColumns.map(of)).toEqual([
    'wastinah',
    '3375014503870001',
    '3375012001100009',
    '9120001234567',
    '628123456789',
    '628123456789 62285421234',
    '1987-03-05',
    'female',
    '33.75.01.1004',
    '2',
    '2/5',
    'jl. kurinci no. 7',
    'batik ayu',
    'batik tulis',
    '13133',
  ]);
});

test('what nobody said is nothing; an RT without an RW stays one', () => {
  expect(enterpriseColumns.map(row({}))).toEqual(enterpriseColumns.map(() => null));
  expect(row({ rt: '000' })('rt_rw')).toBe('0/');
});

test('the left side comes first', () => {
  const table = enterpriseTable(
    [enterprise({ ownerName: 'a' })],
    [enterprise({}), enterprise({ ownerName: 'b' })],
  );
  expect([table.count, table.leftCount, valueAt(table.column('name'), 2)]).toEqual([3, 1, 'b']);
});
