import { MergedCells, type MergedRange } from './merged-cells.ts';
import { OdsSheetRows, repeatCount } from './ods-sheet-rows.ts';
import { type ReadingContext, RowBatcher } from './row-batcher.ts';
import type { SheetInfo, SpreadsheetEvent } from './spreadsheet-event.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';
import { type XmlHandler, XmlScanner, xmlAttribute } from './xml-scanner.ts';
import { ZipArchive } from './zip-archive.ts';

const CONTENT = 'content.xml';

interface OdsSheet {
  info: SheetInfo;
  merges: MergedRange[];
}

/** Reads an OpenDocument spreadsheet: yields `file`, then each sheet's `sheet` and `rows`. */
export async function* readOds(
  path: string,
  bytes: number,
  context: ReadingContext,
): AsyncGenerator<SpreadsheetEvent> {
  const archive = await ZipArchive.open(path, context.limits);
  try {
    const survey = new OdsSurvey();
    await scanPart(archive, survey);
    const sheets = survey.sheets;
    if (sheets.length > context.limits.sheets)
      throw new RefusedFile('too-many-sheets', { found: sheets.length, limit: context.limits.sheets });
    yield { type: 'file', kind: 'ods', bytes, sheets: sheets.map((sheet) => sheet.info) };

    const batchers = sheets.map((sheet) => new RowBatcher(sheet.info, context));
    const reader = new OdsReader(sheets, batchers, context);
    const scanner = new XmlScanner(reader, CONTENT);
    let announced = -1;
    let read = 0;
    // Rows of a sheet are handed over only after its `sheet` event, and all of them before the next sheet's.
    const handOver = function* (ended: boolean): Generator<SpreadsheetEvent> {
      for (; announced < reader.current; announced++) {
        if (announced >= 0) yield* (batchers[announced] as RowBatcher).take(read / survey.bytes);
        yield { type: 'sheet', sheet: (sheets[announced + 1] as OdsSheet).info };
      }
      const batcher = batchers[announced];
      if (batcher && (ended || batcher.isFull)) yield* batcher.take(read / survey.bytes);
    };
    for await (const chunk of archive.stream(CONTENT)) {
      scanner.push(chunk);
      read += chunk.length;
      yield* handOver(false);
    }
    scanner.end();
    yield* handOver(true);
  } finally {
    archive.close();
  }
}

async function scanPart(archive: ZipArchive, survey: OdsSurvey): Promise<void> {
  const scanner = new XmlScanner(survey, CONTENT);
  for await (const chunk of archive.stream(CONTENT)) {
    survey.bytes += chunk.length;
    scanner.push(chunk);
  }
  scanner.end();
}

/** Follows which sheet is being read; tables inside of change tracking or of other tables are no sheets. */
abstract class SheetFollower implements XmlHandler {
  current = -1;
  #tables = 0;
  #tracked = 0;

  open(name: string, attributes: string): void {
    if (name === 'tracked-changes') this.#tracked++;
    else if (name === 'table' && this.#tracked === 0 && this.#tables++ === 0) {
      this.current++;
      this.openSheet(attributes);
    } else if (this.#tracked === 0 && this.#tables < 2) this.openInside(name, attributes);
  }

  close(name: string): void {
    if (name === 'tracked-changes') this.#tracked--;
    else if (name === 'table' && this.#tracked === 0) this.#tables--;
    else if (this.#tracked === 0 && this.#tables === 1) this.closeInside(name);
  }

  text(text: string): void {
    if (this.#tracked === 0 && this.#tables === 1) this.textInside(text);
  }

  abstract openSheet(attributes: string): void;
  abstract openInside(name: string, attributes: string): void;
  closeInside(_name: string): void {}
  textInside(_text: string): void {}
}

/** First run: names, hidden sheets, merged ranges, number of rows. */
class OdsSurvey extends SheetFollower {
  readonly sheets: OdsSheet[] = [];
  bytes = 0;
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #row = 0;
  #rowRepeat = 1;
  #column = 0;

  override openSheet(attributes: string): void {
    const hidden = this.#hiddenStyles.has(xmlAttribute(attributes, 'table:style-name') ?? '');
    const name = xmlAttribute(attributes, 'table:name') ?? '';
    this.sheets.push({ info: { index: this.current, name, hidden, estimatedRows: 0 }, merges: [] });
    this.#row = 0;
    this.#rowRepeat = 1;
  }

  override openInside(name: string, attributes: string): void {
    if (name === 'style') this.#style = xmlAttribute(attributes, 'style:name') ?? '';
    else if (name === 'table-properties' && attributes.includes('table:display="false"'))
      this.#hiddenStyles.add(this.#style);
    const sheet = this.sheets[this.current];
    if (!sheet) return;
    if (name === 'table-row') {
      this.#row += this.#row === 0 ? 1 : this.#rowRepeat;
      this.#rowRepeat = repeatCount(attributes, 'table:number-rows-repeated');
      this.#column = 0;
      sheet.info.estimatedRows = (sheet.info.estimatedRows ?? 0) + 1;
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      const columns = repeatCount(attributes, 'table:number-columns-spanned');
      const rows = repeatCount(attributes, 'table:number-rows-spanned');
      if (columns > 1 || rows > 1) {
        sheet.merges.push({
          top: this.#row,
          bottom: this.#row + rows - 1,
          left: this.#column,
          right: this.#column + columns - 1,
        });
      }
      this.#column += repeatCount(attributes, 'table:number-columns-repeated');
    }
  }
}

/** Second run: the rows. */
class OdsReader extends SheetFollower {
  readonly #sheets: OdsSheet[];
  readonly #batchers: RowBatcher[];
  readonly #context: ReadingContext;
  #rows: OdsSheetRows | undefined;

  constructor(sheets: OdsSheet[], batchers: RowBatcher[], context: ReadingContext) {
    super();
    this.#sheets = sheets;
    this.#batchers = batchers;
    this.#context = context;
  }

  override openSheet(): void {
    const sheet = this.#sheets[this.current] as OdsSheet;
    const merges = new MergedCells(sheet.merges, this.#context.limits.columns);
    this.#rows = new OdsSheetRows(
      sheet.info.name,
      this.#batchers[this.current] as RowBatcher,
      merges,
      this.#context,
    );
  }

  override openInside(name: string, attributes: string): void {
    this.#rows?.open(name, attributes);
  }

  override closeInside(name: string): void {
    this.#rows?.close(name);
  }

  override textInside(text: string): void {
    this.#rows?.text(text);
  }
}
