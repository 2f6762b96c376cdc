import { columnLetters } from '../workbook-xml.ts';
import { type ZipPart, zipBytes } from './zip-bytes.ts';

/** An .xlsx described by the XML of its sheets' rows, so that a test decides every byte that matters. */
export interface WorkbookParts {
  /** XML between `<sheetData>` and its end, for each sheet. */
  sheets: { name: string; rows: string; after?: string; before?: string; state?: string }[];
  sharedTexts?: string[];
  /** Format codes; cell style n (from 1) uses the nth. */
  formats?: string[];
  date1904?: boolean;
  /** More parts, or replacements of those made here (by name). */
  parts?: ZipPart[];
  /** Parts left out. */
  without?: string[];
  mainType?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function workbookParts(book: WorkbookParts): ZipPart[] {
  const { sheets, sharedTexts = [], formats = [] } = book;
  const made: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${book.mainType ?? `${TYPE}.sheet.main+xml`}"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${book.date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${sheets
        .map(
          (_, i) =>
            `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
        )
        .join(
          '',
        )}<Relationship Id="s1" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst xmlns="${MAIN}">${sharedTexts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${MAIN}"><numFmts>${formats
        .map((code, i) => `<numFmt numFmtId="${170 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
        .join(
          '',
        )}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${170 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    },
    ...sheets.map(({ rows, before = '', after = '' }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data: `<?xml version="1.0" encoding="UTF-8"?>${before}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    })),
  ];
  const extra = book.parts ?? [];
  const replaced = made.map((part) => extra.find(({ name }) => name === part.name) ?? part);
  const added = extra.filter(({ name }) => !made.some((part) => part.name === name));
  return [...replaced, ...added].filter(({ name }) => !(book.without ?? []).includes(name));
}

export function workbookBytes(book: WorkbookParts): Buffer {
  return zipBytes(workbookParts(book));
}

/** XML of one row; strings become inline texts, numbers stay numbers, `{ raw }` stands as it is. */
export function sheetRow(row: number, cells: (string | number | null | { raw: string })[]): string {
  const xml = cells.map((cell, i) => {
    const reference = `${columnLetters(i)}${row}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') return cell.raw.replace('<c', `<c r="${reference}"`);
    return `<c r="${reference}" t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`;
  });
  return `<row r="${row}">${xml.join('')}</row>`;
}

/** A small list with headings, as XML rows: what a whole file would hold. */
export const SMALL_LIST = [
  sheetRow(1, ['NIK', 'Nama', 'Usaha', 'Kelurahan']),
  sheetRow(2, ['3375014107800001', 'Siti Aminah', 'Batik tulis', 'Jenggot']),
  sheetRow(3, ['3375020302750002', 'Slamet Riyadi', 'Kerupuk ikan', 'Krapyak']),
].join('');

/** An .ods whose `content.xml` has the given body and styles. */
export function odsBytes(tables: string, styles = '', manifest = '<manifest/>'): Buffer {
  const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipBytes([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'META-INF/manifest.xml', data: manifest },
    { name: 'content.xml', data: content },
  ]);
}
