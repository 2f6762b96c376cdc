import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { IconPlus, IconSignature, IconSwitchHorizontal } from '../../../ui/icons.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { peopleMessages } from '../messages/people-messages.ts';

export type PersonRow = {
  userId: string;
  name: string;
  email: string | null;
  closed: boolean;
  twoFactorEnabled: boolean;
  lastSeenAt: Date | null;
  /** Duties of today, such as `Petugas · Seluruh wilayah kantor`. */
  duties: string[];
};
type Props = { people: readonly PersonRow[]; mayManage: boolean; mayHandOver: boolean };

export function PeopleScreen({ people, mayManage, mayHandOver }: Props) {
  const locale = useLocale();
  const t = messagesFor(peopleMessages, locale);
  return (
    <div className="stack">
      <title>{`${t.people} · Gawangan`}</title>
      <PageHeader
        title={t.people}
        lead={t.peopleLead}
        action={
          <>
            <ButtonLink look="secondary" icon={IconSignature} to="/surat">
              {t.papers}
            </ButtonLink>
            {mayHandOver && (
              <ButtonLink look="secondary" icon={IconSwitchHorizontal} to="/orang/serah-terima">
                {t.handOver}
              </ButtonLink>
            )}
            {mayManage && (
              <ButtonLink icon={IconPlus} to="/orang/baru">
                {t.add}
              </ButtonLink>
            )}
          </>
        }
      />
      <Card flush>
        <DataTable
          caption={t.people}
          rows={people}
          rowId={(row) => row.userId}
          rowHref={(row) => `/orang/${row.userId}`}
          columns={[
            { key: 'name', header: t.name, cell: (row) => row.name },
            { key: 'duties', header: t.duties, cell: (row) => <Duties row={row} /> },
            {
              key: 'seen',
              header: t.lastSeen,
              cell: (row) => (row.lastSeenAt ? formatInstant(row.lastSeenAt.getTime(), locale) : t.never),
            },
            {
              key: 'factor',
              header: t.secondFactor,
              wideOnly: true,
              cell: (row) => (row.twoFactorEnabled ? t.on : t.off),
            },
            {
              key: 'state',
              header: t.state,
              cell: (row) => (
                <StatusBadge tone={row.closed ? 'quiet' : 'done'}>
                  {row.closed ? t.closed : t.active}
                </StatusBadge>
              ),
            },
          ]}
        />
      </Card>
    </div>
  );
}

function Duties({ row }: { row: PersonRow }) {
  const t = messagesFor(peopleMessages, useLocale());
  if (row.duties.length === 0) return <span className="soft">{t.noDuty}</span>;
  return (
    <span>
      {row.duties.map((duty) => (
        <span key={duty} className="block">
          {duty}
        </span>
      ))}
    </span>
  );
}
