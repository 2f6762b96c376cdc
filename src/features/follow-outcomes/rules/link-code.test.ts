import { expect, test } from 'vitest';
import { readCode, writeCode } from './link-code.ts';

test('a code is sixteen letters that are not mixed up, and is read back however it was typed', () => {
  const code = writeCode(Uint8Array.from({ length: 16 }, (_, at) => at * 17));
  expect(code).toMatch(/^([a-ikmnp-z2-9]{4}-){3}[a-ikmnp-z2-9]{4}$/);
  expect(readCode(code)).toBe(code);
  expect(readCode(` ${code.toUpperCase().replaceAll('-', ' ')}.`)).toBe(code);
});

test('what is too short, too long or nothing is no code', () => {
  expect(['', 'kh7m', 'a'.repeat(17), '../../etc'].map(readCode)).toEqual(['', '', '', '']);
});
