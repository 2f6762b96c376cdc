import { expect, test } from 'vitest';
import { linkCode, linkState, linkValidTo, officeOfLinkCode } from './trainer-link.ts';

test('a link holds for seven days after the last one, unless it is revoked', () => {
  const validTo = linkValidTo('2026-05-08');
  expect(validTo).toBe('2026-05-15');
  expect(linkState({ validTo, revokedAt: null }, '2026-05-15')).toBe('valid');
  expect(linkState({ validTo, revokedAt: null }, '2026-05-16')).toBe('expired');
  expect(linkState({ validTo, revokedAt: new Date(0) }, '2026-05-09')).toBe('revoked');
});

test('the code says which office gave it out', () => {
  const code = linkCode('33.75', 'kh7m2-qpx9d-nc4rt-wzv8k');
  expect(officeOfLinkCode(code)).toBe('33.75');
  for (const other of ['', '33.75', '33.75.kh7m2', `${code}-more`, code.toUpperCase(), "33.75';--"])
    expect(officeOfLinkCode(other)).toBeNull();
});
