import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import type { TextEncoding } from './spreadsheet-event.ts';
import type { NoteCollector } from './spreadsheet-note.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';

const CHUNK_BYTES = 512 * 1024;
/** A line longer than this is no line of a table. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;
const LF = 10;
const CR = 13;
/** Old programs (dBase, DOS) end a text with this character. */
const END_OF_FILE = '\u001a';

/** Encoding and text of a file's first bytes; byte order marks are dropped. */
export function decodeSample(sample: Buffer): { text: string; encoding: TextEncoding } {
  const encoding = detectEncoding(sample);
  if (encoding !== 'utf-8') return { text: new TextDecoder(encoding).decode(sample), encoding };
  return {
    text: decodeBytes(wholeCharacters(sample))
      .text.replace(/^\ufeff/, '')
      .replaceAll('\0', ''),
    encoding,
  };
}

/** Byte order mark first; without one, text in UTF-16 shows by a zero in every second byte. */
function detectEncoding(sample: Buffer): TextEncoding {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  const half = sample.length / 2;
  if ((zeros[1] as number) > half * 0.4 && (zeros[0] as number) < half * 0.05) return 'utf-16le';
  if ((zeros[0] as number) > half * 0.4 && (zeros[1] as number) < half * 0.05) return 'utf-16be';
  return 'utf-8';
}

/** False for bytes that no text has: many control characters, or zeros beyond the odd stray one. */
export function isProbablyText(sample: Buffer): boolean {
  if (detectEncoding(sample) !== 'utf-8') return true;
  let strange = 0;
  for (const byte of sample) {
    if (byte < 32 && byte !== 9 && byte !== LF && byte !== CR && byte !== 12 && byte !== 26) strange++;
  }
  return strange <= Math.max(2, sample.length * 0.1);
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

function decodeBytes(bytes: Buffer): { text: string; utf8: boolean } {
  return isUtf8(bytes)
    ? { text: bytes.toString('utf8'), utf8: true }
    : { text: WINDOWS_1252.decode(bytes), utf8: false };
}

/** Cuts a character that the sample's end has torn apart. */
function wholeCharacters(sample: Buffer): Buffer {
  for (let cut = 0; cut < 4 && cut < sample.length; cut++) {
    const part = sample.subarray(0, sample.length - cut);
    if (isUtf8(part)) return part;
  }
  return sample;
}

/** Lines of a text file with the share of the file they reach to. */
export interface LineChunk {
  lines: string[];
  progress: number;
}

/**
 * Reads a text file in chunks of whole lines; CR, LF and CRLF all end a line. UTF-8 is decoded chunk by chunk; a chunk
 * that is not all UTF-8 line by line, Windows-1252 where a line is not UTF-8, since lists of several villages are
 * often pasted together from files of different programs. NUL characters are dropped.
 */
export async function* readLines(
  path: string,
  bytes: number,
  encoding: TextEncoding,
  notes: NoteCollector,
): AsyncGenerator<LineChunk> {
  let line = 1;
  let pending = '';
  let first = true;
  for await (const { text, read } of readText(path, encoding, notes, [LF, CR])) {
    let whole = pending + (first && text.startsWith('\ufeff') ? text.slice(1) : text);
    first = false;
    // A CR at the end may be the first half of a CRLF: wait for the next character.
    const held = whole.endsWith('\r') ? 1 : 0;
    if (held) whole = whole.slice(0, -1);
    const lines = (whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole).split('\n');
    pending = (lines.pop() as string) + (held ? '\r' : '');
    if (pending.length > MAX_LINE_BYTES)
      throw new RefusedFile('cell-too-long', { row: line, limit: MAX_LINE_BYTES });
    line += lines.length;
    yield { lines, progress: read / Math.max(1, bytes) };
  }
  if (pending.endsWith('\r') || pending.endsWith(END_OF_FILE)) pending = pending.slice(0, -1);
  if (pending !== '') yield { lines: [pending], progress: 1 };
}

/** A piece of a text file. */
interface TextChunk {
  text: string;
  /** Bytes of the file read so far. */
  read: number;
  /** Number of the line it starts in. */
  line: number;
}

/**
 * Reads a text file piece by piece, each ending after one of the bytes `ends` (in UTF-8), so that nothing that belongs
 * together is decoded apart. NUL characters are dropped with a note.
 */
export async function* readText(
  path: string,
  encoding: TextEncoding,
  notes: NoteCollector,
  ends: number[],
): AsyncGenerator<TextChunk> {
  const chunks = encoding === 'utf-8' ? readUtf8(path, notes, ends) : readUtf16(path, encoding);
  for await (const chunk of chunks) {
    if (chunk.text.includes('\0')) {
      const clean = chunk.text.replaceAll('\0', '');
      const row = chunk.line + countLines(chunk.text.slice(0, chunk.text.indexOf('\0')));
      notes.add('nul-bytes', { row, count: chunk.text.length - clean.length });
      chunk.text = clean;
    }
    yield chunk;
  }
}

async function* readUtf16(path: string, encoding: TextEncoding): AsyncGenerator<TextChunk> {
  const decoder = new TextDecoder(encoding);
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    read += chunk.length;
    yield { text: decoder.decode(chunk, { stream: true }), read, line: 0 };
  }
  yield { text: decoder.decode(), read, line: 0 };
}

async function* readUtf8(path: string, notes: NoteCollector, ends: number[]): AsyncGenerator<TextChunk> {
  let rest: Buffer = Buffer.alloc(0);
  let read = 0;
  let line = 1;
  const decoder = new LineDecoder(notes);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    read += chunk.length;
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const cut = Math.max(...ends.map((end) => bytes.lastIndexOf(end))) + 1;
    rest = bytes.subarray(cut);
    if (rest.length > MAX_LINE_BYTES)
      throw new RefusedFile('cell-too-long', { row: line, limit: MAX_LINE_BYTES });
    if (cut === 0) continue;
    const text = decoder.decode(bytes.subarray(0, cut), line);
    yield { text, read, line };
    line += countLines(text);
  }
  if (rest.length > 0) yield { text: decoder.decode(rest, line), read, line };
  decoder.report();
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** Decodes chunks of whole lines and remembers which encodings it met. */
class LineDecoder {
  readonly #notes: NoteCollector;
  readonly #legacyLines: number[] = [];
  #legacy = 0;
  #sawUtf8 = false;

  constructor(notes: NoteCollector) {
    this.#notes = notes;
  }

  decode(bytes: Buffer, firstLine: number): string {
    const whole = decodeBytes(bytes);
    if (whole.utf8) {
      if (whole.text.length < bytes.length) this.#sawUtf8 = true;
      return whole.text;
    }
    let text = '';
    let start = 0;
    for (let line = firstLine; start < bytes.length; line++) {
      const feed = bytes.indexOf(LF, start);
      const end = feed < 0 ? bytes.length : feed + 1;
      const decoded = decodeBytes(bytes.subarray(start, end));
      text += decoded.text;
      if (!decoded.utf8) {
        this.#legacy++;
        if (this.#legacyLines.length < 20) this.#legacyLines.push(line);
      } else if (decoded.text.length < end - start) this.#sawUtf8 = true;
      start = end;
    }
    return text;
  }

  report(): void {
    if (this.#legacy === 0) return;
    const code = this.#sawUtf8 ? 'mixed-encoding' : 'legacy-encoding';
    for (const row of this.#legacyLines) this.#notes.add(code, { row, count: 0 });
    this.#notes.add(code, { count: this.#legacy });
  }
}
