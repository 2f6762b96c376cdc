import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';
import { deriveSecret, type MasterKey } from './master-key.server.ts';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** Randomness is drawn in large pieces and each byte used once: an import needs millions of small ones. */
const pool = Buffer.alloc(16_384);
let unused = 0;

function randomBytes(length: number): Buffer {
  if (unused < length) {
    randomFillSync(pool);
    unused = pool.length;
  }
  unused -= length;
  return Buffer.from(pool.subarray(unused, unused + length));
}

/** AES-256-GCM: version (1 byte), nonce (12), ciphertext, tag (16). */
function seal(key: KeyObject, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(context));
  return Buffer.concat([
    Buffer.of(VERSION),
    nonce,
    cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** Throws when the key, the context or a byte is not the one it was sealed with. */
function open(key: KeyObject, sealed: Buffer, context: string): Buffer {
  if (sealed[0] !== VERSION) throw new Error('sealed with an unknown version');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()]);
}

export type IndexedField =
  | 'nik'
  | 'no_kk'
  | 'phone'
  | 'email'
  | 'mail_stop'
  | 'sign_in_name'
  | 'outcome_link'
  | 'seat_link';

export type MessagePart = 'recipient' | 'body' | 'headers';

/**
 * A person's key in the clear, for as long as it is needed. As a key object: Node takes ten times as long over a bare
 * buffer.
 */
export type PersonKey = { officeCode: string; personId: string; key: KeyObject };

/**
 * Keeps personal identifiers: ciphertext under a key per person, and a keyed blind index for exact look-up.
 * Deleting a person's wrapped key makes all their ciphertexts unreadable for good.
 */
export class Vault {
  readonly #wrappingKey: KeyObject;
  readonly #indexKey: KeyObject;
  readonly #messageKey: KeyObject;

  constructor(masterKey: MasterKey) {
    this.#wrappingKey = createSecretKey(deriveSecret(masterKey, 'person-key-wrapping'));
    this.#indexKey = createSecretKey(deriveSecret(masterKey, 'blind-index'));
    this.#messageKey = createSecretKey(deriveSecret(masterKey, 'outbox'));
  }

  /** A new key for a person, and the wrapped form to be stored beside the person. */
  makePersonKey(officeCode: string, personId: string): { personKey: PersonKey; wrapped: Buffer } {
    const key = randomBytes(32);
    return {
      personKey: { officeCode, personId, key: createSecretKey(key) },
      wrapped: seal(this.#wrappingKey, key, `${officeCode}|${personId}`),
    };
  }

  openPersonKey(officeCode: string, personId: string, wrapped: Buffer): PersonKey {
    const key = open(this.#wrappingKey, wrapped, `${officeCode}|${personId}`);
    return { officeCode, personId, key: createSecretKey(key) };
  }

  encrypt(person: PersonKey, field: string, value: string): Buffer {
    return seal(person.key, Buffer.from(value), `${person.officeCode}|${person.personId}|${field}`);
  }

  decrypt(person: PersonKey, field: string, cipher: Buffer): string {
    return open(person.key, cipher, `${person.officeCode}|${person.personId}|${field}`).toString();
  }

  /**
   * 16 bytes that are equal for equal values and tell nothing without the key. `value` must already be
   * normalised (NIK 16 digits, phone E.164). The same in every office: a phone signs in before its office is known.
   */
  blindIndex(field: IndexedField, value: string): Buffer {
    return createHmac('sha256', this.#indexKey).update(`${field}|${value}`).digest().subarray(0, 16);
  }

  /** For outgoing messages, which have no person of their own. */
  encryptMessage(messageId: string, part: MessagePart, text: string): Buffer {
    return seal(this.#messageKey, Buffer.from(text), `${messageId}|${part}`);
  }

  decryptMessage(messageId: string, part: MessagePart, cipher: Buffer): string {
    return open(this.#messageKey, cipher, `${messageId}|${part}`).toString();
  }
}
