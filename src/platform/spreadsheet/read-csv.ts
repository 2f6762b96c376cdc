import { open } from 'node:fs/promises';
import { CsvRecords } from './csv-records.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { type ReadingContext, RowBatcher } from './row-batcher.ts';
import type { SheetInfo, SpreadsheetEvent, TextEncoding } from './spreadsheet-event.ts';
import { decodeSample, readLines } from './text-encoding.ts';

const SAMPLE_BYTES = 64 * 1024;

/** Reads a text file with columns: yields `file`, one `sheet` named as told, then `rows`. */
export async function* readCsv(
  path: string,
  bytes: number,
  encoding: TextEncoding,
  name: string,
  context: ReadingContext,
): AsyncGenerator<SpreadsheetEvent> {
  const sample = await readSample(path);
  const delimiter = detectDelimiter(sample);
  const sheet: SheetInfo = { index: 0, name, hidden: false };
  yield { type: 'file', kind: 'csv', bytes, encoding, delimiter, sheets: [sheet] };
  yield { type: 'sheet', sheet };
  if (delimiter === undefined) context.notes.add('single-column');

  const batcher = new RowBatcher(sheet, context);
  const records = new CsvRecords(delimiter, (code, row) => context.notes.add(code, { row }));
  const skipFirst = /^sep=.\r?\n/i.test(sample);
  let progress = 0;
  for await (const chunk of readLines(path, bytes, encoding, context.notes)) {
    progress = chunk.progress;
    records.push(chunk.lines);
    yield* batches(false);
  }
  yield* batches(true);
  yield* batcher.take(1);

  function* batches(ended: boolean) {
    for (const { row, cells } of records.take(ended)) {
      if (!(skipFirst && row === 1)) batcher.add(row, cells);
      if (batcher.isFull) yield* batcher.take(progress);
    }
  }
}

async function readSample(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return decodeSample(buffer.subarray(0, bytesRead)).text;
  } finally {
    await file.close();
  }
}
