import type { PlainDate } from '#kernel/calendar.ts';
import type { Kbli, KbliVersion } from '#kernel/statutory/kbli.ts';
import type { ColumnDamageReport } from './damaged-column.ts';
import type { GuessedSector } from './guess-sector.ts';
import type { PlaceFinder } from './resolve-place.ts';

/** All that rows are checked against, the same for a whole list. */
export type ListContext = {
  readonly places: PlaceFinder;
  /** The day the list is of; two-digit years and ages are read from it. */
  readonly listDate: PlainDate;
  /** Year of amounts and workers whose column names none; the title's, or the list's. */
  readonly figureYear: number;
  /** The edition of KBLI that the list uses, confirmed by the officer. */
  readonly kbliVersion: KbliVersion;
  readonly kbli: {
    /** Whether the table holds this code in this edition. */
    has(kbli: Kbli): boolean;
    /** The likeliest code for everyday words; asked once for each wording. */
    guess(words: string): Kbli | null;
    sectorOf(kbli: Kbli): GuessedSector;
  };
  /** Landline area code of the office, for local numbers without one: '0285'. */
  readonly phoneAreaCode?: string;
  readonly damage: readonly ColumnDamageReport[];
};
