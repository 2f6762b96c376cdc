import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, open, type ZipFile } from 'yauzl';
import type { SpreadsheetLimits } from './spreadsheet-limits.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';

const STORED = 0;
const DEFLATED = 8;
/** Enough for any part that is not a sheet (relations, styles, list of sheets). */
const SMALL_PART_BYTES = 16 * 1024 * 1024;

/**
 * A zipped workbook, opened without unpacking anything and never written to disk. The table of contents is judged
 * first (number of parts, names, expansion); while a part is unpacked its bytes are counted against what the table
 * declared, so a lying table is caught as well.
 */
export class ZipArchive {
  readonly #file: ZipFile;
  readonly #entries: Map<string, Entry>;

  private constructor(file: ZipFile, entries: Map<string, Entry>) {
    this.#file = file;
    this.#entries = entries;
  }

  /**
   * @throws RefusedFile `damaged-file` (not a whole zip), `archive-bomb`, `unsafe-content` (names that climb out of
   * the archive), `password-protected`
   */
  static async open(path: string, limits: SpreadsheetLimits): Promise<ZipArchive> {
    const file = await openZip(path);
    try {
      return new ZipArchive(file, await readTableOfContents(file, limits));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Bytes of the part as packed; 0 where there is no such part. */
  packedBytes(name: string): number {
    return this.#entries.get(name)?.compressedSize ?? 0;
  }

  /** A small part as text, or undefined where there is none. */
  async readText(name: string): Promise<string | undefined> {
    if (!this.#entries.has(name)) return undefined;
    const chunks: Buffer[] = [];
    let total = 0;
    for await (const chunk of this.stream(name)) {
      total += chunk.length;
      if (total > SMALL_PART_BYTES)
        throw new RefusedFile('archive-bomb', { reason: `${name} is too large for its kind` });
      chunks.push(chunk);
    }
    return new TextDecoder().decode(Buffer.concat(chunks));
  }

  /** Unpacks one part bit by bit, checking its length and checksum. */
  async *stream(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw new RefusedFile('damaged-file', { reason: `part ${name} is missing` });
    const packed = await openPart(this.#file, entry);
    const unpacked = entry.compressionMethod === STORED ? packed : inflate(packed);
    let bytes = 0;
    let checksum = 0;
    try {
      for await (const chunk of unpacked as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > entry.uncompressedSize)
          throw new RefusedFile('archive-bomb', { reason: `${name} is longer than declared` });
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      throw isUnpackError(error)
        ? new RefusedFile('damaged-file', { reason: `${name}: ${error.code}` })
        : error;
    } finally {
      unpacked.destroy();
      packed.destroy();
    }
    if (bytes !== entry.uncompressedSize || checksum !== entry.crc32) {
      throw new RefusedFile('damaged-file', { reason: `${name}: length or checksum differs` });
    }
  }

  close(): void {
    this.#file.close();
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, file) => {
      if (error)
        reject(isSystemError(error) ? error : new RefusedFile('damaged-file', { reason: error.message }));
      else resolve(file);
    });
  });
}

function readTableOfContents(file: ZipFile, limits: SpreadsheetLimits): Promise<Map<string, Entry>> {
  if (file.entryCount > limits.archiveParts)
    throw new RefusedFile('archive-bomb', { found: file.entryCount, limit: limits.archiveParts });
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let total = 0;
    file.on('error', (error: Error) => {
      // yauzl names the offending path first: "invalid relative path: ../x" or "absolute path: /x"
      const unsafe = /relative path|absolute path|invalid characters/.test(error.message);
      reject(
        isSystemError(error)
          ? error
          : new RefusedFile(unsafe ? 'unsafe-content' : 'damaged-file', { reason: error.message }),
      );
    });
    file.on('end', () => resolve(entries));
    file.on('entry', (entry: Entry) => {
      total += entry.uncompressedSize;
      const refusal = judgeEntry(entry, total, limits);
      if (refusal) return reject(refusal);
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.readEntry();
  });
}

function judgeEntry(entry: Entry, total: number, limits: SpreadsheetLimits): RefusedFile | undefined {
  if (entry.isEncrypted()) return new RefusedFile('password-protected');
  const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
  if (
    total > limits.expandedBytes ||
    (entry.uncompressedSize > limits.freePartBytes && ratio > limits.expansionRatio)
  ) {
    return new RefusedFile('archive-bomb', { reason: `${entry.fileName}: ratio ${Math.round(ratio)}` });
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    return new RefusedFile('damaged-file', { reason: `compression method ${entry.compressionMethod}` });
  }
  return undefined;
}

function openPart(file: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, { decodeFileData: false }, (error, stream) => {
      if (error)
        reject(isSystemError(error) ? error : new RefusedFile('damaged-file', { reason: error.message }));
      else resolve(stream);
    });
  });
}

function inflate(packed: Readable): Readable {
  // The reader of the returned stream sees the error too; pipeline only carries it over and cleans up.
  return pipeline(packed, createInflateRaw({ chunkSize: 32 * 1024 }), () => {}) as unknown as Readable;
}

function isUnpackError(error: unknown): error is NodeJS.ErrnoException {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return typeof code === 'string' && (code.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE');
}

/** The disk failed, not the file: such errors must not be shown as a damaged file. */
function isSystemError(error: Error): boolean {
  return (error as NodeJS.ErrnoException).syscall !== undefined;
}
