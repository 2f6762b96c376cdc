import type { PlainDate } from '#kernel/calendar.ts';

/** What heads the office's papers from a day on. */
export type LetterheadRow = {
  letterheadId: string;
  effectiveOn: PlainDate;
  /** From the top; the last stands out. */
  lines: string[];
  address: string;
  contact: string | null;
  /** Before the date of a paper. */
  city: string;
  /** PNG. */
  logo: Buffer | null;
};

/** Lines as typed, one a row. */
export const linesOf = (typed: string): string[] =>
  typed
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** "Kota Pekalongan" → "Pekalongan": papers bear the name of the place alone. */
export const cityOfArea = (areaName: string): string =>
  areaName.replace(/^(kota administrasi|kota|kabupaten|kab\.)\s+/i, '').trim();
