import type { NoteCode } from '../spreadsheet-note.ts';
import type { RefusalCode } from '../spreadsheet-refusal.ts';

/**
 * One file of the set of troublesome files, made by code. Each is either read to its end, with at least the given
 * notes and exactly that many rows, or refused with that code.
 */
export interface CorruptFile {
  /** What is wrong with it, in words. */
  what: string;
  /** Name as somebody would send it. */
  fileName: string;
  bytes: () => Buffer;
  expected: { rows: number; notes?: NoteCode[] } | { refused: RefusalCode };
}
