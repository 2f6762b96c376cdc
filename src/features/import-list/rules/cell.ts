/** One cell as a reader of sheets gives it: dates as `YYYY-MM-DD` text, empty cells as null. */
export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

const longestKept = 4_000;
const printedNothing = new Set(
  'TIDAK ADA|TDK ADA|TDK|TIDAK TAHU|TIDAK DIKETAHUI|KOSONG|NIHIL|NULL|NONE|NAN|N/A|NA|#N/A|#REF!|#VALUE!|#NAME?|#DIV/0!|XXX|XX|0|00|000'.split(
    '|',
  ),
);

/** At most so many characters, and such as the database takes: no NUL, no half of an emoji. */
export function cutText(text: string, longest: number): string {
  const cut = text.length > longest ? text.slice(0, longest) : text;
  return cut.includes('\u0000') || !cut.isWellFormed() ? cut.replaceAll('\u0000', '').toWellFormed() : cut;
}

/** What a person sees in the cell: white space single, no apostrophe that only told the sheet "this is text". */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'Ya' : 'Tidak';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const text = /\s\s|[^\S ]|^\s|\s$/.test(cell) ? cell.replace(/\s+/g, ' ').trim() : cell;
  const bare = text.charCodeAt(0) === 39 /* ' */ ? text.replace(/^'+\s*/, '') : text;
  return cutText(bare, longestKept);
}

/**
 * Whether somebody only marked that nothing stands here: "-", "...", "N/A", "tidak ada", "0"; or a number came masked
 * out of a register: "************1234", "s***@contoh.id".
 */
export function isBlankMark(text: string): boolean {
  if (text.length > 3 && /^(?:\d{0,4}\*{3,}\d{0,4}|\S\*{3}@\S+)$/.test(text)) return true;
  // Nearly every cell is decided by its first character.
  if (text.length > 16 || (text !== '' && !/^[-–—_.,:/\s#0TKNXtknx]/.test(text))) return false;
  return /^[-–—_.,:/\s]*$/.test(text) || printedNothing.has(text.toUpperCase());
}
