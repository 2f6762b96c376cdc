import { expect, test } from 'vitest';
import { appearanceCookie, readAppearance } from './read-appearance.ts';

const requestWith = (cookie?: string) =>
  new Request('http://localhost/', { headers: cookie ? { cookie } : {} });

test('pages are light until someone chooses dark', () => {
  expect(readAppearance(requestWith())).toBe('light');
  expect(readAppearance(requestWith('bahasa=en; tampilan=purple'))).toBe('light');
});

test('the choice is read back from the cookie it was written to', () => {
  const cookie = appearanceCookie('dark').split(';')[0];
  expect(readAppearance(requestWith(`bahasa=en; ${cookie}`))).toBe('dark');
});
