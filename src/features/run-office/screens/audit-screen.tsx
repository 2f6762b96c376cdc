import { Form, Link } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconHistory } from '../../../ui/icons.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Pagination } from '../../../ui/pagination.tsx';
import { type Choice, SelectField } from '../../../ui/select-field.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { auditMessages } from '../messages/audit-messages.ts';

export type AuditLine = {
  eventId: string;
  occurredAt: Date;
  actorKind: 'person' | 'token' | 'system';
  actorName: string;
  action: string;
  subjectKind: string | null;
  subjectId: string | null;
  subjectName: string | null;
  reason: string | null;
  /** In words, such as `tugas: Petugas`. */
  details: readonly string[];
};
type Asked = {
  action: string | null;
  actorId: string | null;
  subjectKind: string | null;
  subjectId: string | null;
  from: string | null;
  to: string | null;
};
type Props = {
  events: readonly AuditLine[];
  next: string | null;
  asked: Asked;
  actions: readonly Choice[];
  people: readonly Choice[];
};

export function AuditScreen({ events, next, asked, actions, people }: Props) {
  const locale = useLocale();
  const t = messagesFor(auditMessages, locale);
  const filtered = Object.values(asked).some((value) => value !== null);
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} />
      <Card>
        <Form className="row">
          {asked.subjectKind && <input type="hidden" name="jenis" value={asked.subjectKind} />}
          {asked.subjectId && <input type="hidden" name="data" value={asked.subjectId} />}
          <SelectField
            name="perbuatan"
            label={t.action}
            options={actions}
            empty={t.anyAction}
            defaultValue={asked.action ?? ''}
          />
          <SelectField
            name="orang"
            label={t.person}
            options={people}
            empty={t.anyone}
            defaultValue={asked.actorId ?? ''}
          />
          <DateField name="dari" label={t.from} defaultValue={asked.from ?? ''} />
          <DateField name="sampai" label={t.to} defaultValue={asked.to ?? ''} />
          <Button look="secondary">{t.find}</Button>
          {filtered && (
            <ButtonLink look="quiet" to="/jejak">
              {t.clear}
            </ButtonLink>
          )}
        </Form>
      </Card>
      <Card flush>
        <DataTable
          caption={t.title}
          rows={events}
          rowId={(row) => row.eventId}
          empty={
            <EmptyState icon={IconHistory} title={t.empty}>
              {t.emptyText}
            </EmptyState>
          }
          columns={[
            {
              key: 'action',
              header: t.action,
              cell: (row) => actions.find((one) => one.value === row.action)?.label ?? row.action,
            },
            { key: 'who', header: t.who, cell: (row) => <Who row={row} /> },
            { key: 'subject', header: t.subject, cell: (row) => <Subject row={row} /> },
            { key: 'details', header: t.details, cell: (row) => <Details row={row} /> },
            {
              key: 'when',
              header: t.when,
              cell: (row) => unbroken(formatInstant(row.occurredAt.getTime(), locale)),
            },
          ]}
        />
      </Card>
      <Pagination next={next} shown={events.length} />
    </div>
  );
}

function Who({ row }: { row: AuditLine }) {
  const t = messagesFor(auditMessages, useLocale());
  return (
    <>
      {row.actorName}
      {row.actorKind !== 'person' && <span className="soft small block">{t[row.actorKind]}</span>}
    </>
  );
}

/** What the deed was about; the link narrows the list to it. */
function Subject({ row }: { row: AuditLine }) {
  const t: Record<string, unknown> = messagesFor(auditMessages, useLocale());
  if (!row.subjectKind || !row.subjectId) return '–';
  const kind = t[`subject_${row.subjectKind}`];
  const name = row.subjectName ?? `…${row.subjectId.slice(-6)}`;
  return (
    <Link
      to={`/jejak?${new URLSearchParams({ jenis: row.subjectKind, data: row.subjectId })}`}
      title={String(t.onlySubject)}
    >
      {typeof kind === 'string' ? kind : row.subjectKind} {name}
    </Link>
  );
}

function Details({ row }: { row: AuditLine }) {
  if (!row.reason && row.details.length === 0) return '–';
  return (
    <span>
      {row.reason && <span className="block">“{row.reason}”</span>}
      {row.details.map((detail) => (
        <span key={detail} className="block small soft">
          {detail}
        </span>
      ))}
    </span>
  );
}

/** `14 Mar 2026, 07.00 WIB` breaks between day and hour only. */
function unbroken(instant: string): string {
  return instant.replaceAll(' ', '\u00a0').replace(',\u00a0', ', ');
}
