import { expect, test } from 'vitest';
import { findTransform, transformNames } from './transforms.ts';

const changes: [name: string, value: string, result: string | null][] = [
  ['lower', 'SiTi', 'siti'],
  ['letters', 'rt 02 / rw é', 'rtrwé'],
  ['digits', '0812-345 678', '0812345678'],
  ['compact', "d'afni 7-a", 'dafni7a'],
  ['soundex', 'robert', 'R163'],
  ['consonants', 'siti aminah', 'stmnh'],
  ['sorted', 'nur hidayat al', 'al hidayat nur'],
  ['shortest', 'siti nur aini', 'nur'],
  ['longest', 'nur hidayat aini', 'hidayat'],
  ['initials', 'siti nur aini', 'sna'],
  ['date', '24/06/1971', '1971-06-24'],
  ['year', '1971-06-24', '1971'],
  ['month', '1971-06-24', '06'],
  ['day', '1971-06-24', '24'],
  ['month-day', '1971-06-24', '06-24'],
  ['year-month', '1971-06-24', '1971-06'],
  ['before-at', 'ani@contoh.id', 'ani'],
  ['first:3', 'wastinah', 'was'],
  ['last:4', '3375014503870001', '0001'],
  ['word:2', 'siti nur aini', 'nur'],
];

test.each(changes)('%s makes "%s" into "%s"', (name, value, result) => {
  expect(findTransform(name)?.(value)).toBe(result);
});

test('every change that settings may name is tried here', () => {
  const tried = changes.map(([name]) => name.replace(/\d+$/, 'n'));
  expect([...transformNames].sort()).toEqual(tried.sort());
});

test.each([
  ['year', '1971-02-30'],
  ['date', 'kemarin'],
  ['first:3', 'ab'],
  ['last:4', '001'],
  ['word:3', 'siti nur'],
  ['soundex', '7 samurai'],
])('%s makes "%s" into nothing', (name, value) => {
  expect(findTransform(name)?.(value)).toBeNull();
});

test.each([
  ['robert', 'R163'],
  ['rupert', 'R163'],
  ['ashcraft', 'A261'],
  ['tymczak', 'T522'],
  ['pfister', 'P236'],
  ['lee anna', 'L000'],
])('Soundex of %s is %s', (value, code) => {
  expect(findTransform('soundex')?.(value)).toBe(code);
});

test.each(['upside', 'first', 'first:0', 'first:x', 'toString'])('%s is no change', (name) => {
  expect(findTransform(name)).toBeUndefined();
});

test('a program’s own change goes before one of the same name', () => {
  const own = { year: () => 'own', mine: (value: string) => `${value}!` };
  expect(findTransform('year', own)?.('1971-06-24')).toBe('own');
  expect(findTransform('mine', own)?.('a')).toBe('a!');
});
