import { expect, test } from 'vitest';
import { isId, makeIdSource, newId, parseId } from './id.ts';

// The example of RFC 9562, appendix A.6: 2022-02-22 14:22:22 UTC-05:00.
const exampleMs = 0x017f22e279b0;

function bytes(fill: number): (length: number) => Uint8Array {
  return (length) => new Uint8Array(length).fill(fill);
}

test('an id carries its moment, version 7 and the RFC variant', () => {
  expect(makeIdSource(() => exampleMs, bytes(0xff))()).toBe('017f22e2-79b0-77ff-bfff-ffffffffffff');
  expect(makeIdSource(() => exampleMs, bytes(0))()).toBe('017f22e2-79b0-7000-8000-000000000000');
});

test('rows made within one millisecond keep their order, also past the sequence of 4,096', () => {
  const next = makeIdSource(() => exampleMs, bytes(0xff));
  const ids = Array.from({ length: 5000 }, next);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(5000);
  expect(ids.every(isId)).toBe(true);
});

test('a phone whose clock is set back still makes increasing ids', () => {
  const times = [exampleMs, exampleMs - 60_000, exampleMs - 120_000];
  const next = makeIdSource(() => times.shift()!, bytes(7));
  const ids = [next(), next(), next()];
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(3);
});

test('the default source makes ids of its own', () => {
  expect(isId(newId())).toBe(true);
  expect(newId()).not.toBe(newId());
});

test.each([
  ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', { ok: true, value: '017f22e2-79b0-7cc3-98c4-dc0c0c07398f' }],
  ['', { ok: false, refusal: 'blank' }],
  ['919108f7-52d1-4320-9bac-f847db4148a8', { ok: false, refusal: 'id_format' }],
  ['017f22e2-79b0-7cc3-18c4-dc0c0c07398f', { ok: false, refusal: 'id_format' }],
  ['017f22e279b07cc398c4dc0c0c07398f', { ok: false, refusal: 'id_format' }],
])('reading %j gives %j', (text, outcome) => {
  expect(parseId(text)).toEqual(outcome);
});
