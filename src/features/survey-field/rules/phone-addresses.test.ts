import { expect, test } from 'vitest';
import { phoneAddresses } from './phone-addresses.ts';

const verdicts = (given: Partial<Parameters<typeof phoneAddresses>[0]>) =>
  phoneAddresses({
    configured: undefined,
    requested: 'http://localhost:3000',
    network: [],
    port: 3000,
    ...given,
  }).map(({ url, verdict }) => [url, verdict]);

test('an own domain over HTTPS serves phones', () => {
  expect(
    verdicts({ configured: 'https://umkm.example.go.id/', requested: 'https://umkm.example.go.id' }),
  ).toEqual([['https://umkm.example.go.id', 'good']]);
});

test('the office’s Wi-Fi without a certificate does not: no camera, no work without a signal', () => {
  expect(verdicts({ network: ['192.168.1.7'] })).toEqual([
    ['http://localhost:3000', 'only_this_machine'],
    ['http://192.168.1.7:3000', 'not_https'],
  ]);
});

test.each(['https://192.168.1.7:3000', 'https://server-dinas', 'https://dinas.local'])(
  'of %s nobody can say whether phones believe its certificate',
  (requested) => {
    expect(verdicts({ requested })[0]?.[1]).toBe('certificate_unsure');
  },
);
