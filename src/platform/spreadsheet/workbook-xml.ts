import { isFormulaLike } from './formula-guard.ts';

/** A cell as given to a writer; a date as `YYYY-MM-DD`. */
export type CellToWrite = string | number | boolean | null | undefined;

/** `text` keeps every digit (NIK, NIB, phone, codes); `number` and `date` can be summed and sorted. */
export type ColumnKind = 'text' | 'number' | 'date';

/** Numbers of the cell styles in `STYLES_XML`, in their order there. */
const STYLE = { plain: 0, header: 1, text: 2, guardedText: 3, date: 4 } as const;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Format 49 is text: Excel then neither rounds a NIK nor eats a leading zero when the sheet is edited. */
export const STYLES_XML =
  `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '</cellXfs></styleSheet>';

export const ROOT_RELATIONS_XML = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function contentTypesXml(sheetCount: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const sheets = eachSheet(
    sheetCount,
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${sheets}</Types>`
  );
}

export function workbookXml(names: string[]): string {
  const sheets = names
    .map((name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('');
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets}</sheets></workbook>`;
}

export function workbookRelationsXml(sheetCount: number): string {
  const sheets = eachSheet(
    sheetCount,
    (n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets}<Relationship Id="rId${sheetCount + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
}

function eachSheet(count: number, make: (number: number) => string): string {
  return Array.from({ length: count }, (_, i) => make(i + 1)).join('');
}

/** Everything of a sheet before its rows: first row frozen, columns as wide as told (in characters). */
export function sheetStartXml(widths: number[]): string {
  const columns = widths
    .map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`
  );
}

export const SHEET_END_XML = '</sheetData></worksheet>';

/** A row of headings. */
export function headerRowXml(letters: string[], titles: string[]): string {
  return `<row r="1">${titles.map((title, i) => textCell(`${letters[i]}1`, title, STYLE.header)).join('')}</row>`;
}

/** One row; `letters` are the columns' letters, `kinds` what the columns hold. */
export function rowXml(
  row: number,
  cells: readonly CellToWrite[],
  letters: string[],
  kinds: ColumnKind[],
): string {
  let xml = `<row r="${row}">`;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (value !== null && value !== undefined && value !== '')
      xml += cellXml(`${letters[i]}${row}`, value, kinds[i] ?? 'text');
  }
  return `${xml}</row>`;
}

function cellXml(reference: string, value: string | number | boolean, kind: ColumnKind): string {
  if (typeof value === 'boolean') return `<c r="${reference}" t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'number') {
    // Excel keeps 15 digits: a longer number survives only as text.
    if (kind !== 'text' && Number.isFinite(value) && Math.abs(value) < 1e15)
      return `<c r="${reference}"><v>${value}</v></c>`;
    return textCell(reference, String(value), STYLE.text);
  }
  const serial = kind === 'date' ? serialOfDate(value) : undefined;
  if (serial !== undefined) return `<c r="${reference}" s="${STYLE.date}"><v>${serial}</v></c>`;
  return textCell(reference, value, isFormulaLike(value) ? STYLE.guardedText : STYLE.text);
}

function textCell(reference: string, text: string, style: number): string {
  const escaped = escapeXml(text.length > MAX_CHARACTERS ? text.slice(0, MAX_CHARACTERS) : text);
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t${space}>${escaped}</t></is></c>`;
}

/** Excel declares a file broken if one cell holds more. */
const MAX_CHARACTERS = 32_767;

/** Day number of an ISO date from 1 March 1900 on (before that the system counts a day that never was). */
function serialOfDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const serial = Date.parse(text) / 86_400_000 + 25_569;
  return serial >= 61 ? serial : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these characters may not stand in XML
const NEEDS_ESCAPE = /[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** Escapes text for XML; characters that XML forbids become `_x0007_`, as Excel writes them. */
function escapeXml(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return text;
  return text
    .toWellFormed()
    .replace(
      FORBIDDEN,
      (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** `A`, `B` … `Z`, `AA` … for a position from 0. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
