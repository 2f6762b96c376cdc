import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FilterChips } from '#ui/filter-chips.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconCircleCheck } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { remarkName } from '../messages/check-words.ts';
import { reviewMessages } from '../messages/review-messages.ts';
import { verdictWord } from '../messages/verdict-words.ts';
import type { Happened } from '../rules/happened.ts';
import { type QueueFilter, type QueueLine, type QueueView, urgencies } from '../rules/review-view.ts';
import { HappenedNotice } from './happened-notice.tsx';
import { queueHref } from './queue-address.ts';
import { ReviewFrame } from './review-frame.tsx';
import { UrgencyBadge } from './urgency-badge.tsx';

type Props = QueueView & {
  filter: QueueFilter;
  mayDecide: boolean;
  happened: Happened | null;
  approved: { approved: number; left: number } | null;
  refusal?: Refusal | undefined;
};

/** What waits for a supervisor: conflicts first, then what is likely wrong, then the rest. */
export function QueueScreen(view: Props) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  const n = (value: number) => formatNumber(value, locale);
  const { round, lines, filter, approved } = view;
  const hrefOf = ({ submissionId }: QueueLine) => queueHref(round.roundId, filter, { submissionId });
  const first = lines[0];
  return (
    <ReviewFrame
      round={round}
      title={t.queueTitle}
      lead={t.queueLead({ count: n(view.waiting) })}
      action={first && <ButtonLink to={hrefOf(first)}>{t.start}</ButtonLink>}
    >
      <ErrorSummary refusal={view.refusal} />
      <HappenedNotice happened={view.happened} action={queueHref(round.roundId, filter)} />
      {approved && (
        <Notice tone="done" live>
          {t.approvedMany({ approved: n(approved.approved), left: n(approved.left) })}
        </Notice>
      )}
      {view.waiting > 0 && <FilterChips facets={facetsOf(view, t, locale)} />}
      {view.mayDecide && <ApproveMany {...view} />}
      <Card flush>
        <DataTable
          caption={t.queueTitle}
          columns={columnsOf(t, locale)}
          rows={lines}
          rowId={({ submissionId }) => submissionId}
          rowHref={hrefOf}
          empty={
            view.waiting === 0 ? (
              <EmptyState icon={IconCircleCheck} title={t.nothingTitle}>
                {t.nothing}
              </EmptyState>
            ) : (
              <EmptyState title={t.noneSo} />
            )
          }
        />
      </Card>
      <Pagination next={view.next} shown={lines.length} total={view.shown} />
    </ReviewFrame>
  );
}

type Texts = ReturnType<typeof messagesFor<(typeof reviewMessages)['id']>>;

function facetsOf(view: QueueView, t: Texts, locale: 'id' | 'en') {
  return [
    {
      param: 'perlu',
      label: t.urgency,
      single: true,
      options: urgencies.map((value) => ({ value, label: t[value], count: view.counts[value] })),
    },
    {
      param: 'pendata',
      label: t.enumerator,
      single: true,
      options: view.people.map(({ userId, name, count }) => ({ value: userId, label: name, count })),
    },
    {
      param: 'kelurahan',
      label: t.village,
      single: true,
      options: view.villages.map(({ code, name, count }) => ({ value: code, label: name, count })),
    },
    {
      param: 'hasil',
      label: t.verdict,
      single: true,
      options: view.verdicts.map(({ verdict, count }) => ({
        value: verdict,
        label: verdictWord(verdict, locale),
        count,
      })),
    },
  ];
}

function columnsOf(t: Texts, locale: 'id' | 'en'): Column<QueueLine>[] {
  return [
    {
      key: 'enterprise',
      header: t.enterprise,
      cell: ({ enterpriseName, ownerName, isFound }) => (
        <>
          {enterpriseName}
          <span className="row-note">
            {[ownerName, isFound ? t.found : null].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'urgency', header: t.urgency, cell: ({ urgency }) => <UrgencyBadge urgency={urgency} /> },
    {
      key: 'remarks',
      header: t.remarks,
      cell: ({ remarks, conflicts }) =>
        [...conflicts, ...remarks].map((code) => remarkName(code, locale)).join(', ') || '–',
    },
    { key: 'verdict', header: t.verdict, cell: ({ verdict }) => verdictWord(verdict, locale) },
    { key: 'village', header: t.village, cell: ({ villageName }) => villageName ?? '–' },
    {
      key: 'who',
      header: t.enumerator,
      cell: ({ userName, finishedAt }) => (
        <>
          {userName}
          <span className="row-note nowrap">{formatInstant(finishedAt, locale)}</span>
        </>
      ),
    },
  ];
}

/** Says what will change before it does. */
function ApproveMany({ round, plainIds, filter }: Props) {
  const locale = useLocale();
  const t = messagesFor(reviewMessages, locale);
  if (plainIds.length === 0) return null;
  const count = formatNumber(plainIds.length, locale);
  return (
    <details className="more">
      <summary>{t.approveAllTitle}</summary>
      <div className="more-inside">
        <p>{t.approveAllWill({ count })}</p>
        <Form method="post" action={queueHref(round.roundId, filter)} className="row">
          <input type="hidden" name="intent" value="approve_many" />
          <input type="hidden" name="submissionIds" value={plainIds.join(',')} />
          <Button>{t.approveAll({ count })}</Button>
        </Form>
      </div>
    </details>
  );
}
