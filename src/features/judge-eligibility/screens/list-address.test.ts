import { expect, it } from 'vitest';
import { listAddress, listAsked } from './list-address.ts';

const read = (address: string) => listAsked(new URL(address, 'http://x').searchParams);

it('a number on the page leads to the list behind it', () => {
  const nothing = { standing: null, step: null, line: null, after: null };
  expect(read(listAddress('p', { standing: 1, step: 3 }))).toEqual({ ...nothing, standing: 1, step: 3 });
  expect(read(listAddress('p', { line: { at: 2, code: 0 } }))).toEqual({
    ...nothing,
    line: { at: 2, code: 0 },
  });
});

it('an address that makes no sense asks for everybody', () => {
  const odd = '/?keadaan=x&langkah=-1&syarat=1e3&jawaban=toString&setelah=zzz';
  expect(read(odd)).toEqual({ standing: null, step: null, line: null, after: null });
});
