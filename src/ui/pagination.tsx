import { Link, useLocation } from 'react-router';
import { defineMessages, messagesFor } from '#kernel/language.ts';
import { formatNumber } from './format-number.ts';
import { hrefWith } from './href-with.ts';
import { Icon } from './icon.tsx';
import { IconArrowLeft, IconArrowRight } from './icons.ts';
import { useLocale } from './use-locale.ts';

const texts = defineMessages({
  id: {
    name: 'Halaman',
    previous: 'Sebelumnya',
    next: 'Berikutnya',
    shown: (p: { shown: string; total: string }) => `${p.shown} dari ${p.total}`,
  },
  en: { name: 'Pages', previous: 'Previous', next: 'Next', shown: (p) => `${p.shown} of ${p.total}` },
});

type Props = {
  /** Cursor of the page before; becomes `?sebelum=`. */
  previous?: string | null;
  /** Cursor of the page after; becomes `?setelah=`. */
  next?: string | null;
  /** How many rows are on this page, and in all. */
  shown: number;
  total?: number;
};

/** Steps through a long list; keeps the filters. Nothing when all of it is on the page. */
export function Pagination({ previous, next, shown, total }: Props) {
  const locale = useLocale();
  const t = messagesFor(texts, locale);
  const { search } = useLocation();
  if (!previous && !next) return null;
  return (
    <nav className="pagination" aria-label={t.name}>
      {previous ? (
        <Link className="btn secondary" to={hrefWith(search, { sebelum: previous })} rel="prev">
          <Icon of={IconArrowLeft} />
          {t.previous}
        </Link>
      ) : (
        <span />
      )}
      {total !== undefined && (
        <span className="soft small">
          {t.shown({ shown: formatNumber(shown, locale), total: formatNumber(total, locale) })}
        </span>
      )}
      {next ? (
        <Link className="btn secondary" to={hrefWith(search, { setelah: next })} rel="next">
          {t.next}
          <Icon of={IconArrowRight} />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  );
}
