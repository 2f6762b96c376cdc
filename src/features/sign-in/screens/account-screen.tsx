import { Form } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useLocale } from '../../../ui/use-locale.ts';
import { accountMessages } from '../messages/account-messages.ts';

type Session = {
  sessionId: string;
  device: string | null;
  address: string | null;
  lastSeenAt: Date;
  isThis: boolean;
};
type Props = {
  name: string;
  email: string | null;
  roles: readonly string[];
  officeName: string;
  twoFactorEnabled: boolean;
  sessions: readonly Session[];
  offices: readonly { officeCode: string; name: string; isThis: boolean }[];
  ended?: boolean;
};

export function AccountScreen({
  name,
  email,
  roles,
  officeName,
  twoFactorEnabled,
  sessions,
  offices,
  ended,
}: Props) {
  const t = messagesFor(accountMessages, useLocale());
  return (
    <div className="stack">
      <title>{`${t.account} · Gawangan`}</title>
      <PageHeader title={t.account} lead={t.accountLead} />
      {ended && (
        <Notice tone="done" live>
          {t.ended}
        </Notice>
      )}
      <Card title={t.aboutMe}>
        <DefinitionList
          items={[
            { term: t.name, value: name },
            { term: t.email, value: email ?? t.noEmail },
            { term: t.roles, value: roles.join(', ') },
            { term: t.office, value: officeName },
          ]}
        />
      </Card>
      {offices.length > 1 && <OfficesCard offices={offices} />}
      <Card
        title={t.password}
        action={
          <ButtonLink look="secondary" to="/akun/sandi">
            {t.changePassword}
          </ButtonLink>
        }
      >
        <p className="soft">{t.passwordLead}</p>
      </Card>
      <Card
        title={
          <span className="row">
            {t.secondFactor}{' '}
            <StatusBadge tone={twoFactorEnabled ? 'done' : 'quiet'}>
              {twoFactorEnabled ? t.on : t.off}
            </StatusBadge>
          </span>
        }
        action={
          <ButtonLink look="secondary" to="/akun/pengaman">
            {t.manage}
          </ButtonLink>
        }
      >
        <p className="soft">{t.secondFactorLead}</p>
      </Card>
      <SessionsCard sessions={sessions} />
    </div>
  );
}

function SessionsCard({ sessions }: { sessions: readonly Session[] }) {
  const locale = useLocale();
  const t = messagesFor(accountMessages, locale);
  const others = (
    <Form method="post">
      <Button look="secondary" name="intent" value="end_others">
        {t.endOthers}
      </Button>
    </Form>
  );
  return (
    <Card flush title={t.sessions} action={sessions.length > 1 ? others : undefined}>
      <DataTable
        caption={t.sessions}
        rows={sessions}
        rowId={(row) => row.sessionId}
        columns={[
          {
            key: 'device',
            header: t.device,
            cell: (row) => (
              <span className="row">
                {row.device ?? t.unknownDevice}{' '}
                {row.isThis && <StatusBadge tone="info">{t.thisOne}</StatusBadge>}
              </span>
            ),
          },
          { key: 'address', header: t.address, cell: (row) => row.address ?? '–' },
          { key: 'seen', header: t.lastSeen, cell: (row) => formatInstant(row.lastSeenAt.getTime(), locale) },
          {
            key: 'end',
            header: t.end,
            align: 'end',
            cell: (row) =>
              row.isThis ? (
                '–'
              ) : (
                <Form method="post">
                  <input type="hidden" name="sessionId" value={row.sessionId} />
                  <Button
                    look="quiet"
                    name="intent"
                    value="end"
                    aria-label={t.endWhich({ device: row.device ?? t.unknownDevice })}
                  >
                    {t.end}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </Card>
  );
}

function OfficesCard({ offices }: { offices: Props['offices'] }) {
  const t = messagesFor(accountMessages, useLocale());
  return (
    <Card title={t.offices}>
      <div className="stack">
        {offices.map((office) => (
          <Form key={office.officeCode} method="post" action="/kantor" className="row">
            <input type="hidden" name="kantor" value={office.officeCode} />
            <strong>{office.name}</strong>
            {office.isThis ? (
              <StatusBadge tone="done">{t.hereNow}</StatusBadge>
            ) : (
              <Button look="secondary">{t.workHere}</Button>
            )}
          </Form>
        ))}
      </div>
    </Card>
  );
}
