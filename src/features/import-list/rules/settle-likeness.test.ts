import { expect, test } from 'vitest';
import type { DecidedRow } from './decide-rows.ts';
import { type LikelyPair, settleLikeness } from './settle-likeness.ts';

const fresh = (rowNumber: number, more: Partial<DecidedRow> = {}): DecidedRow => ({
  rowNumber,
  kind: 'new',
  matchedBy: null,
  repeatsRow: null,
  enterpriseId: `e${rowNumber}`,
  ownerId: `o${rowNumber}`,
  makesOwner: true,
  ...more,
});
const likely = (one: string, other: string, more: Partial<LikelyPair> = {}): LikelyPair => ({
  one,
  other,
  weight: 12,
  probability: 0.9999,
  suggests: 'same',
  steps: [],
  conflict: null,
  villageCode: null,
  ...more,
});
const joins = { leastProbability: 0.999, joins: true };
const ownerOf = new Map([
  ['R', 'P'],
  ['S', 'Q'],
]);

test('until the office lets the machine join, a row that looks like a record comes in as new and its pair waits', () => {
  const rows = [fresh(1), fresh(2)];
  const settled = settleLikeness(rows, [likely('R', 'e1')], ownerOf, { ...joins, joins: false });
  expect(settled.decided).toEqual(rows);
  expect(settled.pairs).toMatchObject([{ one: 'R', other: 'e1' }]);
  expect(settled.alike).toEqual({ register: 1, registerSure: 1, list: 0, listSure: 0, owner: 0, joined: 0 });
});

test('a row that surely is an enterprise of the register is taken for it; a second such row repeats the first', () => {
  const { decided, pairs, alike } = settleLikeness(
    [fresh(1), fresh(2), fresh(3)],
    [likely('R', 'e1'), likely('R', 'e2'), likely('e1', 'e2')],
    ownerOf,
    joins,
  );
  expect(decided).toMatchObject([
    { kind: 'matched', matchedBy: 'likeness', enterpriseId: 'R', ownerId: 'P', makesOwner: false },
    { kind: 'repeated', repeatsRow: 1, enterpriseId: null },
    { kind: 'new', enterpriseId: 'e3', makesOwner: true },
  ]);
  expect(pairs).toEqual([]);
  expect(alike).toMatchObject({ register: 2, registerSure: 2, joined: 2 });
});

test('a record that a row with its numbers already stands for is not filled a second time', () => {
  const exact = fresh(1, {
    kind: 'matched',
    matchedBy: 'nik',
    enterpriseId: 'R',
    ownerId: 'P',
    makesOwner: false,
  });
  const { decided } = settleLikeness([exact, fresh(2)], [likely('R', 'e2')], ownerOf, joins);
  expect(decided).toMatchObject([exact, { kind: 'repeated', repeatsRow: 1 }]);
});

test('what is doubtful, or speaks against itself, is never joined', () => {
  const pairs = [
    likely('R', 'e1', { probability: 0.9 }),
    likely('S', 'e2', { conflict: 'same_nik_other_name' }),
  ];
  const settled = settleLikeness([fresh(1), fresh(2)], pairs, ownerOf, joins);
  expect(settled.decided.map(({ kind }) => kind)).toEqual(['new', 'new']);
  expect(settled.pairs).toHaveLength(2);
  expect(settled.alike).toMatchObject({ register: 2, registerSure: 0, joined: 0 });
});

test('two records of the register are not joined because a row looks like both: the weightier is meant, the other waits for nobody here', () => {
  const { decided, pairs } = settleLikeness(
    [fresh(1)],
    [likely('R', 'e1', { weight: 11 }), likely('S', 'e1', { weight: 14 })],
    ownerOf,
    joins,
  );
  expect(decided).toMatchObject([{ kind: 'matched', enterpriseId: 'S', ownerId: 'Q' }]);
  expect(pairs).toEqual([]);
});

test('a second business of a known owner gets that owner, and all rows of the one who was to be made follow', () => {
  const { decided, pairs } = settleLikeness(
    [fresh(1), fresh(2, { ownerId: 'o1', makesOwner: false })],
    [likely('R', 'e1', { suggests: 'same_owner' })],
    ownerOf,
    joins,
  );
  expect(decided).toMatchObject([
    { kind: 'new', ownerId: 'P', makesOwner: false },
    { kind: 'new', ownerId: 'P', makesOwner: false },
  ]);
  expect(pairs).toEqual([]);
});

test('rows whose owner looks like one on record are told apart from those whose business does', () => {
  const pairs = [
    likely('R', 'e1', { suggests: 'same_owner' }),
    likely('S', 'e2', { suggests: 'same_owner' }),
    likely('R', 'e2'),
  ];
  const { alike } = settleLikeness([fresh(1), fresh(2)], pairs, ownerOf, { ...joins, joins: false });
  expect(alike).toMatchObject({ register: 1, owner: 1 });
});

test('when the row that was to make an owner is joined with another, the next row of that owner makes them', () => {
  const without = new Map([['R', null]]);
  const { decided } = settleLikeness(
    [
      fresh(1),
      fresh(2, { ownerId: 'o1', makesOwner: false }),
      fresh(3, { ownerId: 'o1', makesOwner: false }),
    ],
    [likely('R', 'e1')],
    without,
    joins,
  );
  expect(decided).toMatchObject([
    { kind: 'matched', ownerId: null },
    { kind: 'new', ownerId: 'o1', makesOwner: true },
    { kind: 'new', ownerId: 'o1', makesOwner: false },
  ]);
});

test('rows that surely are one come in once, under the owner of the first', () => {
  const { decided, alike } = settleLikeness(
    [fresh(1), fresh(2), fresh(3, { ownerId: 'o2', makesOwner: false })],
    [likely('e2', 'e1')],
    new Map(),
    joins,
  );
  expect(decided).toMatchObject([
    { kind: 'new', enterpriseId: 'e1', ownerId: 'o1', makesOwner: true },
    { kind: 'repeated', repeatsRow: 1 },
    { kind: 'new', ownerId: 'o1', makesOwner: false },
  ]);
  expect(alike).toEqual({ register: 0, registerSure: 0, list: 2, listSure: 2, owner: 0, joined: 1 });
});

test('rows that look like each other and like a record are not joined over a pair that speaks against itself: it waits', () => {
  const against = likely('R', 'e1', { conflict: 'same_nik_other_name', weight: 9 });
  const rows = [fresh(1), fresh(2)];
  for (const [ofRows, ofRecord] of [
    [14, 12],
    [12, 14],
  ]) {
    const pairs = [
      against,
      likely('e1', 'e2', { weight: ofRows! }),
      likely('R', 'e2', { weight: ofRecord! }),
    ];
    const settled = settleLikeness(rows, pairs, ownerOf, joins);
    expect(settled.decided[0]).toMatchObject({ kind: 'new', enterpriseId: 'e1', ownerId: 'o1' });
    expect(settled.pairs).toEqual([{ ...against, one: 'R', other: 'e1' }]);
    expect(settled.alike.joined).toBe(1);
  }
});

test('nor are their owners made one through a third', () => {
  const pairs = [
    likely('R', 'e1', { conflict: 'same_nik_other_name' }),
    likely('e1', 'e2', { suggests: 'same_owner', weight: 14 }),
    likely('R', 'e2', { suggests: 'same_owner' }),
  ];
  const { decided } = settleLikeness([fresh(1), fresh(2)], pairs, ownerOf, joins);
  expect(decided).toMatchObject([
    { kind: 'new', ownerId: 'o1' },
    { kind: 'new', ownerId: 'o1' },
  ]);
});
