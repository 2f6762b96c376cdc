import type { PlainDate } from '#kernel/calendar.ts';
import type { TypedRow } from './fast-entry.ts';
import type { ImportKind } from './import-kinds.ts';
import type { ListField } from './list-fields.ts';
import type { RowProblem } from './list-problems.ts';
import type { Disposition } from './validate-row.ts';

/** What the rules say of a typed row. */
export type CheckedEntry = {
  readonly disposition: Disposition;
  readonly problems: readonly RowProblem[];
};

/** A row that is kept, as its page shows it. */
export type TypedEntry = CheckedEntry & {
  readonly rowNumber: number;
  readonly entryId: string;
  /** In the clear for the one who typed it; otherwise personal numbers by their last digits. */
  readonly values: TypedRow;
};

/** What saving a row answers; null for `checked` where nothing was typed, and nothing is kept. */
export type SavedEntry = { readonly rowNumber: number; readonly checked: CheckedEntry | null };

export type TypingPage = {
  readonly importId: string;
  readonly name: string;
  readonly kind: ImportKind;
  readonly asOf: PlainDate;
  readonly legalBasis: string | null;
  /** Who types it; the rows are theirs. */
  readonly typist: string;
  readonly isOwn: boolean;
  readonly fields: readonly ListField[];
  /** Fields in which something is typed: their columns stay. */
  readonly filledFields: readonly ListField[];
  readonly pages: readonly { readonly name: string; readonly mediaType: string }[];
  readonly entries: readonly TypedEntry[];
  /** By what the next new row will be known. */
  readonly nextEntryId: string;
};

/** Somebody on the register who may be the one that is being typed. */
export type TypedMatch = {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly by: 'nik' | 'phone' | 'name';
  readonly enterprises: readonly {
    readonly enterpriseId: string;
    readonly name: string;
    readonly villageName: string | null;
    readonly rt: string | null;
    readonly rw: string | null;
  }[];
};
