import { createECDH } from 'node:crypto';
import { sealInfo } from '../rules/wire.ts';
import { openingSuite, type Recipient, recipientOf } from './node-hpke.server.ts';

/** Of an uncompressed point on P-256. */
const POINT = 65;
const text = new TextEncoder();
const info = text.encode(sealInfo);

/** The private half, with the point that belongs to it. */
export type OpeningKey = Recipient;

/** A pair as it is stored: the raw point, and the private scalar of 32 bytes. */
export type KeyBytes = { publicKey: Buffer; privateKey: Buffer };

export function makeKeyBytes(): KeyBytes {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys();
  // OpenSSL leaves leading zeros out.
  const scalar = pair.getPrivateKey();
  return { publicKey, privateKey: Buffer.concat([Buffer.alloc(32 - scalar.length), scalar]) };
}

export const importKey = ({ privateKey }: Pick<KeyBytes, 'privateKey'>): OpeningKey =>
  recipientOf(privateKey);

/**
 * Opens what was sealed to this key under this id (RFC 9180, base mode). Null when it was sealed to another one, for
 * another id, or a byte was changed: which of them it was cannot be told.
 */
export async function openSealed(key: OpeningKey, id: string, sealed: Buffer): Promise<Buffer | null> {
  if (sealed.length <= POINT) return null;
  try {
    const enc = sealed.subarray(0, POINT);
    const opened = await openingSuite.Open(key, enc, sealed.subarray(POINT), { info, aad: text.encode(id) });
    return Buffer.from(opened.buffer, opened.byteOffset, opened.byteLength);
  } catch {
    return null;
  }
}
