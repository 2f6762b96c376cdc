import { type FastEntryColumn, fastEntryMapping } from './fast-entry.ts';
import type { Inspection, PaperPage } from './inspection.ts';
import type { ListField } from './list-fields.ts';
import { noDefaultPlace } from './read-title.ts';
import { headerSignature } from './recognise-columns.ts';
import { type SkipReason, skipReasons } from './sort-rows.ts';

/** Where the rows of a typed list stand, as a sheet would be called; in the language of the lists. */
export const typedSheetName = 'Ketikan';

/**
 * A typed list described as one that was read from a file with these headings, so that everything after the typing
 * (preview, the sheet of rows to mend) needs to know of files only.
 */
export function typedInspection(
  columns: readonly FastEntryColumn[],
  headingOf: (field: ListField) => string,
  pages: readonly PaperPage[],
): Inspection {
  const headings = columns.map(({ field }) => ({ text: headingOf(field) }));
  const sheet = {
    index: 0,
    name: typedSheetName,
    columns: columns.map((_, at) => at),
    table: {
      headings,
      headerRow: null,
      headerHeight: 0 as const,
      numberingRow: null,
      firstRow: 0,
      titles: [],
    },
    place: noDefaultPlace,
    dataRows: 0,
    skipped: Object.fromEntries(skipReasons.map((reason) => [reason, 0])) as Record<SkipReason, number>,
    damage: [],
  };
  return {
    lists: [
      {
        sheets: [sheet],
        headings,
        columns: fastEntryMapping(columns).map((choice, column) => ({
          ...choice,
          column,
          heading: headings[column]!,
          certain: true,
          why: 'heading' as const,
          alternatives: [],
          samples: [],
        })),
        preset: null,
        signature: headerSignature(headings),
        dataRows: 0,
        year: null,
        asOf: null,
      },
    ],
    skippedSheets: [],
    notes: [],
    pages,
  };
}
