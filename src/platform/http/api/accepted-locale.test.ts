import { expect, test } from 'vitest';
import { acceptedLocale } from './accepted-locale.ts';

test.each([
  [undefined, 'id'],
  ['', 'id'],
  ['*', 'id'],
  ['fr-FR, de', 'id'],
  ['en', 'en'],
  ['en-US,en;q=0.9,id;q=0.8', 'en'],
  ['id-ID,id;q=0.9,en;q=0.8', 'id'],
  ['en;q=0.3, in;q=0.7', 'id'],
  ['en;q=abc', 'id'],
])('Accept-Language %j is answered in %s', (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});
