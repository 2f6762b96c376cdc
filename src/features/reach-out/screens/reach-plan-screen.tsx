import { Form, useLocation } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { formatNumber, formatShare } from '#ui/format-number.ts';
import { IconPlus } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { makeMessages } from '../messages/make-messages.ts';
import { assumedOn, plannedLanes } from '../rules/plan-reach.ts';
import { costParam, type PlanView } from '../rules/plan-view.ts';

/** Who can be reached with the money there is, and how many are left out. */
export function ReachPlanScreen({ view, mayPlan }: { view: PlanView; mayPlan: boolean }) {
  const locale = useLocale();
  const t = messagesFor(makeMessages, locale);
  const { search } = useLocation();
  const { plan, figures } = view;
  const count = (value: number) => formatNumber(Math.round(value), locale);
  return (
    <div className="stack">
      <title>{`${t.plan} · Gawangan`}</title>
      <PageHeader
        back={{ to: '/sapa', label: t.reach }}
        title={t.plan}
        lead={t.planLead}
        action={
          mayPlan &&
          plan !== null &&
          plan.people > 0 && (
            <ButtonLink to={`/sapa/baru${withAll(search)}`} icon={IconPlus}>
              {t.makePlanned}
            </ButtonLink>
          )
        }
      />
      <Card>
        <Form method="get" className="fields">
          <TextField
            name="anggaran"
            label={t.budget}
            inputMode="numeric"
            defaultValue={view.asked ? String(view.asked.budget) : ''}
            short
            required
          />
          <fieldset className="field">
            <legend className="label">{t.costs}</legend>
            <div className="field-pair">
              {plannedLanes.map((lane) => (
                <TextField
                  key={lane}
                  name={costParam(lane)}
                  label={t[`cost_${lane}`]}
                  inputMode="numeric"
                  defaultValue={String(figures[lane].cost)}
                  short
                />
              ))}
            </div>
          </fieldset>
          <div className="row">
            <Button>{t.compute}</Button>
          </div>
        </Form>
      </Card>
      {plan && (
        <>
          <Card flush>
            <DataTable
              caption={t.plan}
              rows={plannedLanes}
              rowId={(lane) => lane}
              columns={[
                { key: 'way', header: t.way, cell: (lane) => t[lane] },
                {
                  key: 'people',
                  header: t.people,
                  align: 'end',
                  cell: (lane) => count(plan.byLane[lane].people),
                },
                {
                  key: 'share',
                  header: t.share,
                  align: 'end',
                  cell: (lane) => (
                    <>
                      {formatShare(figures[lane].share, locale)}
                      <span className="row-note">
                        {figures[lane].tried > 0
                          ? t.learned({ tried: count(figures[lane].tried) })
                          : t.assumed({ at: formatDate(assumedOn, locale) })}
                      </span>
                    </>
                  ),
                },
                {
                  key: 'expected',
                  header: t.expected,
                  align: 'end',
                  cell: (lane) => count(plan.byLane[lane].expected),
                },
                {
                  key: 'cost',
                  header: t.cost,
                  align: 'end',
                  cell: (lane) => formatRupiah(plan.byLane[lane].cost, locale),
                },
              ]}
            />
          </Card>
          <Notice tone={plan.left > 0 ? 'wait' : 'done'}>
            <strong>
              {t.total}: {count(plan.people)} · {formatRupiah(plan.cost, locale)}
            </strong>{' '}
            {plan.left > 0 ? t.left({ count: count(plan.left) }) : t.leftNone}{' '}
            {plan.alone > 0 && t.alone({ count: count(plan.alone) })}
          </Notice>
          <p className="soft small">{t.first({ count: count(view.looked) })}</p>
        </>
      )}
    </div>
  );
}

/** A plan looks at everybody; those never reached come first by its order. */
function withAll(search: string): string {
  const params = new URLSearchParams(search);
  params.set('sejak', 'all');
  return `?${params}`;
}
