import { type Cell, cellText, type Row } from './cell.ts';
import { type Heading, readHeading } from './read-header.ts';
import { fieldByValues, profileColumn } from './value-profile.ts';

/** Where the table of a sheet begins. Positions are indexes into the rows that were looked at. */
export type FoundTable = {
  readonly headings: readonly Heading[];
  /** Null: the list has no header, its columns are told by their values. */
  readonly headerRow: number | null;
  /** Rows that the header takes: 0 without one, 2 where groups stand above. */
  readonly headerHeight: 0 | 1 | 2;
  /** A row 1, 2, 3, 4 … under the header. */
  readonly numberingRow: number | null;
  /** The first row below all that. */
  readonly firstRow: number;
  /** The lines above the header, from top to bottom. */
  readonly titles: readonly string[];
};

/** Headers stand in the first rows; letterheads, titles and notes seldom take more. */
export const rowsToLookAt = 60;
const longestHeading = 80;

type Line = {
  readonly texts: readonly string[];
  readonly filled: number;
  readonly distinct: number;
  /** Headings that are understood. */
  readonly understood: number;
  /** Cells that can be no heading: long numbers, long text. */
  readonly values: number;
};

/**
 * Finds header and first row of the table in the first rows of a sheet. Null where there is no table: a chart, notes,
 * an empty form. Titles above, group headings over the header, and a row of column numbers under it are recognised.
 */
export function findTable(rows: readonly Row[]): FoundTable | null {
  const lines = rows.slice(0, rowsToLookAt).map(readLine);
  const best = headerLine(lines);
  if (best === null) return withoutHeader(rows.slice(0, rowsToLookAt));
  const above = best > 0 && isGroupRow(lines[best - 1]!, lines[best]!) ? 1 : 0;
  const below = above === 0 && best + 1 < lines.length && isSubRow(lines[best + 1]!, lines[best]!) ? 1 : 0;
  const headerRow = best - above;
  const height = above + below === 0 ? 1 : 2;
  const next = headerRow + height;
  const numberingRow = next < rows.length && isNumberingRow(rows[next]!) ? next : null;
  return {
    headings:
      height === 1
        ? lines[best]!.texts.map((text) => ({ text }))
        : joined(lines[headerRow]!, lines[headerRow + 1]!),
    headerRow,
    headerHeight: height,
    numberingRow,
    firstRow: numberingRow === null ? next : next + 1,
    titles: lines
      .slice(0, headerRow)
      .map(({ texts }) => titleText(texts))
      .filter((text) => text !== ''),
  };
}

function readLine(row: Row): Line {
  const texts = row.map(cellText);
  const filled = texts.filter((text) => text !== '');
  const distinct = new Set(filled);
  let understood = 0;
  let values = 0;
  for (const text of distinct) {
    if (
      text.length > longestHeading ||
      /\d{6}/.test(text.replace(/[\s.,-]/g, '')) ||
      /^\d+([.,]\d+)*$/.test(text)
    )
      values += 1;
    else if ((readHeading({ text }).candidates[0]?.score ?? 0) >= 0.6) understood += 1;
  }
  return { texts, filled: filled.length, distinct: distinct.size, understood, values };
}

/** The row with the most understood headings; the uppermost of equals, as later ones repeat it. */
function headerLine(lines: readonly Line[]): number | null {
  let best: number | null = null;
  let most = 0;
  lines.forEach((line, at) => {
    if (line.understood < 2 || line.understood < line.distinct * 0.4) return;
    const score = line.understood - line.values;
    if (score > most) [best, most] = [at, score];
  });
  return best;
}

/** A row of groups ("DATA PEMILIK", "DATA USAHA", or "ALAMAT" over DESA, RT, RW) directly above the header. */
function isGroupRow(line: Line, header: Line): boolean {
  // "KECAMATAN | : | BATANG" is a line of the title.
  if (line.texts.some((text) => /^:|:$/.test(text))) return false;
  return line.values === 0 && line.distinct >= 2 && line.filled >= Math.max(3, header.filled * 0.4);
}

/** A second row of the header: it names columns, and holds nothing that can be no heading. */
function isSubRow(line: Line, header: Line): boolean {
  if (line.values > 0 || line.understood < 2 || line.understood < line.distinct * 0.6) return false;
  // Vertically merged headings come filled in on both rows; a table that repeats its header says all of it anew.
  return !line.texts.every((text, at) => text === (header.texts[at] ?? ''));
}

function joined(top: Line, sub: Line): Heading[] {
  const width = Math.max(top.texts.length, sub.texts.length);
  let group = '';
  return Array.from({ length: width }, (_, at) => {
    const over = top.texts[at] ?? '';
    const text = sub.texts[at] ?? '';
    // Where merged cells did not come along (CSV), a group reaches as far as the cells right of it are empty.
    group = over !== '' ? over : text === '' ? '' : group;
    if (text === '' || text === group) return { text: text || over };
    return group === '' ? { text } : { text, top: group };
  });
}

/** 1, 2, 3 … or (1), (2), (3) … from the first filled cell on. */
export function isNumberingRow(row: Row): boolean {
  const first = row.find((cell) => cell !== null && cell !== '');
  if (first !== 1 && !/^\(?\s*1\s*\)?$/.test(String(first))) return false;
  const numbers = row.map(cellText).filter((text) => text !== '');
  if (numbers.length < 3) return false;
  return numbers.every((text, at) => text.replace(/[().\s]/g, '') === String(at + 1));
}

/** The cells of a title row as one line; a merged title comes filled in many times. */
export function titleText(texts: readonly string[]): string {
  return texts.filter((text, at) => text !== '' && text !== texts[at - 1]).join(' ');
}

/** A list that starts with its first row: at least two columns whose values can be nothing else. */
function withoutHeader(rows: readonly Row[]): FoundTable | null {
  const firstRow = rows.findIndex((row) => row.filter((cell) => cellText(cell) !== '').length >= 2);
  if (firstRow === -1 || rows.length - firstRow < 3) return null;
  const below = rows.slice(firstRow);
  const width = Math.max(...below.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) =>
    fieldByValues(profileColumn(below.map((row): Cell | undefined => row[at]))),
  );
  const told = columns.filter((field) => field !== null && field !== 'kept');
  if (told.length < 2) return null;
  const titles = rows
    .slice(0, firstRow)
    .map((row) => titleText(row.map(cellText)))
    .filter((text) => text !== '');
  return { headings: [], headerRow: null, headerHeight: 0, numberingRow: null, firstRow, titles };
}
