// biome-ignore-all lint/a11y/noRedundantRoles: shown as cards on phones, where browsers would forget that this is a table.
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { hrefWith } from './href-with.ts';
import { Icon } from './icon.tsx';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from './icons.ts';
import { SelectAll, type Selection, SelectionBar, SelectRow } from './table-selection.tsx';

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  align?: 'end';
  /** Makes the header a sort link: `?urut=nama`, again `?urut=-nama`. */
  sortKey?: string;
  /** Left out where the row is a card, at less than 640 px. */
  wideOnly?: boolean;
};

type Props<Row> = {
  /** Names the table for screen readers; shown when `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The first column becomes a link that covers the row. */
  rowHref?: (row: Row) => string;
  /** Rows can be ticked and sent with a form of their own. */
  selection?: Selection<Row>;
  /** Instead of rows: an EmptyState. */
  empty?: ReactNode;
};

/** A list as a table; at 360 px each row is a card. ↑ ↓ move between rows, Enter opens, Space ticks. */
export function DataTable<Row>({
  caption,
  showCaption,
  columns,
  rows,
  rowId,
  rowHref,
  selection,
  empty,
}: Props<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className="table-box">
      {selection && <SelectionBar selection={selection} />}
      <table role="table" className="table">
        <caption className={showCaption ? undefined : 'hidden'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection && (
              <th role="columnheader" className="tick-cell" scope="col">
                <SelectAll selection={selection} body={body} />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body} onKeyDown={moveByKey}>
          {rows.map((row) => (
            <tr role="row" key={rowId(row)} className={rowHref ? 'linked' : undefined}>
              {selection && (
                <td role="cell" className="tick-cell">
                  <SelectRow selection={selection} row={row} value={rowId(row)} />
                </td>
              )}
              {columns.map((column, index) => (
                <td
                  role="cell"
                  key={column.key}
                  className={
                    [column.align ?? '', column.wideOnly ? 'wide-only' : '', index === 0 ? 'primary' : '']
                      .join(' ')
                      .trim() || undefined
                  }
                  data-label={index === 0 ? undefined : column.header}
                >
                  {index === 0 && rowHref ? (
                    <Link to={rowHref(row)} className="row-link">
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { search } = useLocation();
  const now = new URLSearchParams(search).get('urut');
  const { sortKey } = column;
  const direction =
    sortKey && now === sortKey ? 'ascending' : sortKey && now === `-${sortKey}` ? 'descending' : undefined;
  return (
    <th
      role="columnheader"
      scope="col"
      className={[column.align ?? '', column.wideOnly ? 'wide-only' : ''].join(' ').trim() || undefined}
      aria-sort={direction}
    >
      {sortKey ? (
        <Link
          to={hrefWith(search, { urut: direction === 'ascending' ? `-${sortKey}` : sortKey })}
          preventScrollReset
        >
          {column.header}
          <Icon
            of={
              direction === 'ascending'
                ? IconArrowUp
                : direction === 'descending'
                  ? IconArrowDown
                  : IconArrowsSort
            }
            size={16}
          />
        </Link>
      ) : (
        column.header
      )}
    </th>
  );
}

function moveByKey(event: KeyboardEvent<HTMLTableSectionElement>) {
  const target = event.target as HTMLElement;
  const onLink = target.classList.contains('row-link');
  const row = target.closest('tr');
  if (!row || !(onLink || target.matches('.tick-cell input'))) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
    next?.querySelector<HTMLElement>(onLink ? '.row-link' : '.tick-cell input')?.focus();
    event.preventDefault();
  } else if (event.key === ' ' && onLink) {
    const tick = row.querySelector<HTMLInputElement>('.tick-cell input');
    if (!tick) return;
    tick.click();
    event.preventDefault();
  }
}
