import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Assignment,
  assignRows,
  type Enumerator,
  type RowToAssign,
  reassignRows,
} from './assign-rows.ts';

/** `rts`: rows of each RT of a village. */
const village = (code: string, rts: readonly number[]): RowToAssign[] =>
  rts.flatMap((size, rt) =>
    Array.from({ length: size }, (_, row) => ({
      rowId: `${code}-${rt + 1}-${row}`,
      villageCode: code,
      rw: '1',
      rt: String(rt + 1),
      inSample: row === 0,
    })),
  );
const person = (id: string, openLoad = 0, ...villages: string[]): Enumerator => ({ id, openLoad, villages });
const loadsOf = (assigned: readonly Assignment[]) =>
  Object.fromEntries(
    [...Map.groupBy(assigned, ({ enumeratorId }) => enumeratorId)]
      .map(([id, rows]) => [id, rows.length] as const)
      .sort(),
  );
const rtsOf = (assigned: readonly Assignment[], id: string) =>
  [
    ...new Set(
      assigned
        .filter((one) => one.enumeratorId === id)
        .map(({ rowId }) => rowId.split('-').slice(0, 2).join('-')),
    ),
  ].sort();

const north = '33.75.03.1001';
const northToo = '33.75.03.1002';
const south = '33.75.04.1001';

test('everyone gets about the same, and an RT stays with one person', () => {
  const assigned = assignRows(village(north, [10, 12, 9, 11, 10, 8]), [
    person('ani'),
    person('budi'),
    person('citra'),
  ]);
  expect(loadsOf(assigned)).toEqual({ ani: 22, budi: 20, citra: 18 });
  expect(['ani', 'budi', 'citra'].map((id) => rtsOf(assigned, id).length)).toEqual([2, 2, 2]);
});

test('who has open rows already gets fewer; who has more than the rest will have gets none', () => {
  const rows = village(
    north,
    Array.from({ length: 12 }, () => 5),
  );
  expect(loadsOf(assignRows(rows, [person('ani', 30), person('budi', 0)]))).toEqual({ ani: 15, budi: 45 });
  expect(loadsOf(assignRows(rows, [person('ani', 500), person('budi', 0)]))).toEqual({ budi: 60 });
});

test('who lives in a village is asked first there', () => {
  const rows = [...village(north, [10, 10]), ...village(south, [10, 10])];
  const assigned = assignRows(rows, [person('ani', 0, south), person('budi', 0, north)]);
  expect(rtsOf(assigned, 'ani')).toEqual([`${south}-1`, `${south}-2`]);
  expect(rtsOf(assigned, 'budi')).toEqual([`${north}-1`, `${north}-2`]);
});

test('the sub-sample is handed out first', () => {
  const assigned = assignRows(village(north, [3, 3]), [person('ani')]);
  expect(assigned.map(({ rowId }) => rowId)).toEqual([
    `${north}-1-0`,
    `${north}-2-0`,
    `${north}-1-1`,
    `${north}-1-2`,
    `${north}-2-1`,
    `${north}-2-2`,
  ]);
});

test('RT 10 is walked after RT 9, and rows without RT come last', () => {
  const rows = [...village(north, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1])].map((row) => ({
    ...row,
    inSample: false,
  }));
  const loose = { ...rows[0]!, rowId: 'loose', rw: null, rt: null };
  const order = assignRows([loose, ...rows.reverse()], [person('ani')]).map(({ rowId }) => rowId);
  expect(order.slice(8)).toEqual([`${north}-9-0`, `${north}-10-0`, 'loose']);
});

test('a village without RT on its list is parted, so that one person does not get it all', () => {
  const rows = village(north, [400]).map((row) => ({ ...row, rw: null, rt: null }));
  const people = ['ani', 'budi', 'citra', 'dewi'].map((id) => person(id));
  expect(loadsOf(assignRows(rows, people))).toEqual({ ani: 100, budi: 100, citra: 100, dewi: 100 });
});

test('what an idle enumerator has goes to neighbours with room, in the village before the district before elsewhere', () => {
  const rows = village(north, [4, 4]);
  const give = (...others: Enumerator[]) =>
    loadsOf(reassignRows('idle', rows, [person('idle', 8, north), ...others]));
  expect(give(person('far', 0, south), person('near', 0, north))).toEqual({ far: 4, near: 4 });
  // The neighbour has enough already.
  expect(give(person('far', 0, south), person('near', 90, north))).toEqual({ far: 8 });
  // One RT only: it goes to who is nearest, of those with the same load.
  const one = village(north, [1]);
  const nearest = (...others: Enumerator[]) => reassignRows('idle', one, others)[0]?.enumeratorId;
  expect(
    nearest(person('a-far', 3, south), person('b-district', 3, northToo), person('c-village', 3, north)),
  ).toBe('c-village');
  expect(nearest(person('a-far', 3, south), person('b-district', 3, northToo))).toBe('b-district');
});

test('with nobody to take them, rows stay where they are', () => {
  expect(assignRows(village(north, [3]), [])).toEqual([]);
  expect(reassignRows('idle', village(north, [3]), [person('idle')])).toEqual([]);
});

test('the same rows and people give the same shares in whatever order they come', () => {
  const rows = [...village(north, [7, 9, 4]), ...village(northToo, [8, 8]), ...village(south, [20])];
  const people = [person('ani', 3, south), person('budi', 1), person('citra')];
  expect(assignRows([...rows].reverse(), [...people].reverse())).toEqual(assignRows(rows, people));
});

test('every row goes to exactly one person, and loads differ by an RT at the most', () => {
  const rts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(rts, rts, fc.integer({ min: 1, max: 9 }), (one, other, count) => {
      const rows = [...village(north, one), ...village(south, other)];
      const people = Array.from({ length: count }, (_, at) => person(`p${at}`));
      const assigned = assignRows(rows, people);
      expect(new Set(assigned.map(({ rowId }) => rowId)).size).toBe(rows.length);
      expect(assigned).toHaveLength(rows.length);
      const loads = people.map(({ id }) => loadsOf(assigned)[id] ?? 0);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(Math.max(...one, ...other));
    }),
  );
});

test('105,000 rows of 248 villages and 300 people are shared out, nobody with more than a tenth over the rest', () => {
  const rows = Array.from({ length: 248 }, (_, at) =>
    village(
      `33.25.${String(1 + (at % 15)).padStart(2, '0')}.${2001 + at}`,
      Array.from({ length: 15 }, (_, rt) => 24 + ((rt * 7 + at) % 9)),
    ),
  ).flat();
  const people = Array.from({ length: 300 }, (_, at) =>
    person(
      `p${at}`,
      0,
      ...(at < 200 ? [`33.25.${String(1 + (at % 15)).padStart(2, '0')}.${2001 + at}`] : []),
    ),
  );
  const loads = Object.values(loadsOf(assignRows(rows, people)));
  expect(loads).toHaveLength(300);
  expect(Math.max(...loads)).toBeLessThan((1.1 * rows.length) / 300);
  expect(Math.min(...loads)).toBeGreaterThan((0.9 * rows.length) / 300);
});
