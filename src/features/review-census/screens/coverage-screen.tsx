import { Link } from 'react-router';
import { formatInstant, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { BarList } from '#ui/bar-list.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { formatNumber, formatShare } from '#ui/format-number.ts';
import { IconDownload, IconUpload } from '#ui/icons.ts';
import { StatTile } from '#ui/stat-tile.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { coverageMessages } from '../messages/coverage-messages.ts';
import { goodsWord } from '../messages/field-words.ts';
import { verdictWord } from '../messages/verdict-words.ts';
import type { CoverageView, VillageLine } from '../rules/coverage-view.ts';
import { CoverageMap } from './coverage-map.tsx';
import { EstimateCard } from './estimate-card.tsx';
import { estimateCell } from './estimate-cell.ts';
import { NoRows } from './no-rows.tsx';
import { ReviewFrame } from './review-frame.tsx';

type Props = CoverageView & { mayExport: boolean; mayLoadMap: boolean };

/** What is known of a round, and what is likely of the rest. Unknown stays in the denominator. */
export function CoverageScreen(view: Props) {
  const locale = useLocale();
  const t = messagesFor(coverageMessages, locale);
  const { round, total, sources } = view;
  const address = `/pendataan/${round.roundId}/cakupan`;
  // What was found besides stands on no list, and is shown all the same.
  if (total.listed === 0 && view.found === 0)
    return (
      <ReviewFrame round={round} title={t.title} lead={t.lead}>
        <NoRows {...round} />
      </ReviewFrame>
    );
  const listedNote = t.listedNote({ sources: sources.join(', ') });
  return (
    <ReviewFrame
      round={round}
      title={t.title}
      lead={t.lead}
      action={
        view.mayExport && (
          <>
            <ButtonLink to={`${address}.xlsx`} reloadDocument look="secondary" icon={IconDownload}>
              {t.excel}
            </ButtonLink>
            <ButtonLink to={`${address}.pdf`} reloadDocument look="secondary" icon={IconDownload}>
              {t.pdf}
            </ButtonLink>
          </>
        )
      }
    >
      <EstimateCard {...view} />
      <div className="tiles">
        <StatTile label={t.listed} value={total.listed} note={listedNote} />
        <StatTile label={t.rt} value={total.rtInformed} note={t.rtNote} />
        <StatTile label={t.assigned} value={total.assigned} />
        <StatTile
          label={t.visited}
          value={total.visited}
          note={t.visitedNote({
            share: formatShare(total.listed ? total.visited / total.listed : 0, locale),
          })}
        />
        <StatTile label={t.approved} value={total.approved} note={t.approvedNote} />
        <StatTile label={t.found} value={view.found} note={t.foundNote} />
      </div>
      <Card>
        <Verdicts {...view} />
      </Card>
      {view.products.length > 0 && <Products {...view} />}
      <Card
        title={t.map}
        action={
          view.mayLoadMap && (
            <ButtonLink to="/pendataan/peta" look="quiet" icon={IconUpload}>
              {t.loadMap}
            </ButtonLink>
          )
        }
      >
        <CoverageMap map={view.map} />
      </Card>
      <Card title={t.villages} flush>
        <DataTable
          caption={t.villages}
          columns={villageColumns(locale)}
          rows={view.villages}
          rowId={({ villageCode }) => villageCode ?? 'none'}
        />
      </Card>
      <p>
        <Link to="/pendataan/belum-dikunjungi">{t.whoIsNot}</Link>
      </p>
      <details className="more">
        <summary>{t.definitions}</summary>
        <ul className="more-inside">
          {[t.defListed, t.defRt, t.defVisited, t.defUnknown, t.defFound].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <p className="soft small">
        {t.source({ sources: sources.join(', '), at: formatInstant(view.asOf, locale) })}
      </p>
    </ReviewFrame>
  );
}

function Verdicts({ total, sources, asOf }: CoverageView) {
  const locale = useLocale();
  const t = messagesFor(coverageMessages, locale);
  const open = total.listed - total.visited;
  const bars = Object.entries(total.verdicts)
    .sort(([, a], [, b]) => b - a)
    .map(([verdict, value]) => ({ label: verdictWord(verdict, locale), value, of: total.listed }));
  return (
    <BarList
      title={
        open === 0
          ? t.verdictsAll
          : t.verdicts({ share: formatShare(open / Math.max(1, total.listed), locale) })
      }
      unit={t.unit}
      of={t.verdictHead}
      bars={[...bars, { label: t.notVisited, value: open, of: total.listed }]}
      source={sources.join(', ')}
      asOf={plainDateInWib(asOf)}
    />
  );
}

function Products({ products }: CoverageView) {
  const locale = useLocale();
  const t = messagesFor(coverageMessages, locale);
  return (
    <Card title={t.products} flush>
      <DataTable
        caption={t.products}
        rows={products}
        rowId={({ product }) => product}
        columns={[
          { key: 'product', header: t.product, cell: ({ product }) => goodsWord(product, locale) },
          {
            key: 'found',
            header: t.foundSoFar,
            align: 'end',
            cell: ({ found }) => formatNumber(found, locale),
          },
          {
            key: 'likely',
            header: t.likely,
            align: 'end',
            cell: ({ estimate }) => estimateCell(estimate, locale),
          },
        ]}
      />
      <p className="soft small card-foot">{t.productsNote}</p>
    </Card>
  );
}

function villageColumns(locale: 'id' | 'en'): Column<VillageLine>[] {
  const t = messagesFor(coverageMessages, locale);
  const count = (key: string, header: string, of: (line: VillageLine) => number): Column<VillageLine> => ({
    key,
    header,
    align: 'end',
    cell: (line) => formatNumber(of(line), locale),
  });
  return [
    {
      key: 'village',
      header: t.village,
      cell: ({ name, district }) => (
        <>
          {name ?? t.noVillage}
          {district && <span className="row-note">{district}</span>}
        </>
      ),
    },
    count('listed', t.listed, ({ listed }) => listed),
    count('rt', t.rt, ({ rtInformed }) => rtInformed),
    count('assigned', t.assigned, ({ assigned }) => assigned),
    {
      key: 'visited',
      header: t.visited,
      align: 'end',
      cell: ({ visited, listed }) => (
        <>
          {formatNumber(visited, locale)}
          {listed > 0 && <span className="row-note">{formatShare(visited / listed, locale)}</span>}
        </>
      ),
    },
    count('produces', t.produces, ({ verdicts }) => verdicts.produces ?? 0),
    {
      key: 'estimate',
      header: t.estimate,
      align: 'end',
      cell: ({ estimate }) => estimateCell(estimate, locale),
    },
    count('found', t.found, ({ found }) => found),
  ];
}
