import { useCallback, useEffect, useRef, useState } from 'react';
import { type FastEntryColumn, isEmptyTyped } from '../rules/fast-entry.ts';
import type { ListField } from '../rules/list-fields.ts';
import type { TypingPage } from '../rules/typing-view.ts';
import { type GridRow, isUnsaved, newRow, startRows } from './grid-row.ts';
import { sendTypedRow } from './send-typed-row.ts';
import type { TypingReply } from './typing-values.ts';

const retryMs = 8_000;

export type TypedRows = {
  rows: readonly GridRow[];
  /** How many rows the server does not keep as they stand. */
  unsaved: number;
  change(entryId: string, field: ListField, value: string): void;
  /** Enter: keeps the row in the background. Below the last one a new one opens; its id, or null. */
  submit(entryId: string): string | null;
  /** Keeps the row where it stands. */
  save(entryId: string): void;
  remove(entryId: string): void;
  restore(entryId: string): void;
  retry(): void;
  /** Keeps all that is not yet; whether that worked. */
  saveAll(): Promise<boolean>;
};

/**
 * The rows of the page and their way to the server. One is sent at a time, in the order of typing, so that nothing is
 * overtaken; nobody waits for it. What cannot be sent stays in its row and is tried again.
 */
export function useTypedRows(
  page: TypingPage,
  columns: readonly FastEntryColumn[],
  reply: TypingReply | undefined,
): TypedRows {
  const [rows, setRows] = useState(() => startRows(page, columns, reply));
  // What is sent later must be what stands there then.
  const latest = useRef(rows);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const shown = useRef(columns);
  shown.current = columns;

  const update = useCallback((change: (rows: GridRow[]) => GridRow[]) => {
    latest.current = change(latest.current);
    setRows(latest.current);
  }, []);
  const patch = useCallback(
    (entryId: string, changes: Partial<GridRow>) =>
      update((all) => all.map((row) => (row.entryId === entryId ? { ...row, ...changes } : row))),
    [update],
  );

  const sendNow = useCallback(
    async (entryId: string) => {
      const row = latest.current.find((one) => one.entryId === entryId);
      if (!row || !isUnsaved(row, shown.current)) return;
      patch(entryId, { state: 'saving', refusal: null });
      const answer = await sendTypedRow(page.importId, row.removed ? 'remove' : 'row', row);
      if (answer.kind === 'declined') patch(entryId, { state: 'declined', refusal: answer.refusal });
      else if (answer.kind !== 'kept') patch(entryId, { state: answer.kind });
      else if (row.removed) patch(entryId, { state: 'still', kept: null });
      else {
        const { checked, rowNumber } = answer.saved;
        if (checked) patch(entryId, { state: 'still', kept: row.values, checked, rowNumber });
        // Everything in it was wiped out: it is no longer a row.
        else update((all) => all.filter((one) => one.entryId !== entryId || one === all.at(-1)));
      }
    },
    [page.importId, patch, update],
  );
  const save = useCallback(
    (entryId: string) => {
      queue.current = queue.current.then(() => sendNow(entryId));
    },
    [sendNow],
  );

  const waiting = useCallback(
    () => latest.current.filter((row) => isUnsaved(row, shown.current) && row.state !== 'saving'),
    [],
  );
  const retry = useCallback(() => {
    for (const row of waiting()) if (row.state !== 'still') save(row.entryId);
  }, [save, waiting]);
  const isOffline = rows.some(({ state }) => state === 'offline');
  useEffect(() => {
    if (!isOffline) return;
    const timer = setInterval(retry, retryMs);
    addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      removeEventListener('online', retry);
    };
  }, [isOffline, retry]);

  // More columns, or another look by the rules, came with the page.
  useEffect(() => {
    const fresh = new Map(page.entries.map((entry) => [entry.entryId, entry]));
    update((all) =>
      all.map((row) => {
        const entry = fresh.get(row.entryId);
        if (!entry || row.state !== 'still' || row.removed || isUnsaved(row, shown.current)) return row;
        const { disposition, problems } = entry;
        return { ...row, checked: { disposition, problems } };
      }),
    );
  }, [page.entries, update]);

  return {
    rows,
    unsaved: rows.filter((row) => isUnsaved(row, columns)).length,
    change: useCallback(
      (entryId, field, value) =>
        update((all) =>
          all.map((row) =>
            row.entryId === entryId ? { ...row, values: { ...row.values, [field]: value } } : row,
          ),
        ),
      [update],
    ),
    submit: useCallback(
      (entryId) => {
        const row = latest.current.find((one) => one.entryId === entryId);
        const last = latest.current.at(-1);
        if (!row || !last) return null;
        save(entryId);
        if (row !== last) return last.entryId;
        if (isEmptyTyped(shown.current, row.values)) return null;
        const below = newRow(row, shown.current);
        update((all) => [...all, below]);
        return below.entryId;
      },
      [save, update],
    ),
    save,
    remove: useCallback(
      (entryId) => {
        patch(entryId, { removed: true });
        save(entryId);
      },
      [patch, save],
    ),
    restore: useCallback(
      (entryId) => {
        patch(entryId, { removed: false });
        save(entryId);
      },
      [patch, save],
    ),
    retry,
    saveAll: useCallback(async () => {
      for (const row of waiting()) save(row.entryId);
      await queue.current;
      return waiting().length === 0;
    }, [save, waiting]),
  };
}
