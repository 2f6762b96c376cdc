import { MergedCells, type MergedRange, parseRange } from './merged-cells.ts';
import { type ReadingContext, RowBatcher } from './row-batcher.ts';
import { SharedTextPool, sharedTextHandler } from './shared-text-pool.ts';
import type { SheetInfo, SpreadsheetEvent } from './spreadsheet-event.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';
import { readXlsxWorkbook, type XlsxSheet } from './xlsx-parts.ts';
import { XlsxSheetRows } from './xlsx-sheet-rows.ts';
import { XmlScanner } from './xml-scanner.ts';
import { ZipArchive } from './zip-archive.ts';

/** Ranges beyond this are a made-up file; the largest real list seen had some hundred. */
const MAX_MERGES = 50_000;

/**
 * Reads an .xlsx or .xlsm: yields `file`, then each sheet's `sheet` and `rows`. Every part is unpacked and checked
 * once before the first row is given, so that a cut-off file is refused before anything of it is used.
 */
export async function* readXlsx(
  path: string,
  bytes: number,
  context: ReadingContext,
): AsyncGenerator<SpreadsheetEvent> {
  const archive = await ZipArchive.open(path, context.limits);
  try {
    if (archive.names.some((name) => name.endsWith('vbaProject.bin'))) context.notes.add('macros-ignored');
    const workbook = await readXlsxWorkbook(archive);
    const { limits, notes } = context;
    if (workbook.sheets.length > limits.sheets)
      throw new RefusedFile('too-many-sheets', { found: workbook.sheets.length, limit: limits.sheets });
    if (workbook.sheetsWithoutCells > 0)
      notes.add('sheet-without-cells', { count: workbook.sheetsWithoutCells });
    const texts = await readSharedTexts(archive, workbook.sharedTextPart, limits.sharedTextBytes);
    const surveys = new Map<XlsxSheet, SheetSurvey>();
    for (const sheet of workbook.sheets) surveys.set(sheet, await surveySheet(archive, sheet));
    const infos = workbook.sheets.map((sheet, index): SheetInfo => {
      const estimatedRows = surveys.get(sheet)?.rows || undefined;
      return { index, name: sheet.name, hidden: sheet.hidden, estimatedRows };
    });
    yield { type: 'file', kind: 'xlsx', bytes, sheets: infos };

    const total = workbook.sheets.reduce((sum, sheet) => sum + archive.packedBytes(sheet.part), 0);
    let before = 0;
    for (const [index, sheet] of workbook.sheets.entries()) {
      const info = infos[index] as SheetInfo;
      yield { type: 'sheet', sheet: info };
      const batcher = new RowBatcher(info, context);
      const survey = surveys.get(sheet) as SheetSurvey;
      const merges = new MergedCells(survey.merges, limits.columns);
      const { formats, date1904 } = workbook;
      const rows = new XlsxSheetRows(
        { name: sheet.name, texts, formats, date1904, merges },
        batcher,
        context,
      );
      const scanner = new XmlScanner(rows, sheet.part);
      let unpacked = 0;
      for await (const chunk of archive.stream(sheet.part)) {
        scanner.push(chunk);
        unpacked += chunk.length;
        const share =
          (before + (archive.packedBytes(sheet.part) * unpacked) / Math.max(1, survey.bytes)) /
          Math.max(1, total);
        if (batcher.isFull) yield* batcher.take(share);
      }
      scanner.end();
      before += archive.packedBytes(sheet.part);
      yield* batcher.take(before / Math.max(1, total));
    }
  } finally {
    archive.close();
  }
}

async function readSharedTexts(
  archive: ZipArchive,
  part: string | undefined,
  limit: number,
): Promise<SharedTextPool> {
  const pool = new SharedTextPool(limit);
  // A workbook may do without shared texts; if cells name some all the same, the sheet is refused there.
  if (part === undefined || !archive.has(part)) return pool;
  const scanner = new XmlScanner(sharedTextHandler(pool), part);
  for await (const chunk of archive.stream(part)) scanner.push(chunk);
  scanner.end();
  return pool;
}

interface SheetSurvey {
  bytes: number;
  rows: number;
  merges: MergedRange[];
}

const MERGE_TAG = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([^"]+)"/g;
/** Longer than any tag looked for, so that one cut by a chunk's end is found with the next. */
const OVERLAP = 120;

/**
 * Runs quickly over a sheet before it is read: merged ranges stand after all rows in the file but are needed before
 * the first; rows are counted for the progress bar; length and checksum are verified on the way.
 */
async function surveySheet(archive: ZipArchive, sheet: XlsxSheet): Promise<SheetSurvey> {
  const survey: SheetSurvey = { bytes: 0, rows: 0, merges: [] };
  let tail = '';
  for await (const chunk of archive.stream(sheet.part)) {
    survey.bytes += chunk.length;
    const text = tail + chunk.toString('latin1');
    const lastTag = text.lastIndexOf('<');
    const cut = lastTag >= 0 && text.length - lastTag < OVERLAP ? lastTag : text.length;
    const whole = text.slice(0, cut);
    for (let at = whole.indexOf('<row '); at >= 0; at = whole.indexOf('<row ', at + 5)) survey.rows++;
    if (whole.includes('mergeCell ')) {
      for (const [, reference] of whole.matchAll(MERGE_TAG)) {
        const range = parseRange(reference as string);
        if (range && survey.merges.push(range) > MAX_MERGES) {
          throw new RefusedFile('damaged-file', { sheet: sheet.name, reason: 'too many merged ranges' });
        }
      }
    }
    tail = text.slice(cut);
  }
  return survey;
}
