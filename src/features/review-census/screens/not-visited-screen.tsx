import { useLocation } from 'react-router';
import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterChips } from '#ui/filter-chips.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconDownload } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { goodsWord } from '../messages/field-words.ts';
import { notVisitedMessages } from '../messages/not-visited-messages.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import { type NotVisitedView, spans } from '../rules/not-visited.ts';

/** Who was never visited, or not lately: by area, sector, sex, disability. */
export function NotVisitedScreen(view: NotVisitedView & { mayExport: boolean; mayReveal: boolean }) {
  const locale = useLocale();
  const t = messagesFor(notVisitedMessages, locale);
  const { search } = useLocation();
  const { asked, count, lines } = view;
  const inWords = asked.disability === '' ? t.count : t.countInFives;
  const said = count === null ? t.few : inWords({ count: formatNumber(count, locale) });
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/pendataan', label: messagesFor(reviewMessages, locale).back }}
        title={t.title}
        lead={t.lead}
        action={
          view.mayExport &&
          (asked.disability === '' || view.mayReveal) && (
            <ButtonLink
              to={`/pendataan/belum-dikunjungi.xlsx${search}`}
              reloadDocument
              look="secondary"
              icon={IconDownload}
            >
              {t.excel}
            </ButtonLink>
          )
        }
      />
      <FilterChips facets={facetsOf(view, locale)} />
      <p className="count-line">
        <strong>{said}</strong>
      </p>
      {asked.disability === '' ? (
        <Card flush>
          <DataTable
            caption={t.title}
            rows={lines}
            rowId={({ enterpriseId }) => enterpriseId}
            rowHref={({ enterpriseId }) => `/usaha/${enterpriseId}`}
            empty={<EmptyState title={t.none}>{t.noneHow}</EmptyState>}
            columns={[
              {
                key: 'name',
                header: t.enterprise,
                cell: ({ name, ownerName }) => (
                  <>
                    {name}
                    {ownerName && <span className="row-note">{ownerName}</span>}
                  </>
                ),
              },
              { key: 'sector', header: t.sector, cell: ({ sector }) => goodsWord(sector, locale) },
              { key: 'place', header: t.place, cell: ({ place }) => place || '–' },
              { key: 'phone', header: t.phone, cell: ({ phoneHint }) => phoneHint ?? '–' },
              {
                key: 'last',
                header: t.last,
                cell: ({ verifiedOn }) => (
                  <span className="nowrap">{verifiedOn ? formatDate(verifiedOn, locale) : t.never}</span>
                ),
              },
            ]}
          />
        </Card>
      ) : (
        <Notice>{view.mayReveal ? t.disabilityNote : t.disabilityHidden}</Notice>
      )}
      <Pagination
        next={view.next}
        shown={lines.length}
        {...(count === null || asked.disability !== '' ? {} : { total: count })}
      />
      <p className="soft small">{t.source({ at: formatInstant(view.asOf, locale) })}</p>
    </div>
  );
}

function facetsOf({ villages, sectors, sexes }: NotVisitedView, locale: 'id' | 'en') {
  const t = messagesFor(notVisitedMessages, locale);
  const nameOf = (value: string) => (value === 'unknown' ? t.notKnown : goodsWord(value, locale));
  return [
    {
      param: 'sejak',
      label: t.span,
      single: true,
      options: spans.map((span) => ({
        value: span,
        label: span === 'never' ? t.never : t.months({ months: span }),
      })),
    },
    {
      param: 'kelurahan',
      label: t.village,
      single: true,
      options: villages.map((one) => ({ ...one, label: one.label ?? t.notKnown })),
    },
    {
      param: 'sektor',
      label: t.sector,
      single: true,
      options: sectors.map(({ value, count }) => ({ value, label: nameOf(value), count })),
    },
    {
      param: 'jk',
      label: t.sex,
      single: true,
      options: sexes.map(({ value, count }) => ({ value, label: nameOf(value), count })),
    },
    {
      param: 'disabilitas',
      label: t.disability,
      single: true,
      options: [{ value: 'yes', label: t.disabilityYes }],
    },
  ];
}
