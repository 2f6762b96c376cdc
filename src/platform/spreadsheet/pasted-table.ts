/** Text that somebody pasted, as rows. */
export interface PastedTable {
  /** `table`: copied from a sheet; `lines`: one thing a line, as in WhatsApp; `forms`: blocks of “Nama: …” lines. */
  shape: 'table' | 'lines' | 'forms';
  /** Headings that the text itself implies; empty for a table, whose headings are among its rows. */
  columns: PastedColumn[];
  rows: string[][];
  /** Number in the pasted text of the line that each row starts with, from 1. */
  lineNumbers: number[];
}

/** What a column of free lines holds: a form's own label, digits of a telling length, or any text. */
export type PastedColumn =
  | { kind: 'label'; label: string }
  | { kind: 'order-number' | 'sixteen-digits' | 'thirteen-digits' | 'phone' | 'text' };
