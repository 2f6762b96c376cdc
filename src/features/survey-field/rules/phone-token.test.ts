import { expect, test } from 'vitest';
import { formatPhoneToken, parsePhoneToken } from './phone-token.ts';

const token = {
  officeCode: '33.75',
  phoneId: '01970f2e-5a00-7000-8000-000000000001',
  secret: 'abcdefghijklmnopqrstuvwxyz-_0123456789ABCDE',
};

test('a phone’s token tells office, phone and secret', () => {
  expect(parsePhoneToken(formatPhoneToken(token))).toEqual(token);
});

test.each([
  '',
  'gw1.33.75',
  `gw2.33.75.${token.phoneId}.${token.secret}`,
  `gw1.3375.${token.phoneId}.${token.secret}`,
  `gw1.33.75.${token.phoneId}.short`,
  `gw1.33.75.${token.phoneId}.${token.secret}x y`,
])('%j is no token', (text) => {
  expect(parsePhoneToken(text)).toBeNull();
});
