import { useLocation } from 'react-router';
import { plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { BarList } from '#ui/bar-list.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FilterChips } from '#ui/filter-chips.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { hrefWith } from '#ui/href-with.ts';
import { IconPlus } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { makeMessages } from '../messages/make-messages.ts';
import type { NotGreetedView } from '../rules/not-greeted.ts';
import { greetingFacets } from './greeting-facets.ts';

const SHOWN = 15;

/** How many that is, in words; people with a disability in fives. */
export function countWords(
  { count, asked }: Pick<NotGreetedView, 'count' | 'asked'>,
  locale: 'id' | 'en',
): string {
  const t = messagesFor(makeMessages, locale);
  if (count === null) return t.few;
  return (asked.disability === '' ? t.count : t.countInFives)({ count: formatNumber(count, locale) });
}

/** Whom nobody reached, or not lately: by area, sector, sex, disability. */
export function NotGreetedScreen({ view, mayPlan }: { view: NotGreetedView; mayPlan: boolean }) {
  const locale = useLocale();
  const t = messagesFor(makeMessages, locale);
  const { search } = useLocation();
  return (
    <div className="stack">
      <title>{`${t.notGreeted} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/sapa', label: t.reach }}
        title={t.notGreeted}
        lead={t.notGreetedLead}
        action={
          mayPlan &&
          view.count !== 0 && (
            <ButtonLink to={`/sapa/baru${search}`} icon={IconPlus}>
              {t.make}
            </ButtonLink>
          )
        }
      />
      <FilterChips facets={greetingFacets(view, locale)} />
      <p className="count-line">
        <strong>{countWords(view, locale)}</strong>
      </p>
      {view.villages.length > 0 && (
        <Card>
          <BarList
            title={t.byVillage}
            unit={t.unit}
            of={t.village}
            source={t.source}
            asOf={plainDateInWib(view.asOf)}
            bars={view.villages.slice(0, SHOWN).map(({ value, label, count }) => ({
              label: label ?? t.notKnown,
              value: count,
              to: hrefWith(search, { kelurahan: value }),
            }))}
          />
        </Card>
      )}
    </div>
  );
}
