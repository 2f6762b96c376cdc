import { expect, test } from 'vitest';
import { expectedKbliVersion, kbliContains, kbliLevel, parentKbli, parseKbli } from './kbli.ts';

test.each([
  ['13134', '13134', 'subclass', '1313'],
  ['1313', '1313', 'class', '131'],
  ['131', '131', 'group', '13'],
  ['13', '13', 'division', null],
  ['C', 'C', 'section', null],
  ['c', 'C', 'section', null],
  ['C13134', '13134', 'subclass', '1313'],
  ['C.13134', '13134', 'subclass', '1313'],
  ['KBLI 13134 - Industri Batik', '13134', 'subclass', '1313'],
  ['KBLI: 01111', '01111', 'subclass', '0111'],
  ['13134.0', '13134', 'subclass', '1313'],
  ["'01111", '01111', 'subclass', '0111'],
  ['C - Industri Pengolahan', 'C', 'section', null],
])('%j is %s, a %s below %s', (text, code, level, parent) => {
  const kbli = { version: '2020', code } as const;
  expect(parseKbli(text, '2020')).toEqual({ ok: true, value: kbli });
  expect(kbliLevel(kbli)).toBe(level);
  expect(parentKbli(kbli)).toEqual(parent === null ? null : { version: '2020', code: parent });
});

test.each([
  ['', 'blank'],
  ['-', 'blank'],
  ['1', 'kbli_format'],
  ['131345', 'kbli_format'],
  ['batik', 'kbli_format'],
  ['Z', 'kbli_format'],
  ['13134/13133', 'kbli_format'],
])('%j is refused: %s', (text, reason) => {
  expect(parseKbli(text, '2025')).toEqual({ ok: false, refusal: reason });
});

test('a code falls under another only within one edition', () => {
  const weaving = { version: '2020', code: '131' } as const;
  expect(kbliContains(weaving, { version: '2020', code: '13134' })).toBe(true);
  expect(kbliContains(weaving, { version: '2025', code: '13134' })).toBe(false);
  expect(kbliContains(weaving, { version: '2020', code: '14111' })).toBe(false);
});

test('lists are expected in KBLI 2025 from the day users had to align (BPS 7/2025)', () => {
  expect(expectedKbliVersion('2026-06-17')).toBe('2020');
  expect(expectedKbliVersion('2026-06-18')).toBe('2025');
});
