import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { FilterChips } from '#ui/filter-chips.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconPlus } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { SearchBox } from '#ui/search-box.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { listMessages } from '../messages/list-messages.ts';
import { facetParams, PAGE_ROWS } from '../rules/register-address.ts';
import type { FacetChoice } from '../rules/register-facets.ts';
import type { FacetName } from '../rules/register-index.ts';
import { type EnterpriseRow, EnterpriseTable } from './enterprise-table.tsx';
import { EmptyRegister, NothingFound } from './nothing-found.tsx';
import { RegisterCount, type RegisterCountProps } from './register-count.tsx';
import { TakeAlong } from './take-along.tsx';
import './register.css';

export type EnterpriseListProps = {
  rows: readonly EnterpriseRow[];
  facets: readonly FacetChoice[];
  count: RegisterCountProps;
  offset: number;
  /** What was searched for, and the address of this list without its page. */
  text: string;
  query: string;
  /** The sentence for the head of office. */
  sentence: string;
  /** Nothing on the register at all, whatever the words and chips. */
  isEmpty: boolean;
  may: { register: boolean; export: boolean; reveal: boolean };
};

/** Find any enterprise at once: one box, chips, and what to do with what was found. */
export function EnterpriseListScreen(props: EnterpriseListProps) {
  const { rows, facets, count, offset, text, query, isEmpty, may } = props;
  const locale = useLocale();
  const t = messagesFor(listMessages, locale);
  const facetLabels: Record<FacetName, string> = {
    village: t.area,
    sector: t.sector,
    scale: t.scale,
    standing: t.standing,
    operation: t.operation,
    sources: t.source,
    groups: t.group,
  };
  const total = count.enterprises + count.similar;
  const asWritten = Math.max(0, Math.min(rows.length, count.enterprises - offset));
  return (
    <div className="stack register-list">
      <title>{`${text.trim() === '' ? t.title : text} · Gawangan`}</title>
      <PageHeader
        title={t.title}
        action={
          may.register && (
            <ButtonLink to="/usaha/baru" icon={IconPlus}>
              {t.register}
            </ButtonLink>
          )
        }
      />
      {isEmpty ? (
        // Whoever both registers and works with whole lists is who brings lists in.
        <EmptyRegister mayRegister={may.register} mayBringIn={may.register && may.export} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: only adds arrow keys between the search box and the rows.
        <div className="stack tight" onKeyDown={moveBetweenBoxAndRows}>
          <div className="search-row">
            <SearchBox label={t.search} />
            <Link to="/kelompok">{t.groups}</Link>
          </div>
          <FilterChips
            facets={facets
              .filter(({ options }) => options.length > 0)
              .map(({ facet, options }) => ({
                param: facetParams[facet],
                label: facetLabels[facet],
                options,
              }))}
          />
          <RegisterCount {...count} />
          {rows.length === 0 ? (
            <NothingFound
              text={text}
              hasChips={query.replace(/^\?q=[^&]*/, '').length > 1}
              mayRegister={may.register}
            />
          ) : (
            <>
              {may.export && <TakeAlong query={query} sentence={props.sentence} mayReveal={may.reveal} />}
              {asWritten > 0 && (
                <div className="card flush">
                  <EnterpriseTable rows={rows.slice(0, asWritten)} caption={t.title} />
                </div>
              )}
              {asWritten < rows.length && (
                <section className="stack tight similar" aria-labelledby="mirip">
                  <div>
                    <h2 id="mirip">{t.similarHead({ count: formatNumber(count.similar, locale) })}</h2>
                    <p className="soft small">{t.similarLead}</p>
                  </div>
                  <div className="card flush">
                    <EnterpriseTable
                      rows={rows.slice(asWritten)}
                      caption={t.similarHead({ count: String(count.similar) })}
                    />
                  </div>
                </section>
              )}
              <Pagination
                previous={offset > 0 ? String(Math.max(0, offset - PAGE_ROWS)) : null}
                next={offset + rows.length < total ? String(offset + PAGE_ROWS) : null}
                shown={rows.length}
                total={total}
              />
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** ↓ in the box leads to the first row, ↑ on the first row back, and the rows of both tables are one list. */
function moveBetweenBoxAndRows(event: KeyboardEvent<HTMLDivElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const target = event.target as HTMLElement;
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('.search input[type=search], .row-link'),
  ];
  const at = stops.indexOf(target);
  // The table has moved on by itself: the focus is no longer where the key was pressed.
  if (at === -1 || document.activeElement !== target) return;
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  next.focus();
  event.preventDefault();
}
