import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { BackupRefused } from './backup-refusal.ts';
import { ByteReader } from './byte-reader.ts';

/**
 * The outside of a backup file, format 1. Header: magic (16 bytes), format (1), scrypt's log2 N, r and p (1 each),
 * salt (16), check of the passphrase (16). Then frames: length of the plaintext (4, big-endian, highest bit set in
 * the last frame), AES-256-GCM ciphertext, tag (16). The nonce is the frame's number and whether it is the last, and
 * the header is authenticated with every frame: frames cannot be moved, dropped, exchanged or added unnoticed.
 */
const MAGIC = Buffer.from('GAWANGAN-BACKUP\n');
const FORMAT = 1;
const HEADER = 52;
const TAG = 16;
const FRAME = 256 * 1024;
const LAST = 0x8000_0000;
/** 128 MB and some tenths of a second for every guess. */
const COST = { logN: 17, r: 8, p: 1 };
export type SealCost = typeof COST;

type Keys = { key: Buffer; check: Buffer };

function deriveKeys(passphrase: string, salt: Buffer, { logN, r, p }: SealCost): Promise<Keys> {
  const options = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r };
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFKC'), salt, 48, options, (error, derived) =>
      error ? reject(error) : resolve({ key: derived.subarray(0, 32), check: derived.subarray(32) }),
    ),
  );
}

function nonceOf(frame: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(frame));
  nonce.writeUInt32BE(last ? 1 : 0, 8);
  return nonce;
}

/** Encrypts a stream under a passphrase; constant memory. A lower cost is for tests. */
export async function* seal(
  source: AsyncIterable<Buffer>,
  passphrase: string,
  cost: SealCost = COST,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(16);
  const { key, check } = await deriveKeys(passphrase, salt, cost);
  const header = Buffer.concat([MAGIC, Buffer.of(FORMAT, cost.logN, cost.r, cost.p), salt, check]);
  yield header;
  let frame = 0;
  const sealFrame = (plain: Buffer, last: boolean) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(last ? (plain.length | LAST) >>> 0 : plain.length);
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame++, last));
    cipher.setAAD(header);
    return Buffer.concat([length, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const piece of source) {
    waiting.push(piece);
    size += piece.length;
    if (size < FRAME) continue;
    const plain = Buffer.concat(waiting);
    let at = 0;
    for (; plain.length - at >= FRAME; at += FRAME) yield sealFrame(plain.subarray(at, at + FRAME), false);
    waiting = [plain.subarray(at)];
    size = plain.length - at;
  }
  yield sealFrame(Buffer.concat(waiting), true);
}

/** Decrypts what `seal` wrote. Throws BackupRefused when it is another file, another passphrase, damaged or cut short. */
export async function* unseal(source: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const reader = new ByteReader(source);
  const header = await reader.exactly(HEADER);
  if (!header?.subarray(0, MAGIC.length).equals(MAGIC)) throw new BackupRefused('not_a_backup');
  const [format = 0, logN = 0, r = 0, p = 0] = header.subarray(MAGIC.length, MAGIC.length + 4);
  if (format > FORMAT) throw new BackupRefused('newer_format');
  // Bounds, so that a damaged header cannot ask for all memory of the machine.
  if (logN < 14 || logN > 20 || r !== 8 || p !== 1) throw new BackupRefused('damaged');
  const { key, check } = await deriveKeys(passphrase, header.subarray(20, 36), { logN, r, p });
  if (!timingSafeEqual(check, header.subarray(36))) throw new BackupRefused('wrong_passphrase');
  for (let frame = 0; ; frame++) {
    const length = await reader.exactly(4);
    if (!length) throw new BackupRefused('cut_short');
    const stated = length.readUInt32BE();
    const last = stated >= LAST;
    const size = last ? stated - LAST : stated;
    if (size > FRAME) throw new BackupRefused('damaged');
    const sealed = await reader.exactly(size + TAG);
    if (!sealed) throw new BackupRefused('cut_short');
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(frame, last));
    decipher.setAAD(header);
    decipher.setAuthTag(sealed.subarray(size));
    let plain: Buffer;
    try {
      plain = Buffer.concat([decipher.update(sealed.subarray(0, size)), decipher.final()]);
    } catch {
      throw new BackupRefused('damaged');
    }
    yield plain;
    if (!last) continue;
    if (await reader.exactly(1)) throw new BackupRefused('damaged'); // something was added behind the end
    return;
  }
}
