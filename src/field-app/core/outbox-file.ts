import type {
  OutboxFileHeader,
  OutboxFileLine,
  OutboxReceiptFile,
} from '#features/survey-field/rules/wire.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { acceptReceipts } from './deliver.ts';
import { type Change, type PhoneStore, readPhone } from './store.ts';

export type OutboxFile = { name: string; blob: Blob; items: number };

/**
 * The outbox as a file, for phones that never reach the office. Line by line into a Blob, which the browser keeps on
 * disk: fifty photos are never in memory at once. Nothing is forgotten by this; only a receipt does that.
 */
export async function makeOutboxFile(store: PhoneStore, now: number): Promise<OutboxFile> {
  const phone = await readPhone(store);
  const envelopes = (await store.all('outbox')).map(({ envelope }) => envelope);
  const photos = (await store.all('photos')).filter(({ state }) => state === 'waiting');
  const items = envelopes.length + photos.length;
  const madeAt = new Date(now).toISOString();
  const header: OutboxFileHeader = {
    gawangan: 'outbox',
    v: 1,
    officeCode: phone.officeCode,
    phoneId: phone.phoneId,
    madeAt,
    items,
  };
  const parts: Blob[] = [lineOf(header)];
  for (const envelope of envelopes) parts.push(lineOf({ kind: 'envelope', envelope }));
  for (const { id, submissionId, item, keyId, sha256 } of photos) {
    const bytes = await store.get('photoBytes', id);
    if (!bytes) continue;
    const sealed = toBase64url(bytes.sealed);
    parts.push(lineOf({ kind: 'photo', id, submissionId, item, keyId, sha256, sealed }));
  }
  const stamp = madeAt.slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return {
    name: `pendataan-${phone.officeCode}-${stamp}.gawangan`,
    blob: new Blob(parts, { type: 'application/octet-stream' }),
    items,
  };
}

function lineOf(line: OutboxFileHeader | OutboxFileLine): Blob {
  return new Blob([`${JSON.stringify(line)}\n`]);
}

export type ReceiptResult =
  | { ok: true; forgotten: number; unknown: number }
  | { ok: false; reason: 'not_a_receipt' | 'other_phone' | 'not_signed_by_the_office' };

/** Forgets what the office says it holds durably, if it is the office that says so. */
export async function acceptReceiptFile(
  store: PhoneStore,
  text: string,
  now: number,
): Promise<ReceiptResult> {
  const receipt = readReceipt(text);
  if (!receipt) return { ok: false, reason: 'not_a_receipt' };
  const phone = await readPhone(store);
  if (receipt.phoneId !== phone.phoneId) return { ok: false, reason: 'other_phone' };
  if (!(await isSigned(receipt, phone.deliveryToken)))
    return { ok: false, reason: 'not_signed_by_the_office' };
  const ids = new Set(receipt.ids);
  const photos = (await store.all('photos')).filter(({ id, state }) => state === 'waiting' && ids.has(id));
  const changes = photos.flatMap(({ id }): Change[] => [
    { table: 'photos', remove: id },
    { table: 'photoBytes', remove: id },
  ]);
  const envelopes = await acceptReceipts(
    store,
    receipt.ids.map((id) => ({ id })),
    now,
  );
  if (changes.length > 0) await store.change(changes);
  const forgotten = envelopes + photos.length;
  return { ok: true, forgotten, unknown: receipt.ids.length - forgotten };
}

function readReceipt(text: string): OutboxReceiptFile | null {
  try {
    const read = JSON.parse(text) as Partial<OutboxReceiptFile>;
    const isReceipt =
      read.gawangan === 'receipt' &&
      read.v === 1 &&
      typeof read.phoneId === 'string' &&
      typeof read.mac === 'string' &&
      Array.isArray(read.ids) &&
      read.ids.every((id) => typeof id === 'string');
    return isReceipt ? (read as OutboxReceiptFile) : null;
  } catch {
    return null;
  }
}

async function isSigned(receipt: OutboxReceiptFile, deliveryToken: string): Promise<boolean> {
  const mac = fromBase64url(receipt.mac);
  if (!mac) return false;
  const text = new TextEncoder();
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', text.encode(deliveryToken), hmac, false, ['verify']);
  const signed = [receipt.phoneId, ...[...receipt.ids].sort()].join('\n');
  return crypto.subtle.verify('HMAC', key, mac, text.encode(signed));
}
