import { expect, test } from 'vitest';
import type { ComparedRecord } from './compared-record.ts';
import { fieldRows } from './field-rows.ts';

const record: ComparedRecord = {
  enterpriseId: '1',
  name: 'Batik Jaya',
  brand: null,
  activity: null,
  sector: { id: 'Batik', en: 'Batik' },
  kbliTitle: null,
  ownerId: null,
  ownerName: 'Siti Aminah',
  sex: null,
  ageBand: null,
  nikMasked: '************0003',
  nib: null,
  phones: [],
  villageCode: null,
  village: 'Jenggot',
  district: 'Pekalongan Selatan',
  rt: '2',
  rw: '5',
  hamlet: null,
  address: null,
  products: [],
  sources: [],
  standing: 'listed',
  operation: 'unknown',
  createdAt: '2026-01-01T00:00:00Z',
};
const rowOf = (
  field: string,
  other: Partial<ComparedRecord>,
  steps: { comparison: string; level: string }[] = [],
) =>
  fieldRows(
    { left: record, right: { ...record, ...other }, steps: steps.map((step) => ({ ...step, weight: 1 })) },
    'id',
  ).find((row) => row.field === field);

test('what neither record says is not shown, what one says is told apart from a difference', () => {
  expect(rowOf('phone', {})).toBeUndefined();
  expect(rowOf('phone', { phones: ['08******1234'] })).toMatchObject({ left: null, verdict: 'only_right' });
});

test('two NIK of which the masks are alike are told apart by what was compared behind them', () => {
  const steps = [{ comparison: 'nik', level: 'one_digit' }];
  expect(rowOf('nik', {}, steps)).toMatchObject({ verdict: 'alike', level: 'one_digit', inLetters: false });
});

test('without a comparison, values that read the same are the same, capitals aside', () => {
  expect(rowOf('business', { name: 'BATIK JAYA' })).toMatchObject({ verdict: 'same', level: null });
  expect(rowOf('business', { name: 'Batik Abadi' })).toMatchObject({ verdict: 'different' });
});

test('what is not compared is shown and judged neither way', () => {
  expect(rowOf('standing', { standing: 'verified' })).toMatchObject({ right: 'verified', verdict: null });
});

test('place and neighbourhood are written as people write them', () => {
  expect(rowOf('village', {})?.left).toBe('Jenggot, Pekalongan Selatan');
  expect(rowOf('rt_rw', {})?.left).toBe('2/5');
});
