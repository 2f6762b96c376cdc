import { expect, test } from 'vitest';
import { readPattern } from './pattern.ts';

// The engine of the language says the same of every pattern that both can read.
const patterns = [
  '[0-9]{3}',
  'a|b',
  '^08[0-9]{8,11}$',
  '(0|62|\\+62)8\\d{7,11}',
  '[A-Za-z ]+',
  '[^@]+@[^@]+\\.[a-z]{2,}',
  '(ab)*c?',
  'a{0,2}b',
  '(?:a|b|)+',
  '.*',
  '\\w+\\s\\w+',
  '[\\]\\-x]+',
  '(a*)*b',
  'x{2}',
  'a+?',
  '',
  '($|a)+',
  '-?\\d+(\\.\\d+)?',
  '\\d{2}/\\d{2}',
];
const texts = [
  '',
  '123',
  '1234',
  'a',
  'ab',
  'abc',
  'ababc',
  '0812345678',
  '628123456789',
  'siti@contoh.id',
  'Siti Aminah',
  'aab',
  'aaab',
  'b',
  'x-]',
  'xx',
  'aaa',
  '-1.5',
  '12/05',
  'a\nb',
  'é',
  'aab ',
];

test.each(patterns)('the pattern %s fits the very texts that it fits elsewhere', (pattern) => {
  const whole = new RegExp(`^(?:${pattern})$`);
  const read = readPattern(pattern);
  expect(texts.filter(read)).toEqual(texts.filter((text) => whole.test(text)));
});

test.each([
  '(',
  ')',
  'a**',
  '(?=a)',
  '(?<!a)b',
  '(a)\\1',
  '\\bword',
  '\\p{L}+',
  '[a',
  'a{2,1}',
  '(a{1000}){1000}',
  `${'('.repeat(60)}a`,
])('the pattern %s is refused when the form is read', (pattern) => {
  expect(() => readPattern(pattern)).toThrow(SyntaxError);
});

test('a pattern made to keep a server busy is answered all the same', () => {
  const text = `${'a'.repeat(5_000)}!`;
  for (const pattern of ['(a+)+', '(a|a)*', '(a*)*b', '.*.*.*.*=', '(.*a){20}'])
    expect(readPattern(pattern)(text)).toBe(false);
});
