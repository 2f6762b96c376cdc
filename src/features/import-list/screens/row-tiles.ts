import type { ImportCounts } from '../rules/import-counts.ts';
import type { RowFilter } from '../rules/import-view.ts';

export type RowTile = { readonly filter: RowFilter; readonly count: number };

/**
 * The large figures of a list. What was done with ready rows and what is to be mended is always said, also when it
 * is none; the rest only where there is some. Missing rows are told only of a list with an earlier edition.
 */
export function rowTiles(
  { actions, dispositions }: ImportCounts,
  { leftToMend, hasPrevious }: { leftToMend: number; hasPrevious: boolean },
): RowTile[] {
  const tiles: (RowTile & { always: boolean })[] = [
    { filter: 'new', count: actions?.new ?? 0, always: true },
    { filter: 'changed', count: actions?.changed ?? 0, always: true },
    { filter: 'unchanged', count: actions?.unchanged ?? 0, always: true },
    { filter: 'repeated', count: actions?.repeated ?? 0, always: false },
    { filter: 'needs_mending', count: leftToMend, always: true },
    { filter: 'other_area', count: dispositions.other_area, always: false },
    { filter: 'missing_now', count: actions?.missingNow ?? 0, always: hasPrevious },
  ];
  return tiles
    .filter(({ count, always }) => count > 0 || always)
    .map(({ filter, count }) => ({ filter, count }));
}
