import { expect, test } from 'vitest';
import { joinSame } from './join-same.ts';

const row = (seq: number, enterpriseId: string, more: { status?: 'withdrawn'; intakeId?: string } = {}) => ({
  applicationId: `a${seq}`,
  intakeId: more.intakeId ?? 'first',
  enterpriseId,
  status: more.status ?? ('received' as const),
  seq,
});
const statuses = (rows: ReturnType<typeof row>[], standsFor: [string, string][] = []) =>
  joinSame(rows, new Map(standsFor)).map(({ status, joinedInto }) => [status, joinedInto]);

test('two applications of what became one enterprise count once: the earlier one, whatever order they are read in', () => {
  const merged: [string, string][] = [['kembar', 'asli']];
  expect(statuses([row(1, 'kembar'), row(2, 'asli')], merged)).toEqual([
    ['received', null],
    ['joined', 'a1'],
  ]);
  expect(statuses([row(2, 'asli'), row(1, 'kembar')], merged)).toEqual([
    ['joined', 'a1'],
    ['received', null],
  ]);
});

test('once the merge is undone both count again', () => {
  expect(statuses([row(1, 'kembar'), row(2, 'asli')])).toEqual([
    ['received', null],
    ['received', null],
  ]);
});

test('an application taken back stands in nobody’s way, and applications for different intakes are never joined', () => {
  const merged: [string, string][] = [['kembar', 'asli']];
  expect(statuses([row(1, 'kembar', { status: 'withdrawn' }), row(2, 'asli')], merged)).toEqual([
    ['withdrawn', null],
    ['received', null],
  ]);
  expect(statuses([row(1, 'kembar'), row(2, 'asli', { intakeId: 'second' })], merged)).toEqual([
    ['received', null],
    ['received', null],
  ]);
});
