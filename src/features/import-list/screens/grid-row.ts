import { newId } from '#kernel/id.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { type FastEntryColumn, isEmptyTyped, nextTyped, type TypedRow } from '../rules/fast-entry.ts';
import type { CheckedEntry, TypingPage } from '../rules/typing-view.ts';
import type { TypingReply } from './typing-values.ts';

/** A row on the page, kept by the server or not yet. The last one is always the new one. */
export type GridRow = {
  readonly entryId: string;
  readonly rowNumber: number;
  readonly values: TypedRow;
  /** What the server keeps of it; null: nothing yet. */
  readonly kept: TypedRow | null;
  readonly checked: CheckedEntry | null;
  readonly state: 'still' | 'saving' | 'offline' | 'signed_out' | 'declined';
  readonly refusal: Refusal | null;
  /** Taken out, and can be brought back. */
  readonly removed: boolean;
};

const untouched = { kept: null, checked: null, state: 'still', refusal: null, removed: false } as const;

/** The rows that a page begins with, a new one below; one that was declined without scripts keeps what was typed. */
export function startRows(
  page: TypingPage,
  columns: readonly FastEntryColumn[],
  reply: TypingReply | undefined,
): GridRow[] {
  const rows = page.entries.map(
    ({ entryId, rowNumber, values, disposition, problems }): GridRow => ({
      ...untouched,
      entryId,
      rowNumber,
      values,
      kept: values,
      checked: { disposition, problems },
    }),
  );
  if (!page.isOwn) return rows;
  const all = [...rows, newRow(rows.at(-1), columns, page.nextEntryId)];
  if (reply?.intent !== 'row') return all;
  const { entryId, rowNumber: _number, ...values } = reply.typed;
  const declined = (row: GridRow): GridRow => ({ ...row, values, state: 'declined', refusal: reply.refusal });
  const known = all.some((row) => row.entryId === entryId);
  return all.map((row, at) =>
    row.entryId === entryId || (!known && at === all.length - 1) ? declined(row) : row,
  );
}

/** The row below: of the same village and RT, as a page is. */
export function newRow(
  above: GridRow | undefined,
  columns: readonly FastEntryColumn[],
  entryId: string = newId(),
): GridRow {
  return {
    ...untouched,
    entryId,
    rowNumber: (above?.rowNumber ?? 0) + 1,
    values: above ? nextTyped(columns, above.values) : {},
  };
}

/** Whether something stands here that the server does not keep. */
export function isUnsaved(row: GridRow, columns: readonly FastEntryColumn[]): boolean {
  if (row.removed) return row.kept !== null;
  if (row.kept === null) return !isEmptyTyped(columns, row.values);
  const kept = row.kept;
  return columns.some(({ field }) => (row.values[field] ?? '').trim() !== (kept[field] ?? '').trim());
}
