import { CsvRecords } from './csv-records.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { parseMessageForms } from './parse-message-forms.ts';
import { parseMessageLines } from './parse-message-lines.ts';
import type { PastedTable } from './pasted-table.ts';

/** Most characters accepted from a paste; a longer list is better sent as a file. */
const MAX_PASTED_CHARACTERS = 5_000_000;

/**
 * Turns pasted text into rows: cells copied from a spreadsheet (tabs), lines of a WhatsApp message
 * (`1. Siti Aminah - batik - Jenggot 0812…`), or filled-in forms of a message (`Nama: …`, `Usaha: …`, blank line).
 * Undefined where there is nothing but blanks, or more than `MAX_PASTED_CHARACTERS`.
 */
export function parsePastedText(text: string): PastedTable | undefined {
  if (text.trim() === '' || text.length > MAX_PASTED_CHARACTERS) return undefined;
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?|\u2028/g, '\n')
    .split('\n');
  const sample = lines.slice(0, 200).join('\n');
  const delimiter = detectDelimiter(sample);
  if (delimiter === '\t' || sample.includes('\t')) return parseTable(lines, '\t');
  const forms = parseMessageForms(lines);
  if (forms) return forms;
  if (delimiter && delimiter !== ',' && isSteady(lines, delimiter)) return parseTable(lines, delimiter);
  return parseMessageLines(lines);
}

/** True where nearly every line has the separator equally often, so that it is a table and not prose. */
function isSteady(lines: string[], delimiter: string): boolean {
  const counts = lines.filter((line) => line.trim() !== '').map((line) => line.split(delimiter).length);
  const first = counts[0] ?? 0;
  return (
    counts.length > 1 && first > 1 && counts.filter((count) => count === first).length >= counts.length * 0.8
  );
}

function parseTable(lines: string[], delimiter: '\t' | ';' | '|' | ','): PastedTable {
  const records = new CsvRecords(delimiter, () => {});
  const table: PastedTable = { shape: 'table', columns: [], rows: [], lineNumbers: [] };
  records.push(lines);
  for (const { row, cells } of records.take(true)) {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.every((cell) => cell === '')) continue;
    table.rows.push(trimmed);
    table.lineNumbers.push(row);
  }
  return table;
}
