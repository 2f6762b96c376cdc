import { expect, test } from 'vitest';
import { parseBpom } from './bpom.ts';

test.each([
  ['MD123456789012', { ok: true, value: 'MD123456789012' }],
  ['BPOM RI MD 123456789012', { ok: true, value: 'MD123456789012' }],
  ['md 123456789012345', { ok: true, value: 'MD123456789012345' }],
  ['MD12345678901', { ok: false, refusal: 'bpom_format' }],
  ['MD1234567890123456', { ok: false, refusal: 'bpom_format' }],
  ['ML123456789012', { ok: false, refusal: 'bpom_format' }],
  ['123456789012', { ok: false, refusal: 'bpom_format' }],
  ['', { ok: false, refusal: 'blank' }],
])('the BPOM number %j is read as %j', (text, outcome) => {
  expect(parseBpom(text)).toEqual(outcome);
});
