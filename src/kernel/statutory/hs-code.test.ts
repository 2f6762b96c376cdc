import { expect, test } from 'vitest';
import { formatHsCode, hsContains, hsLevel, parseHsCode } from './hs-code.ts';

test.each([
  ['5208.52', '520852', '5208.52', 'subheading'],
  ['6214', '6214', '6214', 'heading'],
  ['5007.90.30', '50079030', '5007.90.30', 'tariff'],
  ['HS 0305.54', '030554', '0305.54', 'subheading'],
  ['4602 11', '460211', '4602.11', 'subheading'],
  ["'03055900", '03055900', '0305.59.00', 'tariff'],
])('%j is %s, written %s, a %s', (text, code, written, level) => {
  expect(parseHsCode(text)).toEqual({ ok: true, value: code });
  expect(formatHsCode(code)).toBe(written);
  expect(hsLevel(code)).toBe(level);
});

test.each([
  ['', 'blank'],
  ['50', 'hs_format'],
  ['50079', 'hs_format'],
  ['500790301', 'hs_format'],
  ['0012.34', 'hs_format'],
  ['7701', 'hs_format'],
  ['50.07', 'hs_format'],
  ['batik', 'hs_format'],
])('%j is refused: %s', (text, reason) => {
  expect(parseHsCode(text)).toEqual({ ok: false, refusal: reason });
});

test('silk printed by batik process falls under woven silk', () => {
  expect(hsContains('500790', '50079030')).toBe(true);
  expect(hsContains('520852', '50079030')).toBe(false);
});
