import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PairChunk, PairStore } from '../pair-store.ts';

const BYTES_PER_PAIR = 12;

/**
 * Keeps pairs in memory up to a budget and writes those that come after to a file, which is read back piece by piece.
 * The file has no name from the start: the system takes it away when it is closed, however the program ends.
 * @param bytes at most so much memory, 12 bytes a pair
 * @param folder where the file is made; the system's folder for passing things by default
 */
export function spillingStore({ bytes, folder = tmpdir() }: { bytes: number; folder?: string }): PairStore {
  const kept: PairChunk[] = [];
  const spilled: number[] = [];
  let inMemory = 0;
  let count = 0;
  let file: number | null = null;
  return {
    add(chunk) {
      const size = chunk.one.length * BYTES_PER_PAIR;
      count += chunk.one.length;
      if (file === null && inMemory + size <= bytes) {
        kept.push(chunk);
        inMemory += size;
        return;
      }
      file ??= openNameless(folder);
      for (const part of [chunk.one, chunk.other, chunk.pattern]) writeWhole(file, part);
      spilled.push(chunk.one.length);
    },
    get count() {
      return count;
    },
    *chunks() {
      yield* kept;
      let at = 0;
      for (const length of spilled) {
        const [one, other, pattern] = [
          new Int32Array(length),
          new Int32Array(length),
          new Int32Array(length),
        ];
        for (const part of [one, other, pattern]) at += readWhole(file!, part, at);
        yield { one, other, pattern };
      }
    },
    close() {
      kept.length = 0;
      spilled.length = 0;
      if (file !== null) closeSync(file);
      file = null;
    },
  };
}

function openNameless(folder: string): number {
  const own = mkdtempSync(join(folder, 'linkage-'));
  const path = join(own, 'pairs');
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  rmdirSync(own);
  return file;
}

function writeWhole(file: number, part: Int32Array): void {
  const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  let at = 0;
  while (at < bytes.length) at += writeSync(file, bytes, at);
}

function readWhole(file: number, part: Int32Array, from: number): number {
  const bytes = new Uint8Array(part.buffer);
  let at = 0;
  while (at < bytes.length) {
    const read = readSync(file, bytes, at, bytes.length - at, from + at);
    if (read === 0) throw new Error('The file of pairs ends early.');
    at += read;
  }
  return bytes.length;
}
