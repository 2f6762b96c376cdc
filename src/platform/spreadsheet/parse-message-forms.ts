import type { PastedTable } from './pasted-table.ts';

/** `Nama lengkap : Siti Aminah`; a label is short and has no digits, so that times and links do not count. */
const FIELD = /^\s*[-•*]?\s*\*?([A-Za-z][A-Za-z ./()&-]{1,38}?)\*?\s*[:=]\s*\*?(.*?)\*?\s*$/;
const MAX_LABELS = 60;
const MAX_LINE = 2_000;

/**
 * Reads forms filled in by message: blocks of `label: value` lines. A new row starts when a label comes again; a line
 * without label continues the value above. Undefined unless at least two thirds of the lines are such fields and some
 * label comes twice (or there is one block of three fields or more).
 */
export function parseMessageForms(lines: string[]): PastedTable | undefined {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.some((line) => line.length > MAX_LINE)) return undefined;
  const fields = filled.filter((line) => FIELD.test(line)).length;
  if (fields < 3 || fields < (filled.length * 2) / 3) return undefined;
  const labels = new Map<string, { label: string; column: number }>();
  const table: PastedTable = { shape: 'forms', columns: [], rows: [], lineNumbers: [] };
  let row: string[] | undefined;
  let last = -1;
  for (const [index, line] of lines.entries()) {
    const match = FIELD.exec(line);
    if (!match) {
      if (line.trim() === '') last = -1;
      else if (row && last >= 0) row[last] = `${row[last]} ${line.trim()}`.trim();
      continue;
    }
    const label = (match[1] as string).trim();
    const key = label
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim();
    let known = labels.get(key);
    if (!known) {
      if (labels.size >= MAX_LABELS) return undefined;
      known = { label, column: labels.size };
      labels.set(key, known);
      table.columns.push({ kind: 'label', label });
    }
    if (!row || row[known.column] !== undefined) {
      row = [];
      table.rows.push(row);
      table.lineNumbers.push(index + 1);
    }
    row[known.column] = match[2] as string;
    last = known.column;
  }
  table.rows = table.rows.map((cells) => table.columns.map((_, column) => cells[column] ?? ''));
  return table;
}
