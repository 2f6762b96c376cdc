import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { type Envelope, type EnvelopeContent, sealInfo } from '#features/survey-field/rules/wire.ts';
import { fromBase64url, toBase64url } from './base64url.ts';

export type OfficeKey = { keyId: string; publicKey: string };

/** Seals bytes so that the office alone can open them; `id` binds them to their envelope or photo. */
export type Seal = (
  key: OfficeKey,
  id: string,
  plain: Uint8Array<ArrayBuffer>,
) => Promise<Uint8Array<ArrayBuffer>>;

const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);
const text = new TextEncoder();

/** HPKE base mode as wire.ts has it: the encapsulated key (65 bytes), then the ciphertext. */
export const sealToOffice: Seal = async (key, id, plain) => {
  const point = fromBase64url(key.publicKey);
  if (!point) throw new Error('the office key is not base64url');
  const recipient = await suite.DeserializePublicKey(point);
  const options = { info: text.encode(sealInfo), aad: text.encode(id) };
  const { encapsulatedSecret, ciphertext } = await suite.Seal(recipient, plain, options);
  const sealed = new Uint8Array(encapsulatedSecret.length + ciphertext.length);
  sealed.set(encapsulatedSecret);
  sealed.set(ciphertext, encapsulatedSecret.length);
  return sealed;
};

/** One submission in its envelope. Envelope and submission bear the same id, so a retry is known by it. */
export async function sealEnvelope(seal: Seal, key: OfficeKey, content: EnvelopeContent): Promise<Envelope> {
  const { id } = content.submission;
  const sealed = await seal(key, id, text.encode(JSON.stringify(content)));
  return { id, keyId: key.keyId, sealed: toBase64url(sealed) };
}
