import { Link, useLocation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { hrefWith } from '#ui/href-with.ts';
import { useLocale } from '#ui/use-locale.ts';
import { rowMessages } from '../messages/row-messages.ts';
import type { RowsView } from '../rules/rows-view.ts';

/** Steps through the rows by the number of the page; they stand in walking order, which has no cursor of one value. */
export function RowPages({ view: { page, pageSize, total } }: { view: RowsView }) {
  const locale = useLocale();
  const t = messagesFor(rowMessages, locale);
  const { search } = useLocation();
  if (total <= pageSize) return null;
  const said = (value: number) => formatNumber(value, locale);
  const last = Math.min(total, page * pageSize);
  return (
    <nav className="pagination" aria-label={t.pages}>
      {page > 1 ? (
        <Link className="btn secondary" to={hrefWith(search, { halaman: String(page - 1) })} rel="prev">
          {t.previous}
        </Link>
      ) : (
        <span />
      )}
      <span className="soft small">
        {t.shown({ from: said((page - 1) * pageSize + 1), to: said(last), total: said(total) })}
      </span>
      {last < total ? (
        <Link className="btn secondary" to={hrefWith(search, { halaman: String(page + 1) })} rel="next">
          {t.next}
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
