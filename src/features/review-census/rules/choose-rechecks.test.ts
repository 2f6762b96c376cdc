import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ApprovedRow, chooseRechecks } from './choose-rechecks.ts';

const approved = (enumeratorId: string, count: number, selfChecked = false): ApprovedRow[] =>
  Array.from({ length: count }, (_, at) => ({
    rowId: `${enumeratorId}-${selfChecked ? 'self-' : ''}${String(at).padStart(4, '0')}`,
    enumeratorId,
    approvedAt: at,
    selfChecked,
  }));
const people = ['ani', 'budi', 'citra'];

test.each([
  ['twenty rows give one, a hundred five', approved('ani', 100), 5],
  ['where they checked themselves, a tenth', approved('ani', 100, true), 10],
  ['each person for themselves', [...approved('ani', 40), ...approved('budi', 60)], 5],
  ['nothing approved, nothing drawn', [], 0],
])('%s', (_, rows, count) => {
  expect(chooseRechecks(rows, people, { seed: 5 })).toHaveLength(count);
});

test('an office may want more looked at, or none', () => {
  const drawn = (share: number, selfChecked = false) =>
    chooseRechecks(approved('ani', 100, selfChecked), people, { seed: 5, share }).length;
  expect([drawn(0.1), drawn(0.1, true), drawn(0.8, true), drawn(0)]).toEqual([10, 20, 100, 0]);
});

test('at the end of the round nobody has less than 5 %, however few rows', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90 }),
      fc.nat(2 ** 31),
      fc.boolean(),
      (count, seed, selfChecked) => {
        const drawn = chooseRechecks(approved('ani', count, selfChecked), people, { seed, closing: true });
        expect(drawn).toHaveLength(Math.ceil(count / (selfChecked ? 10 : 20)));
        expect(new Set(drawn.map(({ rowId }) => rowId)).size).toBe(drawn.length);
      },
    ),
  );
});

test('what was drawn stays drawn while more rows come in', () => {
  const drawnOf = (count: number) => chooseRechecks(approved('ani', count), people, { seed: 11 });
  for (let count = 1; count < 130; count++) {
    const before = drawnOf(count);
    expect(drawnOf(count + 1).slice(0, before.length)).toEqual(before);
  }
});

test('work that comes to an end, is gone on with, and ends again has no pile drawn twice', () => {
  const drawn = new Set<string>();
  for (let count = 1; count <= 100; count++)
    for (const { rowId } of chooseRechecks(approved('ani', count), people, { seed: 9, closing: true, drawn }))
      drawn.add(rowId);
  expect(drawn.size).toBe(5);
});

test('the same seed draws the same rows in whatever order they come; another seed others', () => {
  const rows = [...approved('ani', 200), ...approved('budi', 200)];
  const byId = (drawn: { rowId: string }[]) => drawn.map(({ rowId }) => rowId).sort();
  const draw = (from: ApprovedRow[], seed: number) => byId(chooseRechecks(from, people, { seed }));
  expect(draw([...rows].reverse(), 3)).toEqual(draw(rows, 3));
  expect(draw(rows, 4)).not.toEqual(draw(rows, 3));
});

test('somebody else goes where there is anybody; the enumerator never goes themselves', () => {
  const drawn = chooseRechecks(approved('ani', 2_000), people, { seed: 1 });
  const by = Map.groupBy(drawn, (recheck) => recheck.by);
  expect([...by.keys()].sort()).toEqual(['budi', 'citra']);
  expect(Math.min(...[...by.values()].map((some) => some.length))).toBeGreaterThan(30);
  expect(chooseRechecks(approved('ani', 20), ['ani'], { seed: 1 }).map(({ by }) => by)).toEqual([null]);
});

test('each row of a twenty is drawn as often as any other', () => {
  const drawn = new Map<string, number>();
  for (let seed = 0; seed < 4_000; seed++)
    for (const { rowId } of chooseRechecks(approved('ani', 20), people, { seed }))
      drawn.set(rowId, (drawn.get(rowId) ?? 0) + 1);
  // 200 expected; five standard deviations to each side.
  expect(drawn.size).toBe(20);
  expect(Math.min(...drawn.values())).toBeGreaterThan(200 - 5 * 14);
  expect(Math.max(...drawn.values())).toBeLessThan(200 + 5 * 14);
});
