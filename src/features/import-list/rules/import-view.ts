import type { PlainDate } from '#kernel/calendar.ts';
import type { KbliVersion } from '#kernel/statutory/kbli.ts';
import type { ColumnDamageReport } from './damaged-column.ts';
import type { ImportCounts } from './import-counts.ts';
import type { ImportEntry, ImportKind, ImportStatus, RowAction } from './import-kinds.ts';
import type { InspectedColumn, Inspection } from './inspection.ts';
import type { RowProblem } from './list-problems.ts';
import type { SkipReason } from './sort-rows.ts';
import type { Disposition } from './validate-row.ts';

/** What the pages of this slice show. Dates with a time are ISO text in UTC. */

export type ImportLine = {
  readonly importId: string;
  readonly name: string;
  readonly kind: ImportKind;
  readonly asOf: PlainDate;
  readonly entry: ImportEntry;
  readonly originalName: string;
  readonly status: ImportStatus;
  readonly counts: ImportCounts | null;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly appliedAt: string | null;
  /** Set for a sheet of mended rows: the list that they belong to. */
  readonly mendsImportId: string | null;
};

export type ImportTask = {
  readonly done: number;
  readonly total: number | null;
  readonly secondsLeft: number | null;
  /** Tried several times without success: a person must start it again. */
  readonly failed: boolean;
};

/** Choosing what each column holds. */
export type MappingView = {
  /** Lists of the file with different columns, the largest first; usually one. */
  readonly lists: readonly { readonly sheets: readonly string[]; readonly dataRows: number }[];
  readonly list: number;
  readonly columns: readonly InspectedColumn[];
  readonly doubtful: number;
  readonly damage: readonly ColumnDamageReport[];
  readonly dataRows: number;
  readonly skipped: Partial<Record<SkipReason, number>>;
  readonly skippedSheets: Inspection['skippedSheets'];
  readonly notes: Inspection['notes'];
  /** Null where the list has no column of codes. */
  readonly kbliVersion: KbliVersion | null;
  readonly figureYear: number;
  /** Lists saved before that this one may be a new edition of; the likely one first. */
  readonly earlier: readonly { readonly importId: string; readonly name: string; readonly asOf: PlainDate }[];
  readonly previousImportId: string | null;
};

/** A row as the preview shows it; personal numbers masked. */
export type PreviewRow = {
  readonly rowNumber: number;
  readonly sheetName: string;
  readonly sheetRow: number;
  readonly disposition: Disposition | 'mended';
  readonly action: RowAction | null;
  readonly ownerName: string | null;
  readonly enterpriseName: string;
  readonly activity: string | null;
  readonly villageName: string | null;
  readonly rt: string | null;
  readonly rw: string | null;
  readonly nik: string | null;
  readonly nib: string | null;
  readonly phone: string | null;
  readonly problems: readonly RowProblem[];
  /** Where the row already is, or was put. */
  readonly enterpriseId: string | null;
};

/** Which rows the preview shows. */
export const rowFilters = [
  'new',
  'changed',
  'unchanged',
  'repeated',
  'needs_mending',
  'other_area',
  'missing_now',
] as const;
export type RowFilter = (typeof rowFilters)[number];

export type ImportPage = ImportLine & {
  readonly legalBasis: string | null;
  readonly byteSize: number;
  readonly sourceListId: string | null;
  readonly previous: { readonly importId: string; readonly name: string; readonly asOf: PlainDate } | null;
  /** Why the file cannot be read, in both languages. */
  readonly refusal: { readonly id: string; readonly en: string } | null;
  readonly task: ImportTask | null;
  readonly mapping: MappingView | null;
  readonly damage: readonly ColumnDamageReport[];
  /** From `staged` on. */
  readonly filter: RowFilter | null;
  readonly rows: readonly PreviewRow[];
  /** Of the filter; for missing_now, enterprises. */
  readonly rowsTotal: number;
  /** Sheets of mended rows that came back for this list, newest first. */
  readonly mendedBy: readonly ImportLine[];
  /** Rows still waiting to be mended. */
  readonly leftToMend: number;
};
