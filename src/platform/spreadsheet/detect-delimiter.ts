import type { Delimiter } from './spreadsheet-event.ts';

export const DELIMITERS: Delimiter[] = [';', ',', '\t', '|'];

const LINES_JUDGED = 200;

/**
 * The column separator of a text file, from its first lines: the one by which most lines split into the same number
 * of columns, and among equals the one that gives more columns. Undefined for a file of one column. Excel's own
 * `sep=;` line decides at once.
 */
export function detectDelimiter(sample: string): Delimiter | undefined {
  const stated = /^sep=([;,\t|])\r?\n/i.exec(sample)?.[1];
  if (stated) return stated as Delimiter;
  const lines = sample.split(/\r\n|\n|\r/, LINES_JUDGED).filter((line) => line.trim() !== '');
  let best: { delimiter: Delimiter; lines: number; columns: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const { lines: agreeing, columns } = commonest(lines.map((line) => countColumns(line, delimiter)));
    if (columns < 2) continue;
    // One column more weighs little against lines that agree: "Jl. Jlamprang, Gang 2" splits by comma at random.
    if (!best || agreeing * Math.log2(columns) > best.lines * Math.log2(best.columns))
      best = { delimiter, lines: agreeing, columns };
  }
  return best?.delimiter;
}

function countColumns(line: string, delimiter: Delimiter): number {
  let columns = 1;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) columns++;
  }
  return columns;
}

/** Commonest number of columns above 1, with the lines that have it. */
function commonest(counts: number[]): { lines: number; columns: number } {
  const seen = new Map<number, number>();
  for (const columns of counts) if (columns > 1) seen.set(columns, (seen.get(columns) ?? 0) + 1);
  let best = { lines: 0, columns: 1 };
  for (const [columns, lines] of seen)
    if (lines > best.lines || (lines === best.lines && columns > best.columns)) best = { lines, columns };
  return best;
}
