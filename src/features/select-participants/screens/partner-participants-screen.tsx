import { messagesFor } from '#kernel/language.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { IntakeTabs } from '#ui/intake-tabs.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { seatMessages } from '../messages/seat-messages.ts';
import type { PartnerParticipants } from '../rules/participants-view.ts';
import { summaryOf } from './participants-screen.tsx';
import { SeatStatusBadge } from './seat-status.tsx';

/** For a partner: who comes to its intake. */
export function PartnerParticipantsScreen({ view }: { view: PartnerParticipants }) {
  const locale = useLocale();
  const t = messagesFor(seatMessages, locale);
  const { intakeId, name, programme, people } = view;
  return (
    <div className="stack">
      <title>{`${t.title}: ${name} · Gawangan`}</title>
      <PageHeader
        title={name}
        lead={people.length === 0 ? programme : summaryOf({ ...view, answerBy: null }, locale)}
        back={{ to: '/pembinaan', label: programme }}
      />
      <IntakeTabs intakeId={intakeId} of={['intake', 'participants', 'sessions']} />
      {people.length === 0 ? (
        <EmptyState title={t.noneTitle}>{t.noneChoose}</EmptyState>
      ) : (
        <Card
          title={t.people}
          flush
          action={
            <a href={`/pembinaan/angkatan/${intakeId}/peserta.xlsx`} className="btn secondary">
              {t.download}
            </a>
          }
        >
          <DataTable
            caption={t.people}
            rows={people}
            rowId={({ participantId }) => participantId}
            columns={[
              { key: 'owner', header: t.owner, cell: ({ owner, name }) => owner ?? name },
              { key: 'name', header: t.enterprise, cell: ({ name }) => name },
              { key: 'village', header: t.village, cell: ({ village }) => village ?? '–' },
              { key: 'status', header: t.status, cell: ({ status }) => <SeatStatusBadge status={status} /> },
            ]}
          />
        </Card>
      )}
    </div>
  );
}
