import { Readable } from 'node:stream';
import type { PastedColumn, PastedTable } from '#platform/spreadsheet/pasted-table.ts';

/** Headings for columns of a message that has none, in words that are recognised. Plain text has none. */
const headingOf = (column: PastedColumn): string => {
  switch (column.kind) {
    case 'label':
      return column.label;
    case 'order-number':
      return 'No';
    case 'sixteen-digits':
      return 'NIK';
    case 'thirteen-digits':
      return 'NIB';
    case 'phone':
      return 'No HP';
    case 'text':
      return '';
  }
};

/** Pasted text as the table that it is, in the form of a file, so that it goes the same way as one. */
export function csvOf({ columns, rows }: PastedTable): Readable {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = columns.length === 0 ? rows : [columns.map(headingOf), ...rows];
  return Readable.from(lines.map((row) => `${row.map(cell).join(';')}\r\n`).map((line) => Buffer.from(line)));
}
