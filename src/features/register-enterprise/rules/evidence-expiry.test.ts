import { expect, test } from 'vitest';
import { evidenceExpiry } from './evidence-expiry.ts';

test.each([
  [null, 'none'],
  ['2026-03-13', 'expired'],
  ['2026-03-14', 'soon'],
  ['2026-06-12', 'soon'],
  ['2026-06-13', 'valid'],
])('a permit that ends on %s is, on 14 March 2026: %s', (expiresOn, expected) => {
  expect(evidenceExpiry(expiresOn, '2026-03-14')).toBe(expected);
});
