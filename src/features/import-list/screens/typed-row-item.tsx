import { memo } from 'react';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { useLocale } from '#ui/use-locale.ts';
import { typingMessages } from '../messages/typing-messages.ts';
import type { FastEntryColumn } from '../rules/fast-entry.ts';
import { type GridRow, isUnsaved } from './grid-row.ts';
import { NotKept } from './not-kept.tsx';
import { TypedProblems } from './typed-problems.tsx';
import { type RowDeeds, TypedRowForm } from './typed-row-form.tsx';
import { TypedRowLine } from './typed-row-line.tsx';

export type ItemDeeds = RowDeeds & {
  open(entryId: string): void;
  close(entryId: string): void;
  restore(entryId: string): void;
};

type Props = {
  row: GridRow;
  columns: readonly FastEntryColumn[];
  isNew: boolean;
  isOpen: boolean;
  isActive: boolean;
  /** The rows are somebody else's: to be looked at only. */
  isReadOnly: boolean;
  deeds: ItemDeeds;
};

/** One row of the grid: the new one as a form; the others as a line that opens into one. */
export const TypedRowItem = memo(function TypedRowItem({
  row,
  columns,
  isNew,
  isOpen,
  isActive,
  isReadOnly,
  deeds,
}: Props) {
  const t = messagesFor(typingMessages, useLocale());
  const hydrated = useHydrated();
  const { entryId, rowNumber, checked } = row;
  const problems = checked?.problems ?? [];
  const problemsId = problems.length > 0 ? `masalah-${entryId}` : undefined;
  const line = <TypedRowLine row={row} isUnsaved={isUnsaved(row, columns)} />;
  const form = (
    <TypedRowForm
      row={row}
      columns={columns}
      isNew={isNew}
      isActive={isActive}
      problemsId={problemsId}
      deeds={deeds}
    />
  );
  if (row.removed)
    return (
      <li className="typed-row gone">
        <span className="soft" role="status">
          {t.removed({ row: rowNumber })}
        </span>
        <Button type="button" look="quiet" onClick={() => deeds.restore(entryId)}>
          {t.restore}
        </Button>
      </li>
    );
  return (
    <li
      id={isNew ? 'baris-baru' : undefined}
      className={['typed-row', isNew ? 'new' : '', isOpen ? 'open' : ''].join(' ').trim()}
      data-entry={entryId}
    >
      {isNew ? (
        <>
          <span className="typed-number">{rowNumber}</span>
          {form}
        </>
      ) : isReadOnly ? (
        <div className="typed-line">{line}</div>
      ) : (
        <details
          open={isOpen}
          onToggle={(event) => {
            const { open } = event.currentTarget;
            if (open !== isOpen) (open ? deeds.open : deeds.close)(entryId);
          }}
        >
          <summary className="typed-line">{line}</summary>
          {(isOpen || !hydrated) && form}
        </details>
      )}
      <NotKept row={row} onRetry={deeds.retry} />
      {problemsId && <TypedProblems id={problemsId} problems={problems} />}
    </li>
  );
});
