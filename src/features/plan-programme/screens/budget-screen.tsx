import { Form, Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { budgetMessages } from '../messages/budget-messages.ts';
import { programmeMessages } from '../messages/programme-messages.ts';
import type { LineFigures } from '../rules/budget.ts';
import type { BudgetView } from '../rules/programme-view.ts';
import { BudgetBar } from './budget-bar.tsx';
import { type BudgetValues, CeilingFields, LineFields } from './budget-fields.tsx';
import './programme.css';

type Props = {
  page: BudgetView;
  maySet: boolean;
  reply?: { typed: BudgetValues; refusal: Refusal } | undefined;
};

/** The year's lines as bars with the table beside them. */
export function BudgetScreen({ page, maySet, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(budgetMessages, locale);
  const { lines, sum, year, years } = page;
  const rupiah = (amount: number) => formatRupiah(amount, locale);
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader
        title={t.year({ year: String(year) })}
        lead={t.lead}
        back={{ to: '/pembinaan', label: messagesFor(programmeMessages, locale).title }}
      />
      {years.length > 1 && (
        <nav className="tabs" aria-label={t.years}>
          {years.map((one) => (
            <Link
              key={one}
              to={`/pembinaan/anggaran?tahun=${one}`}
              aria-current={one === year ? 'page' : undefined}
            >
              {one}
            </Link>
          ))}
        </nav>
      )}
      {sum.over > 0 && <Notice tone="wrong">{t.findingOver({ amount: rupiah(sum.over) })}</Notice>}
      {lines.length > 0 && (
        <Card title={t.finding({ left: rupiah(sum.left), ceiling: rupiah(sum.ceiling) })}>
          <ul className="plain-list budget-bars">
            {lines.map((line) => (
              <li key={line.budgetLineId}>
                <Link to={`/pembinaan/anggaran/${line.budgetLineId}`}>
                  {line.code} · {line.name}
                </Link>
                <BudgetBar {...line} />
                <span className="small soft">{barWords(line)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card flush>
        <DataTable
          caption={t.year({ year: String(year) })}
          columns={[
            { key: 'line', header: t.line, cell: ({ code, name }) => `${code} · ${name}` },
            {
              key: 'source',
              header: t.source,
              wideOnly: true,
              cell: ({ inForce }) =>
                inForce
                  ? t.since({
                      document: inForce.documentNumber,
                      day: formatDate(inForce.effectiveOn, locale),
                    })
                  : t.noCeiling,
            },
            { key: 'ceiling', header: t.ceiling, align: 'end', cell: ({ ceiling }) => rupiah(ceiling) },
            {
              key: 'committed',
              header: t.committed,
              align: 'end',
              cell: ({ committed }) => rupiah(committed),
            },
            { key: 'spent', header: t.spent, align: 'end', cell: ({ spent }) => rupiah(spent) },
            {
              key: 'left',
              header: t.left,
              align: 'end',
              cell: ({ left, over }) => (over > 0 ? `−${rupiah(over)}` : rupiah(left)),
            },
          ]}
          rows={lines}
          rowId={({ budgetLineId }) => budgetLineId}
          rowHref={({ budgetLineId }) => `/pembinaan/anggaran/${budgetLineId}`}
          empty={<EmptyState title={t.emptyTitle}>{t.emptyText}</EmptyState>}
        />
      </Card>
      {lines.length > 0 && <p className="soft small">{t.asOf({ day: formatDate(page.asOf, locale) })}</p>}
      {maySet && (
        <details className="fold" open={reply !== undefined || lines.length === 0}>
          <summary>{t.addLine}</summary>
          <Card>
            <Form method="post" className="fields" noValidate>
              <ErrorSummary
                refusal={reply?.refusal}
                labels={{
                  code: t.code,
                  name: t.name,
                  fiscalYear: t.fiscalYear,
                  amount: t.amount,
                  effectiveOn: t.effectiveOn,
                  documentNumber: t.documentNumber,
                }}
              />
              <LineFields values={reply?.typed} errors={reply?.refusal.fields} year={year} />
              <CeilingFields
                values={{ effectiveOn: `${year}-01-01`, ...reply?.typed }}
                errors={reply?.refusal.fields}
              />
              <Button className="start">{t.addLine}</Button>
            </Form>
          </Card>
        </details>
      )}
    </div>
  );

  function barWords({ committed, ceiling, spent, over }: LineFigures): string {
    const words = t.barWords({
      committed: rupiah(committed),
      ceiling: rupiah(ceiling),
      spent: rupiah(spent),
    });
    return over > 0 ? `${words} · ${t.findingOver({ amount: rupiah(over) })}` : words;
  }
}
