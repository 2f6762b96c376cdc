import type { PlainDate } from '#kernel/calendar.ts';
import type { KbliVersion } from '#kernel/statutory/kbli.ts';
import type { ColumnMapping } from './column-choice.ts';
import type { ColumnDamageReport } from './damaged-column.ts';
import type { FoundTable } from './find-table.ts';
import type { PresetKind } from './list-presets.ts';
import type { SheetSkipReason } from './plan-sheets.ts';
import type { Heading } from './read-header.ts';
import type { DefaultPlace } from './read-title.ts';
import type { ColumnProposal } from './recognise-columns.ts';
import type { SkipReason } from './sort-rows.ts';

/** A sheet of a list: where its table is, its column for each column of the list (-1: it lacks it). */
export type InspectedSheet = {
  readonly index: number;
  readonly name: string;
  readonly columns: readonly number[];
  readonly table: FoundTable;
  readonly place: DefaultPlace;
  readonly dataRows: number;
  readonly skipped: Readonly<Record<SkipReason, number>>;
  /** Columns as the list counts them. */
  readonly damage: readonly ColumnDamageReport[];
  /** Of a sheet of mended rows: where it names the row that it mends. */
  readonly idColumn?: number;
};

/** A column with a few of its values, personal numbers veiled. */
export type InspectedColumn = ColumnProposal & { readonly samples: readonly string[] };

/** Sheets with the same columns: one list. */
export type InspectedList = {
  readonly sheets: readonly InspectedSheet[];
  readonly headings: readonly Heading[];
  readonly columns: readonly InspectedColumn[];
  readonly preset: PresetKind | null;
  readonly signature: string;
  readonly dataRows: number;
  /** What the titles say. */
  readonly year: number | null;
  readonly asOf: PlainDate | null;
};

/** A photo or PDF of the paper that a list is typed from. */
export type PaperPage = {
  readonly storageKey: string;
  readonly name: string;
  /** Told by its bytes. */
  readonly mediaType: string;
  readonly byteSize: number;
};

/** What one reading of a file found. Kept as JSON; holds no personal numbers. */
export type Inspection = {
  /** The largest list first. */
  readonly lists: readonly InspectedList[];
  readonly skippedSheets: readonly { readonly name: string; readonly reason: SheetSkipReason }[];
  /** What the reader remarked of the file, in both languages. */
  readonly notes: readonly { readonly id: string; readonly en: string }[];
  /** Of a typed list: its paper, page by page. */
  readonly pages?: readonly PaperPage[];
};

/** What a person confirmed. */
export type ConfirmedMapping = {
  /** Which of the file's lists. */
  readonly list: number;
  readonly columns: ColumnMapping;
  readonly kbliVersion: KbliVersion;
  /** Year of amounts whose column names none. */
  readonly figureYear: number;
};
