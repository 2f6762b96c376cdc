import { expect, test } from 'vitest';
import { type Told, totalsOf } from './totals.ts';

const told = (standsFor: string, more: Partial<Told> = {}): Told => ({
  standsFor,
  kind: 'training',
  topic: 'packaging',
  title: 'Kelas kemasan',
  provider: 'Dinas',
  startedOn: '2025-03-01',
  outcome: 'completed',
  ...more,
});

test('two supports of one enterprise are two times and one enterprise', () => {
  const totals = totalsOf([
    told('a'),
    told('a', { startedOn: '2026-01-05' }),
    told('b', { provider: 'BLK' }),
  ]);
  expect(totals).toMatchObject({ times: 3, enterprises: 2 });
  expect(totals.byYear).toEqual([
    { name: '2026', times: 1, enterprises: 1 },
    { name: '2025', times: 2, enterprises: 2 },
  ]);
  expect(totals.byProvider).toEqual([
    { name: 'Dinas', times: 2, enterprises: 1 },
    { name: 'BLK', times: 1, enterprises: 1 },
  ]);
});

test('what two merged records both say counts once, the same class of two enterprises twice', () => {
  expect(totalsOf([told('a'), told('a'), told('b')])).toMatchObject({ times: 2, enterprises: 2 });
});

test('who never came is in no total', () => {
  expect(totalsOf([told('a', { outcome: 'absent' })])).toMatchObject({
    times: 0,
    enterprises: 0,
    byKind: [],
  });
});
