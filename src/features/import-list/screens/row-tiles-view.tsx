import { Link, useLocation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { hrefWith } from '#ui/href-with.ts';
import { useLocale } from '#ui/use-locale.ts';
import { filterNote, filterText, previewMessages } from '../messages/preview-messages.ts';
import type { ImportCounts } from '../rules/import-counts.ts';
import type { ImportPage, RowFilter } from '../rules/import-view.ts';
import { rowTiles } from './row-tiles.ts';

type Props = { page: ImportPage; counts: ImportCounts };

const tones: Partial<Record<RowFilter, string>> = { new: 'done', needs_mending: 'wrong' };

/** The rows by what becomes of them; each figure shows its rows below. */
export function RowTilesView({ page, counts }: Props) {
  const { filter, previous, leftToMend } = page;
  const locale = useLocale();
  const t = messagesFor(previewMessages, locale);
  const { search } = useLocation();
  return (
    <ul className="row-tiles" aria-label={t.tiles}>
      {rowTiles(counts, { leftToMend, hasPrevious: previous !== null }).map((tile) => {
        const inside = (
          <>
            <span className="tile-label">{filterText(tile.filter, locale)}</span>
            <span className="tile-value">{formatNumber(tile.count, locale)}</span>
            <span className="tile-note">{filterNote(tile.filter, locale)}</span>
          </>
        );
        const tone = tile.count > 0 ? (tones[tile.filter] ?? '') : 'none';
        return (
          <li key={tile.filter}>
            {tile.count > 0 ? (
              <Link
                to={`${hrefWith(search, { tampil: tile.filter === filter ? null : tile.filter })}#contoh`}
                className={`card tile ${tone}`}
                aria-current={tile.filter === filter ? 'true' : undefined}
                preventScrollReset
              >
                {inside}
              </Link>
            ) : (
              <div className={`card tile ${tone}`}>{inside}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
