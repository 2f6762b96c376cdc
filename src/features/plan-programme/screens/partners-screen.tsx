import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconUsers } from '#ui/icons.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { intakeWords } from '../messages/intake-words.ts';
import { partnerMessages } from '../messages/partner-messages.ts';
import { programmeMessages } from '../messages/programme-messages.ts';
import type { PartnerLine } from '../rules/programme-view.ts';
import { PartnerFields, type PartnerValues } from './partner-fields.tsx';
import './programme.css';

type Props = {
  partners: readonly PartnerLine[];
  mayPlan: boolean;
  reply?: { typed: PartnerValues; refusal: Refusal } | undefined;
};

/** With whom the office works. */
export function PartnersScreen({ partners, mayPlan, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(partnerMessages, locale);
  const w = messagesFor(intakeWords, locale);
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={{ to: '/pembinaan', label: messagesFor(programmeMessages, locale).title }}
      />
      <Card flush>
        <DataTable
          caption={t.title}
          columns={[
            { key: 'name', header: t.name, cell: ({ name }) => name },
            { key: 'kind', header: t.kind, cell: ({ kind }) => w[`partner_${kind}`] },
            {
              key: 'status',
              header: t.status,
              cell: ({ endedOn }) => (
                <StatusBadge tone={endedOn === null ? 'done' : 'quiet'}>
                  {endedOn === null ? t.working : t.ended}
                </StatusBadge>
              ),
            },
            {
              key: 'intakes',
              header: t.intakes,
              align: 'end',
              cell: ({ intakes }) => formatNumber(intakes, locale),
            },
          ]}
          rows={partners}
          rowId={({ partnerId }) => partnerId}
          rowHref={({ partnerId }) => `/pembinaan/mitra/${partnerId}`}
          empty={
            <EmptyState icon={IconUsers} title={t.emptyTitle}>
              {t.emptyText}
            </EmptyState>
          }
        />
      </Card>
      {mayPlan && (
        <details className="fold" open={reply !== undefined || partners.length === 0}>
          <summary>{t.add}</summary>
          <Card>
            <Form method="post" className="fields" noValidate>
              <ErrorSummary refusal={reply?.refusal} labels={{ name: t.name, kind: t.kind }} />
              <PartnerFields values={reply?.typed} errors={reply?.refusal.fields} />
              <Button className="start">{t.add}</Button>
            </Form>
          </Card>
        </details>
      )}
    </div>
  );
}
