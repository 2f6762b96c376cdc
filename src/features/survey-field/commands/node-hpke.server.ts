import { createDecipheriv, createECDH, createHmac, createSecretKey, type ECDH } from 'node:crypto';
import * as hpke from 'hpke';

/**
 * The suite of wire.ts for opening, with the primitives of node:crypto under the library's protocol. WebCrypto hands each of
 * the twenty small steps of an envelope to another thread and waits for it; here they cost a third.
 */

/** A key pair on P-256 as `recipientOf` makes it of raw bytes. */
export type Recipient = hpke.Key & { readonly ecdh: ECDH; readonly point: Uint8Array };

const notForOpening = async (): Promise<never> => {
  throw new Error('this suite only opens');
};

// Keys are handed over as key objects: Node takes ten times as long over a bare buffer.

/** HKDF-SHA256 (RFC 5869). */
const kdf = (): hpke.KDF => ({
  id: 0x0001,
  type: 'KDF',
  name: 'HKDF-SHA256',
  Nh: 32,
  stages: 2,
  Extract: async (salt, ikm) => createHmac('sha256', createSecretKey(salt)).update(ikm).digest(),
  Expand: async (prk, info, length) => {
    const key = createSecretKey(prk);
    const blocks: Buffer[] = [];
    for (let turn = 1; blocks.length * 32 < length; turn++)
      blocks.push(
        createHmac('sha256', key)
          .update(blocks.at(-1) ?? '')
          .update(info)
          .update(Uint8Array.of(turn))
          .digest(),
      );
    return new Uint8Array(Buffer.concat(blocks, length));
  },
  Derive: notForOpening,
});

const TAG = 16;
const aead = (): hpke.AEAD => ({
  id: 0x0001,
  type: 'AEAD',
  name: 'AES-128-GCM',
  Nk: 16,
  Nn: 12,
  Nt: TAG,
  Seal: notForOpening,
  Open: async (key, nonce, aad, sealed) => {
    const opening = createDecipheriv('aes-128-gcm', createSecretKey(key), nonce, { authTagLength: TAG });
    opening.setAAD(aad);
    opening.setAuthTag(sealed.subarray(-TAG));
    return Buffer.concat([opening.update(sealed.subarray(0, -TAG)), opening.final()]);
  },
});

const kemId = hpke.concat(hpke.encode('KEM'), hpke.I2OSP(0x0010, 2));

/** DHKEM(P-256, HKDF-SHA256), RFC 9180 §4.1. */
const kem = (): hpke.KEM<Recipient> => ({
  id: 0x0010,
  type: 'KEM',
  name: 'DHKEM(P-256, HKDF-SHA256)',
  Nsecret: 32,
  Nenc: 65,
  Npk: 65,
  Nsk: 32,
  Decap: async (enc, { ecdh, point }) => {
    const shared = ecdh.computeSecret(enc);
    const prk = await hpke.LabeledExtract(kdf(), kemId, new Uint8Array(), hpke.encode('eae_prk'), shared);
    const context = hpke.concat(enc, point);
    return hpke.LabeledExpand(kdf(), kemId, prk, hpke.encode('shared_secret'), context, 32);
  },
  DeriveKeyPair: notForOpening,
  GenerateKeyPair: notForOpening,
  SerializePublicKey: notForOpening,
  DeserializePublicKey: notForOpening,
  SerializePrivateKey: notForOpening,
  DeserializePrivateKey: notForOpening,
  Encap: notForOpening,
});

export const openingSuite = new hpke.CipherSuite<Recipient>(kem, kdf, aead);

/** Of the raw scalar; throws when it is none. */
export function recipientOf(scalar: Uint8Array): Recipient {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(scalar);
  return {
    type: 'private',
    extractable: false,
    algorithm: { name: 'ECDH' },
    ecdh,
    point: ecdh.getPublicKey(),
  };
}
