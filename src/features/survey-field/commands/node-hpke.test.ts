import * as hpke from 'hpke';
import { expect, test } from 'vitest';
import { openingSuite, recipientOf } from './node-hpke.server.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

test('the vector of RFC 9180 appendix A.3.1 opens', async () => {
  const recipient = recipientOf(hex('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2'));
  const enc = hex(
    '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  );
  const sealed = hex(
    '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
  );
  const options = { info: hex('4f6465206f6e2061204772656369616e2055726e'), aad: hex('436f756e742d30') };
  const opened = await openingSuite.Open(recipient, enc, sealed, options);
  expect(Buffer.from(opened).toString()).toBe('Beauty is truth, truth beauty');
});

test('what the library seals on WebCrypto opens here, and nothing else does', async () => {
  const phones = new hpke.CipherSuite(
    hpke.KEM_DHKEM_P256_HKDF_SHA256,
    hpke.KDF_HKDF_SHA256,
    hpke.AEAD_AES_128_GCM,
  );
  const pair = await phones.GenerateKeyPair(true);
  const recipient = recipientOf(await phones.SerializePrivateKey(pair.privateKey));
  const options = { info: hpke.encode('a'), aad: hpke.encode('id') };
  for (const size of [0, 1, 100_000]) {
    const plain = new Uint8Array(size).fill(7);
    const { encapsulatedSecret: enc, ciphertext } = await phones.Seal(pair.publicKey, plain, options);
    expect(Buffer.from(await openingSuite.Open(recipient, enc, ciphertext, options)).equals(plain)).toBe(
      true,
    );
    const changed = ciphertext.slice();
    changed[changed.length - 1]! ^= 1;
    await expect(openingSuite.Open(recipient, enc, changed, options)).rejects.toThrow();
    await expect(
      openingSuite.Open(recipient, enc, ciphertext, { ...options, aad: hpke.encode('other') }),
    ).rejects.toThrow();
  }
});
