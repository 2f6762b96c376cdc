import { basename, extname } from 'node:path';
import { type FileIdentity, identifyFile } from './identify-file.ts';
import { readCsv } from './read-csv.ts';
import { readHtmlTable } from './read-html-table.ts';
import { readLegacyWorkbook } from './read-legacy-workbook.ts';
import { readOds } from './read-ods.ts';
import { readXlsx } from './read-xlsx.ts';
import type { ReadingContext } from './row-batcher.ts';
import type { SpreadsheetEvent } from './spreadsheet-event.ts';
import { DEFAULT_LIMITS, type SpreadsheetLimits } from './spreadsheet-limits.ts';
import { NoteCollector } from './spreadsheet-note.ts';
import { RefusedFile, type SpreadsheetRefusal, spreadsheetRefusal } from './spreadsheet-refusal.ts';

export interface ReadOptions {
  /** The file's name as the person sent it: compared with the content, and the sheet name of a text file. */
  originalName: string;
  /** Overrides of `DEFAULT_LIMITS`. */
  limits?: Partial<SpreadsheetLimits>;
  /** Stops the reading between two batches; its reason is thrown. */
  signal?: AbortSignal;
}

/**
 * Reads any table that people send — CSV, text, XLSX, XLSM, XLS, ODS, an HTML page named .xls — row by row, with
 * memory that does not grow with the file (except .xls, read apart within limits). Formulas and macros are never run,
 * nothing outside the file is opened.
 *
 * Yields `file`, then for each sheet `sheet` and its `rows`, and ends with exactly one `end` or `refused`. A refusal
 * may come after rows have been given (a limit met late): whoever stages rows must then drop them.
 *
 * @throws errors of the disk, and the signal's reason; never because of what the file holds
 */
export async function* readSpreadsheet(path: string, options: ReadOptions): AsyncGenerator<SpreadsheetEvent> {
  const limits: SpreadsheetLimits = { ...DEFAULT_LIMITS, ...options.limits };
  const notes = new NoteCollector();
  const context: ReadingContext = { limits, notes, signal: options.signal, rowCount: 0, characters: 0 };
  const refused = (refusal: SpreadsheetRefusal): SpreadsheetEvent => ({
    type: 'refused',
    refusal,
    notes: notes.list(),
  });
  try {
    const identity = await identifyFile(path, options.originalName, limits);
    if (!identity.readable) {
      yield refused(identity.refusal);
      return;
    }
    if (identity.extensionDiffers) notes.add('extension-differs');
    for await (const event of readKind(path, identity, options.originalName, context)) {
      if (event.type === 'file') noteHiddenSheets(event, notes);
      yield event;
    }
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    yield refused(error.refusal);
    return;
  }
  if (context.rowCount === 0) yield refused(spreadsheetRefusal('no-rows'));
  else yield { type: 'end', rowCount: context.rowCount, notes: notes.list() };
}

function readKind(
  path: string,
  { kind, bytes, encoding = 'utf-8' }: FileIdentity & { readable: true },
  originalName: string,
  context: ReadingContext,
): AsyncGenerator<SpreadsheetEvent> {
  const name = basename(originalName, extname(originalName));
  switch (kind) {
    case 'csv':
      return readCsv(path, bytes, encoding, name, context);
    case 'html-table':
      return readHtmlTable(path, bytes, encoding, name, context);
    case 'xlsx':
      return readXlsx(path, bytes, context);
    case 'ods':
      return readOds(path, bytes, context);
    case 'xls':
    case 'xml-spreadsheet':
      return readLegacyWorkbook(path, bytes, kind, context);
  }
}

function noteHiddenSheets(event: SpreadsheetEvent & { type: 'file' }, notes: NoteCollector): void {
  const hidden = event.sheets.filter((sheet) => sheet.hidden);
  for (const sheet of hidden) notes.add('hidden-sheet', { sheet: sheet.name });
  if (hidden.length > 0 && hidden.length === event.sheets.length) notes.add('only-hidden-sheets');
}
