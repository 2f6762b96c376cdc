import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import Papa from 'papaparse';
import { PlainRefusal } from './plain-refusal.ts';

/** What the first line of a file tells: how it is written, and the names of its columns. */
export type CsvHead = {
  path: string;
  names: string[];
  delimiter: string;
  encoding: 'utf8' | 'utf16le';
  /** Where the text begins, after a byte order mark. */
  start: number;
};

/** What was odd about the rows. */
export type CsvRemarks = {
  rows: number;
  /** Rows with more or fewer values than the first line has names. */
  ragged: number;
  /** Places where quotation marks do not fit together. */
  badQuotes: number;
  /** Whether letters were met that are no UTF-8. */
  unreadableLetters: boolean;
};

const DELIMITERS = [',', ';', '\t', '|'];
const HEAD_BYTES = 1 << 16;
const CHUNK_BYTES = 1 << 20;

/**
 * Opens a CSV file and reads its first line.
 * @throws PlainRefusal where it cannot be read, is empty, or its columns are not told apart by their names
 */
export async function openCsv(path: string): Promise<CsvHead> {
  const bytes = await firstBytes(path);
  const [encoding, start] = encodingOf(bytes);
  const line = firstLine(bytes.subarray(start).toString(encoding));
  if (line === '') throw new PlainRefusal(`Berkas ${path} kosong. / The file ${path} is empty.`);
  const delimiter = delimiterOf(line);
  const row = Papa.parse<string[]>(line, { delimiter }).data[0] ?? [];
  const names = row.map((name) => name.trim());
  checkNames(path, names);
  return { path, names, delimiter, encoding, start };
}

/**
 * Hands over the rows, a piece of the file at a time; memory holds one piece.
 * @param onRow its array is new with each row and may be kept
 * @throws PlainRefusal where reading fails; the signal's reason when aborted; what `onRow` throws
 */
export function readCsvRows(
  { path, names, delimiter, encoding, start }: CsvHead,
  onRow: (row: string[], at: number) => void,
  { signal, onBytes }: { signal?: AbortSignal; onBytes?: (bytes: number) => void } = {},
): Promise<CsvRemarks> {
  const remarks: CsvRemarks = { rows: 0, ragged: 0, badQuotes: 0, unreadableLetters: false };
  const stream = createReadStream(path, { encoding, start, highWaterMark: CHUNK_BYTES });
  let isHead = true;
  return new Promise((resolve, reject) => {
    const stop = (error: unknown) => {
      stream.destroy();
      reject(error);
    };
    stream.on('data', (text) => {
      if (!remarks.unreadableLetters && text.includes('\uFFFD')) remarks.unreadableLetters = true;
    });
    Papa.parse<string[]>(stream, {
      delimiter,
      skipEmptyLines: true,
      chunk: ({ data, errors }, parser) => {
        try {
          signal?.throwIfAborted();
          for (const row of data) {
            if (isHead) {
              isHead = false;
              continue;
            }
            if (row.length !== names.length) remarks.ragged += 1;
            onRow(row, remarks.rows);
            remarks.rows += 1;
          }
          for (const { type } of errors) if (type === 'Quotes') remarks.badQuotes += 1;
          onBytes?.(stream.bytesRead);
        } catch (error) {
          // In this order: a parser that is told to stop calls itself complete.
          stop(error);
          parser.abort();
        }
      },
      complete: () => resolve(remarks),
      error: (error) => stop(unreadable(path, error)),
    });
  });
}

async function firstBytes(path: string): Promise<Buffer> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): PlainRefusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new PlainRefusal(`Berkas ${path} tidak bisa dibaca. / The file ${path} cannot be read: ${reason}`);
}

function encodingOf(bytes: Buffer): [CsvHead['encoding'], number] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf16le', 2];
  return ['utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0];
}

/** The first line that is not empty; a line break within quotation marks does not end it. */
function firstLine(text: string): string {
  const body = text.replace(/^[\r\n]+/, '');
  return /^(?:"[^"]*"|[^"\r\n])*/.exec(body)?.[0] ?? '';
}

/** The mark that stands most often between the names; a comma where there is none. */
function delimiterOf(line: string): string {
  const bare = line.replace(/"[^"]*"/g, '');
  const times = DELIMITERS.map((mark) => bare.split(mark).length);
  return DELIMITERS[times.indexOf(Math.max(...times))]!;
}

function checkNames(path: string, names: readonly string[]): void {
  const missing = names.indexOf('');
  if (missing >= 0)
    throw new PlainRefusal(
      `Kolom ke-${missing + 1} di ${path} tidak bernama. / Column ${missing + 1} of ${path} has no name in the first line.`,
    );
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new PlainRefusal(
      `Dua kolom di ${path} bernama "${twice}". / Two columns of ${path} are called "${twice}".`,
    );
}
