import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Envelope, type EnvelopeContent, sealInfo } from '#features/survey-field/rules/wire.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

export type OfficeKey = { keyId: string; publicKey: string };

/** Seals bytes so that the office alone can open them; `id` binds them to their envelope or photo. */
export type Seal = (
  key: OfficeKey,
  id: string,
  plain: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array<ArrayBuffer>>;

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
});
const text = new TextEncoder();

/** HPKE base mode as wire.ts has it: the encapsulated key (65 bytes), then the ciphertext. */
export const sealToOffice: Seal = async (key, id, plain) => {
  const point = fromBase64url(key.publicKey);
  if (!point) throw new Error('the office key is not base64url');
  const recipientPublicKey = await suite.kem.deserializePublicKey(point);
  const params = { recipientPublicKey, info: text.encode(sealInfo) };
  const { enc, ct } = await suite.seal(params, plain, text.encode(id));
  const sealed = new Uint8Array(enc.byteLength + ct.byteLength);
  sealed.set(new Uint8Array(enc));
  sealed.set(new Uint8Array(ct), enc.byteLength);
  return sealed;
};

/** One submission in its envelope. Envelope and submission bear the same id, so a retry is known by it. */
export async function sealEnvelope(seal: Seal, key: OfficeKey, content: EnvelopeContent): Promise<Envelope> {
  const { id } = content.submission;
  const sealed = await seal(key, id, text.encode(JSON.stringify(content)));
  return { id, keyId: key.keyId, sealed: toBase64url(sealed) };
}
