import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { guardFormula } from './formula-guard.ts';
import type { CellToWrite } from './workbook-xml.ts';

export interface CsvToWrite {
  titles: string[];
  rows: Iterable<readonly CellToWrite[]> | AsyncIterable<readonly CellToWrite[]>;
  /** Default `;`: Excel set to Indonesian uses the comma for decimals and splits files by semicolon. */
  delimiter?: ';' | ',' | '\t';
}

const PIECE_CHARACTERS = 256 * 1024;

/**
 * A text file of columns as a stream: UTF-8 with byte order mark (without it Excel reads names wrongly), lines ended by
 * CRLF, text that Excel would run as a formula guarded by an apostrophe, which our own reader takes off again. Excel
 * rounds long numbers when it *opens* such a file: lists with NIK are better handed out as .xlsx.
 */
export function csvStream(csv: CsvToWrite): Readable {
  return Readable.from(csvText(csv), { objectMode: false, highWaterMark: PIECE_CHARACTERS });
}

/** Writes a .csv file; see `csvStream`. */
export async function writeCsv(path: string, csv: CsvToWrite): Promise<void> {
  await pipeline(csvStream(csv), createWriteStream(path));
}

async function* csvText({ titles, rows, delimiter = ';' }: CsvToWrite): AsyncGenerator<string> {
  const quoted = new RegExp(`["\\r\\n${delimiter}]|^\\s|\\s$`);
  const cell = (value: CellToWrite): string => {
    if (value === null || value === undefined) return '';
    if (typeof value !== 'string') return String(value);
    const text = guardFormula(value);
    return quoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const line = (cells: readonly CellToWrite[]) => `${cells.map(cell).join(delimiter)}\r\n`;
  let piece = `\ufeff${line(titles)}`;
  for await (const cells of rows) {
    piece += line(cells);
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
