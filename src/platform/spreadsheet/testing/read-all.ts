import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ReadOptions, readSpreadsheet } from '../read-spreadsheet.ts';
import type { CellMark, CellValue, SheetInfo } from '../spreadsheet-event.ts';
import type { SpreadsheetNote } from '../spreadsheet-note.ts';
import type { SpreadsheetRefusal } from '../spreadsheet-refusal.ts';

/** A whole file in memory; for tests only, where files are small. */
export interface WholeFile {
  kind?: string;
  delimiter?: string;
  encoding?: string;
  sheets: (SheetInfo & {
    rows: CellValue[][];
    rowNumbers: number[];
    marks: CellMark[];
    hiddenRows: number[];
  })[];
  notes: SpreadsheetNote[];
  refusal?: SpreadsheetRefusal;
}

/** Writes the bytes to a folder of its own, reads them to the end, and removes the folder. */
export async function readAll(
  bytes: Buffer | string,
  originalName: string,
  options: Partial<ReadOptions> = {},
): Promise<WholeFile> {
  const folder = await mkdtemp(join(tmpdir(), 'gawangan-read-'));
  try {
    const path = join(folder, 'upload');
    await writeFile(path, bytes);
    return await collect(path, { originalName, ...options });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function collect(path: string, options: ReadOptions): Promise<WholeFile> {
  const whole: WholeFile = { sheets: [], notes: [] };
  for await (const event of readSpreadsheet(path, options)) {
    if (event.type === 'file')
      Object.assign(whole, { kind: event.kind, delimiter: event.delimiter, encoding: event.encoding });
    else if (event.type === 'sheet')
      whole.sheets.push({ ...event.sheet, rows: [], rowNumbers: [], marks: [], hiddenRows: [] });
    else if (event.type === 'rows') {
      const sheet = whole.sheets.find(({ index }) => index === event.sheet);
      sheet?.rows.push(...event.rows);
      sheet?.rowNumbers.push(...event.rowNumbers);
      sheet?.marks.push(...event.marks);
      sheet?.hiddenRows.push(...event.hiddenRows);
    } else {
      whole.notes = event.notes;
      if (event.type === 'refused') whole.refusal = event.refusal;
    }
  }
  return whole;
}
