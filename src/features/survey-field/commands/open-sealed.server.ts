import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { sealInfo } from '../rules/wire.ts';

/** RFC 9180 base mode, as wire.ts has it. */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});
/** Of an uncompressed point on P-256. */
const POINT = 65;
const text = new TextEncoder();
const info = text.encode(sealInfo);

/** Both halves: the library derives what binds the ciphertext to the public one. */
export type OpeningKey = CryptoKeyPair;

/** A pair as it is stored: the raw point, and the private scalar. */
export type KeyBytes = { publicKey: Buffer; privateKey: Buffer };

export async function makeKeyBytes(): Promise<KeyBytes> {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

export async function importKey({ publicKey, privateKey }: KeyBytes): Promise<OpeningKey> {
  return {
    publicKey: await suite.kem.deserializePublicKey(exactly(publicKey)),
    privateKey: await suite.kem.deserializePrivateKey(exactly(privateKey)),
  };
}

/** The library reads whole buffers, and Node's small ones are parts of a larger one. */
const exactly = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;

/**
 * Opens what was sealed to this key under this id. Null when it was sealed to another one, for another id, or a byte
 * was changed: which of them it was cannot be told.
 */
export async function openSealed(key: OpeningKey, id: string, sealed: Buffer): Promise<Buffer | null> {
  if (sealed.length <= POINT) return null;
  try {
    const enc = exactly(sealed.subarray(0, POINT));
    const opened = await suite.open(
      { recipientKey: key, enc, info },
      exactly(sealed.subarray(POINT)),
      text.encode(id),
    );
    return Buffer.from(opened);
  } catch {
    return null;
  }
}
