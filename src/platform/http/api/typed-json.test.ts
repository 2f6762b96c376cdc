import { expect, test } from 'vitest';
import { leavesAsText, mergePatch, withoutNulls } from './typed-json.ts';

test('whole numbers and booleans are read as if typed; a fraction is never mistaken for thousands', () => {
  expect(leavesAsText({ amount: 1500000, deceased: true, capacity: 1.234, tags: [1, 'a', null] })).toEqual({
    amount: '1500000',
    deceased: 'true',
    capacity: 1.234,
    tags: ['1', 'a', null],
  });
});

test('what is not known is left out of an answer', () => {
  expect(
    withoutNulls({ a: null, b: { c: undefined, d: 0, e: '' }, f: [null, { g: null }], h: new Date(0) }),
  ).toEqual({
    b: { d: 0, e: '' },
    f: [{}],
    h: '1970-01-01T00:00:00.000Z',
  });
});

test('a patch changes what it names, and null takes a field away', () => {
  const record = { name: 'Batik', brand: 'Jlamprang', nib: { answer: 'known', value: '1' } };
  expect(mergePatch(record, { brand: null, nib: { answer: 'none_yet' } })).toEqual({
    name: 'Batik',
    nib: { answer: 'none_yet' },
  });
  expect(mergePatch(record, 'x')).toEqual(record);
});
