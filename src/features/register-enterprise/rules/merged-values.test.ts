import { expect, test } from 'vitest';
import { enterpriseUnits, ownersContradict } from './merge-units.ts';
import { type Own, type Redirect, shownValues, type Values, written } from './merged-values.ts';

const blank = { sector: 'other', nibAnswer: 'unknown', nib: null, standing: 'listed', operation: 'unknown' };
const own = (values: Values): Own => ({ values: { ...blank, ...values }, written: {} });
const led = (mergedId: string, survivorId: string, seq: number, takesOwner = false): Redirect => ({
  mergeId: `${mergedId}>${survivorId}`,
  mergedId,
  survivorId,
  seq,
  takesOwner,
});
const shown = (records: Record<string, Own>, redirects: Redirect[], root: string) =>
  shownValues(root, new Map(Object.entries(records)), redirects, enterpriseUnits).values;

test('the survivor keeps what it says and is filled where it says nothing', () => {
  const records = {
    a: own({ name: 'Batik Ayu', brand: null }),
    b: own({ name: 'Ayu Batik', brand: 'Ayu', sector: 'batik' }),
  };
  expect(shown(records, [led('b', 'a', 1)], 'a')).toMatchObject({
    name: 'Batik Ayu',
    brand: 'Ayu',
    sector: 'batik',
  });
});

test('a number on record is worth more than the answer why there is none', () => {
  const records = {
    a: own({ nibAnswer: 'not_shown' }),
    b: own({ nibAnswer: 'known', nib: '1234567890123' }),
  };
  expect(shown(records, [led('b', 'a', 1)], 'a')).toMatchObject({ nibAnswer: 'known', nib: '1234567890123' });
});

test('an address is filled only from one that does not say otherwise', () => {
  const village = '33.75.04.1004';
  const b = own({ villageCode: village, rt: '3', address: 'Jalan Jlamprang 5' });
  const same = { a: own({ villageCode: village, rt: null, address: null }), b };
  expect(shown(same, [led('b', 'a', 1)], 'a')).toMatchObject({ rt: '3', address: 'Jalan Jlamprang 5' });
  const other = { a: own({ villageCode: '33.75.01.1001', rt: null, address: null }), b };
  expect(shown(other, [led('b', 'a', 1)], 'a')).toMatchObject({ rt: null, address: null });
});

test('what was written last since the merge is shown, to whichever record it was addressed', () => {
  const a = written(own({ brand: 'Lama' }), { brand: 'Dari A' }, enterpriseUnits, 2);
  const b = written(own({ brand: 'B' }), { brand: 'Dari B' }, enterpriseUnits, 3);
  expect(shown({ a, b }, [led('b', 'a', 1)], 'a').brand).toBe('Dari B');
  expect(shown({ a, b }, [], 'a').brand).toBe('Dari A');
});

test('what was written before a merge is not newer than what the survivor says', () => {
  const b = written(own({ brand: 'B' }), { brand: 'Dari B' }, enterpriseUnits, 2);
  const records = { a: own({ brand: 'A' }), b, c: own({ brand: 'C' }) };
  expect(shown(records, [led('c', 'b', 1), led('b', 'a', 3)], 'a').brand).toBe('A');
});

test('what somebody took away is not filled again by the record from before', () => {
  const a = written(own({ brand: 'A' }), { brand: null }, enterpriseUnits, 2);
  const records = { a, b: own({ brand: 'B' }), c: own({ brand: 'C' }) };
  expect(shown(records, [led('b', 'a', 1)], 'a').brand).toBeNull();
  expect(shown(records, [led('b', 'a', 1), led('c', 'a', 3)], 'a').brand).toBe('C');
});

test('where the family continues, the business has the new owner', () => {
  const records = { a: own({ ownerId: 'father' }), b: own({ ownerId: 'daughter' }) };
  expect(shown(records, [led('b', 'a', 1, true)], 'a').ownerId).toBe('daughter');
  expect(shown(records, [led('b', 'a', 1)], 'a').ownerId).toBe('father');
});

test('two people contradict each other by NIK, sex or birth date, not by what one of them does not say', () => {
  const siti = { nikIndex: 'x', sex: 'female', birthDate: '1985-07-05' };
  expect(ownersContradict(siti, { nikIndex: null, sex: null, birthDate: null })).toBe(false);
  expect(ownersContradict(siti, siti)).toBe(false);
  expect(ownersContradict(siti, { ...siti, nikIndex: 'y' })).toBe(true);
  expect(ownersContradict(siti, { ...siti, birthDate: '1985-07-06' })).toBe(true);
});
