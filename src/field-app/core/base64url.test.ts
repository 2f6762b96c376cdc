import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, sha256Hex, toBase64url } from './base64url.ts';

test('bytes come back as they went, and read as the runtime itself writes them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

test('a whole photo goes through', () => {
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const photo = new Uint8Array(300_001).map((_, at) => bytes[at % bytes.length]!);
  expect(fromBase64url(toBase64url(photo))).toEqual(photo);
});

test('text that is not base64url is refused', () => {
  expect(fromBase64url('a+b/')).toBeNull();
  expect(fromBase64url('abcde')).toBeNull();
});

test('SHA-256 in hex', async () => {
  expect(await sha256Hex(new TextEncoder().encode('abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});
