import { BackupRefused } from './backup-refusal.ts';
import { ByteReader } from './byte-reader.ts';

/** What stands first in a backup: all that must be known before anything is written. */
export type Manifest = {
  kind: 'manifest';
  /** ISO, UTC: the moment of the snapshot. */
  madeAt: string;
  /** All migrations that had run, in order. */
  migrations: string[];
  /** `server_version` of the database it was made from; for people only. */
  serverVersion: string;
  offices: { code: string; name: string }[];
  /** Hexadecimal; without it personal data could not be read. */
  masterKey: string;
};

export type Entry =
  | Manifest
  /** Body: COPY's text format, with these columns. */
  | { kind: 'table'; name: string; columns: string[] }
  /** Body: the file's bytes. */
  | { kind: 'file'; key: string }
  /** Rows by table, and how many files: what must have arrived. */
  | { kind: 'end'; rows: Record<string, number>; files: number };

const BLOCK = 64 * 1024;

function block(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** One entry: its head as JSON, its body in blocks, and an empty block. */
export async function* writeEntry(entry: Entry, body?: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield block(Buffer.from(JSON.stringify(entry)));
  if (body) {
    for await (const piece of body) {
      for (let at = 0; at < piece.length; at += BLOCK) yield block(piece.subarray(at, at + BLOCK));
    }
  }
  yield block(Buffer.alloc(0));
}

/** Reads entries one after the other; the body of each must be read to its end before the next. */
export class EntryReader {
  readonly #reader: ByteReader;

  constructor(source: AsyncIterable<Buffer>) {
    this.#reader = new ByteReader(source);
  }

  async next(): Promise<Entry> {
    return JSON.parse((await this.#block()).toString()) as Entry;
  }

  async *body(): AsyncGenerator<Buffer> {
    for (;;) {
      const bytes = await this.#block();
      if (bytes.length === 0) return;
      yield bytes;
    }
  }

  /** Reads the body of an entry that is not wanted. */
  async skip(): Promise<void> {
    for await (const _ of this.body());
  }

  /** Whether nothing follows; reading to the very end is what finds a file cut short. */
  async atEnd(): Promise<boolean> {
    return (await this.#reader.exactly(1)) === null;
  }

  async #block(): Promise<Buffer> {
    const length = await this.#reader.exactly(4);
    const bytes = length && (await this.#reader.exactly(length.readUInt32BE()));
    // Everything here has been authenticated: what is missing now was never written.
    if (!bytes) throw new BackupRefused('damaged');
    return bytes;
  }
}
