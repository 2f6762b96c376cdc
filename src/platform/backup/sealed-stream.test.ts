import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { BackupRefused } from './backup-refusal.ts';
import { CHEAP, PASSPHRASE } from './factory.ts';
import { seal, unseal } from './sealed-stream.ts';

const HEADER = 52;
const FRAME = 4 + 256 * 1024 + 16;

async function gather(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const sealed = (plain: Buffer) => gather(seal(inPieces(plain, 100_000), PASSPHRASE, CHEAP));
const open = (file: Buffer, passphrase = PASSPHRASE) => gather(unseal(inPieces(file, 65_536), passphrase));
const refusalOf = (file: Buffer, passphrase?: string) =>
  open(file, passphrase).then(
    () => 'opened',
    (error) => (error instanceof BackupRefused ? error.refusal.code : String(error)),
  );

test('what was sealed comes out again, whatever its length', async () => {
  for (const length of [0, 1, 256 * 1024 - 1, 256 * 1024, 700_001]) {
    const plain = randomBytes(length);
    expect((await open(await sealed(plain))).equals(plain), `${length} bytes`).toBe(true);
  }
});

test('the passphrase may be typed with composed or decomposed letters', async () => {
  const file = await gather(seal(inPieces(Buffer.from('isi'), 3), 'pasar Kliwon caf\u00e9'));
  expect((await open(file, 'pasar Kliwon cafe\u0301')).toString()).toBe('isi');
});

test('a wrong passphrase, another file and a newer format are told apart', async () => {
  const file = await sealed(randomBytes(1_000));
  expect(await refusalOf(file, 'empat kata acak saja')).toBe('wrong_passphrase');
  expect(
    await refusalOf(Buffer.from('PK\u0003\u0004 sebuah berkas lain yang cukup panjang untuk sebuah kepala')),
  ).toBe('not_a_backup');
  expect(await refusalOf(Buffer.alloc(0))).toBe('not_a_backup');
  const newer = Buffer.from(file);
  newer[16] = 2;
  expect(await refusalOf(newer)).toBe('newer_format');
});

test('a byte flipped anywhere is noticed', async () => {
  const file = await sealed(randomBytes(300_000));
  for (const at of [
    17,
    18,
    25,
    40,
    HEADER,
    HEADER + 2,
    HEADER + 4,
    HEADER + 5_000,
    HEADER + FRAME - 1,
    file.length - 1,
  ]) {
    const broken = Buffer.from(file);
    broken[at] = (broken[at] ?? 0) ^ 1;
    expect(await refusalOf(broken), `byte ${at}`).toMatch(/^(damaged|cut_short|wrong_passphrase)$/);
  }
});

test('a file cut short is noticed, also where a frame ends', async () => {
  const file = await sealed(randomBytes(600_000));
  for (const length of [
    HEADER,
    HEADER + 3,
    HEADER + 1_000,
    HEADER + FRAME,
    HEADER + 2 * FRAME,
    file.length - 1,
  ]) {
    expect(await refusalOf(file.subarray(0, length)), `${length} bytes`).toBe('cut_short');
  }
});

test('frames exchanged, left out, repeated or added behind the end are noticed', async () => {
  const file = await sealed(randomBytes(800_000));
  const head = file.subarray(0, HEADER);
  const frame = (at: number) => file.subarray(HEADER + at * FRAME, HEADER + (at + 1) * FRAME);
  const rest = file.subarray(HEADER + 3 * FRAME);
  expect((await open(Buffer.concat([head, frame(0), frame(1), frame(2), rest]))).length).toBe(800_000);
  expect(await refusalOf(Buffer.concat([head, frame(1), frame(0), frame(2), rest]))).toBe('damaged');
  expect(await refusalOf(Buffer.concat([head, frame(0), frame(2), rest]))).toBe('damaged');
  expect(await refusalOf(Buffer.concat([head, frame(0), frame(0), frame(1), frame(2), rest]))).toBe(
    'damaged',
  );
  expect(await refusalOf(Buffer.concat([file, rest]))).toBe('damaged');
  const other = await sealed(randomBytes(800_000));
  const foreign = other.subarray(HEADER, HEADER + FRAME);
  expect(await refusalOf(Buffer.concat([head, foreign, frame(1), frame(2), rest]))).toBe('damaged');
});
