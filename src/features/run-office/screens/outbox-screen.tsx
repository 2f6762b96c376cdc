import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FilterChips } from '../../../ui/filter-chips.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconMail, IconSend } from '../../../ui/icons.ts';
import { MaskedValue } from '../../../ui/masked-value.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Pagination } from '../../../ui/pagination.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { outboxMessages } from '../messages/outbox-messages.ts';

type Status = 'waiting' | 'sending' | 'kept' | 'doubtful' | 'sent' | 'failed' | 'dropped';
type Row = {
  messageId: string;
  channel: 'email' | 'whatsapp';
  purpose: string;
  recipientHint: string;
  status: Status;
  createdAt: Date;
};
type Revealed = {
  messageId: string;
  recipient: string;
  subject: string | null;
  body: string;
  chatLink: string | null;
};
type Props = {
  messages: readonly Row[];
  counts: Record<Status, number>;
  next: string | null;
  revealed?: Revealed | null;
  refusal?: Refusal | null;
  noted?: boolean;
};

const statuses = ['kept', 'failed', 'doubtful', 'waiting', 'sent', 'dropped'] as const;
const tones: Record<Status, Tone> = {
  waiting: 'info',
  sending: 'info',
  kept: 'wait',
  doubtful: 'wait',
  sent: 'done',
  failed: 'wrong',
  dropped: 'quiet',
};
const passable: readonly Status[] = ['kept', 'failed', 'doubtful'];

export function OutboxScreen({ messages, counts, next, revealed, refusal, noted }: Props) {
  const locale = useLocale();
  const t = messagesFor(outboxMessages, locale);
  const purposes: Record<string, string> = { sign_in_code: t.sign_in_code, outreach: t.outreach };
  const purpose = (row: Row) => purposes[row.purpose] ?? row.purpose;
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} />
      {noted && (
        <Notice tone="done" live>
          {t.done}
        </Notice>
      )}
      <ErrorSummary refusal={refusal} />
      {revealed && (
        <RevealedCard
          revealed={revealed}
          passable={messages.some((one) => one.messageId === revealed.messageId && isPassable(one))}
        />
      )}
      <FilterChips
        facets={[
          {
            param: 'status',
            label: t.status,
            single: true,
            options: statuses.map((status) => ({ value: status, label: t[status], count: counts[status] })),
          },
        ]}
      />
      <Card flush>
        <DataTable
          caption={t.title}
          rows={messages}
          rowId={(row) => row.messageId}
          empty={
            <EmptyState icon={IconMail} title={t.empty}>
              {t.emptyText}
            </EmptyState>
          }
          columns={[
            { key: 'purpose', header: t.purpose, cell: purpose },
            {
              key: 'status',
              header: t.status,
              cell: (row) => <StatusBadge tone={tones[row.status]}>{t[row.status]}</StatusBadge>,
            },
            {
              key: 'recipient',
              header: t.recipient,
              cell: (row) => (
                <MaskedValue
                  label={t.seeMessage}
                  masked={row.recipientHint}
                  revealed={revealed?.messageId === row.messageId ? revealed.recipient : undefined}
                  fields={{ intent: 'reveal', messageId: row.messageId }}
                  reasons={[t.reasonPassOn, t.reasonAsked]}
                />
              ),
            },
            { key: 'channel', header: t.channel, wideOnly: true, cell: (row) => t[row.channel] },
            { key: 'when', header: t.when, cell: (row) => formatInstant(row.createdAt.getTime(), locale) },
          ]}
        />
      </Card>
      <Pagination next={next} shown={messages.length} />
    </div>
  );
}

const isPassable = (row: Row) => passable.includes(row.status);

function RevealedCard({ revealed, passable }: { revealed: Revealed; passable: boolean }) {
  const t = messagesFor(outboxMessages, useLocale());
  return (
    <Card title={t.message}>
      <div className="stack">
        {revealed.subject && <strong>{revealed.subject}</strong>}
        <p className="as-written">{revealed.body}</p>
        <div className="row">
          {revealed.chatLink && (
            <a className="btn" href={revealed.chatLink} target="_blank" rel="noreferrer">
              <Icon of={IconSend} />
              {t.openChat}
            </a>
          )}
          {passable && (
            <Form method="post">
              <input type="hidden" name="messageId" value={revealed.messageId} />
              <Button look="secondary" name="intent" value="pass_on">
                {t.passedOn}
              </Button>
            </Form>
          )}
        </div>
      </div>
    </Card>
  );
}
