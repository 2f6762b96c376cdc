import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatRupiah, formatShortRupiah } from '#kernel/money.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatTile } from '#ui/stat-tile.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { budgetMessages } from '../messages/budget-messages.ts';
import { intakeMessages } from '../messages/intake-messages.ts';
import { ceilingOn, dayForYear } from '../rules/budget.ts';
import type { LinePageView } from '../rules/programme-view.ts';
import { BudgetBar } from './budget-bar.tsx';
import { type BudgetValues, CeilingFields, LineFields } from './budget-fields.tsx';
import { ExcessCard } from './excess-card.tsx';
import { IntakeBadge } from './intake-badge.tsx';
import './programme.css';

type Props = {
  page: LinePageView;
  maySet: boolean;
  mayPlan: boolean;
  saved: boolean;
  reply?: { intent: string; typed: BudgetValues; refusal: Refusal } | undefined;
};

/** One line: what it holds, what it was decided to hold, and to whom it is promised. */
export function BudgetLineScreen({ page, maySet, mayPlan, saved, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(budgetMessages, locale);
  const { line, ceilings, commitments, asOf } = page;
  const rupiah = (amount: number) => formatRupiah(amount, locale);
  const short = (amount: number) => formatShortRupiah(amount, locale);
  const day = dayForYear(line.fiscalYear, asOf);
  const inForce = ceilingOn(ceilings, day);
  const labels = Object.fromEntries(
    ['code', 'name', 'amount', 'effectiveOn', 'documentNumber'].map((name) => [
      name,
      String(t[name as keyof typeof t]),
    ]),
  );
  const replyTo = (intent: string) => (reply?.intent === intent ? reply : undefined);
  return (
    <div className="stack">
      <title>{`${line.code} · Gawangan`}</title>
      <PageHeader
        title={line.name}
        lead={[line.code, line.indicator, line.target].filter(Boolean).join(' · ')}
        back={{
          to: `/pembinaan/anggaran?tahun=${line.fiscalYear}`,
          label: t.year({ year: String(line.fiscalYear) }),
        }}
      />
      {saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      <ErrorSummary refusal={replyTo('postpone')?.refusal} />
      {line.over > 0 && <ExcessCard over={line.over} commitments={commitments} mayPlan={mayPlan} />}
      <div className="tiles">
        <StatTile
          label={t.ceiling}
          value={short(line.ceiling)}
          note={
            line.inForce
              ? t.since({
                  document: line.inForce.documentNumber,
                  day: formatDate(line.inForce.effectiveOn, locale),
                })
              : t.noCeiling
          }
        />
        <StatTile label={t.committed} value={short(line.committed)} note={rupiah(line.committed)} />
        <StatTile label={t.spent} value={short(line.spent)} note={rupiah(line.spent)} />
        <StatTile
          label={line.over > 0 ? t.over : t.left}
          value={short(line.over || line.left)}
          note={rupiah(line.over || line.left)}
        />
      </div>
      <BudgetBar {...line} />
      <Card title={t.commitments} flush>
        <DataTable
          caption={t.commitments}
          columns={[
            { key: 'intake', header: t.intake, cell: (one) => `${one.programme} · ${one.intake}` },
            { key: 'status', header: t.status, cell: (one) => <IntakeBadge status={one.intakeStatus} /> },
            {
              key: 'committed',
              header: t.committed,
              align: 'end',
              cell: (one) => (
                <>
                  {one.status === 'active' ? rupiah(one.amount) : rupiah(one.paid)}
                  {one.status !== 'active' && (
                    <span className="row-note">
                      {messagesFor(intakeMessages, locale)[`status_${one.status}`]}
                    </span>
                  )}
                </>
              ),
            },
            { key: 'spent', header: t.spent, align: 'end', cell: (one) => rupiah(one.paid) },
            {
              key: 'unpaid',
              header: t.unpaid,
              align: 'end',
              cell: (one) => rupiah(one.status === 'active' ? one.amount - one.paid : 0),
            },
          ]}
          rows={commitments}
          rowId={(one) => one.commitmentId}
          rowHref={(one) => `/pembinaan/angkatan/${one.intakeId}`}
          empty={<EmptyState title={t.noCommitments} />}
        />
      </Card>
      <Card title={t.ceilings} flush>
        <DataTable
          caption={t.ceilings}
          columns={[
            { key: 'day', header: t.effectiveOn, cell: (one) => formatDate(one.effectiveOn, locale) },
            { key: 'amount', header: t.ceiling, align: 'end', cell: (one) => rupiah(one.amount) },
            {
              key: 'document',
              header: t.documentNumber,
              cell: (one) => [one.documentNumber, one.note].filter(Boolean).join(' · '),
            },
            {
              key: 'status',
              header: t.status,
              cell: (one) =>
                one.ceilingId === inForce?.ceilingId ? t.inForce : one.effectiveOn > day ? t.later : t.past,
            },
            { key: 'by', header: t.by, wideOnly: true, cell: (one) => one.recordedBy },
          ]}
          rows={ceilings}
          rowId={(one) => one.ceilingId}
        />
      </Card>
      <p className="soft small">{t.asOf({ day: formatDate(asOf, locale) })}</p>
      {maySet && (
        <>
          <details className="fold" open={replyTo('ceiling') !== undefined}>
            <summary>{t.addCeiling}</summary>
            <Card>
              <Form method="post" className="fields" noValidate>
                <ErrorSummary refusal={replyTo('ceiling')?.refusal} labels={labels} />
                <p className="soft">{t.addCeilingText}</p>
                <input type="hidden" name="intent" value="ceiling" />
                <CeilingFields
                  values={{ effectiveOn: day, ...replyTo('ceiling')?.typed }}
                  errors={replyTo('ceiling')?.refusal.fields}
                />
                <Button className="start">{t.addCeiling}</Button>
              </Form>
            </Card>
          </details>
          <details className="fold" open={replyTo('edit') !== undefined}>
            <summary>{t.editLine}</summary>
            <Card>
              <Form method="post" className="fields" noValidate>
                <ErrorSummary refusal={replyTo('edit')?.refusal} labels={labels} />
                <input type="hidden" name="intent" value="edit" />
                <input type="hidden" name="revision" value={line.revision} />
                <LineFields
                  values={
                    replyTo('edit')?.typed ?? {
                      name: line.name,
                      code: line.code,
                      indicator: line.indicator ?? '',
                      target: line.target ?? '',
                    }
                  }
                  errors={replyTo('edit')?.refusal.fields}
                />
                <Button className="start">{t.save}</Button>
              </Form>
            </Card>
          </details>
        </>
      )}
    </div>
  );
}
