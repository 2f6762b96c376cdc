import { Form, Link } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconCloudOff, IconPlus, IconUpload } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { phoneMessages } from '../messages/phone-messages.ts';
import './field.css';

export type PhoneItem = {
  phoneId: string;
  label: string;
  appVersion: string | null;
  lastSeenAt: Date | null;
  unsentCount: number | null;
  revokedAt: Date | null;
  users: readonly {
    userId: string;
    name: string;
    revokedAt: Date | null;
    wipedAt: Date | null;
    isActive: boolean;
  }[];
};

type Props = {
  phones: readonly PhoneItem[];
  waiting: number;
  mayManage: boolean;
  refusal?: Refusal;
  done?: 'revoked' | 'rotated';
};

/** Phones of the office: who works with them, what they still hold, and how to stop one. */
export function PhonesScreen({ phones, waiting, mayManage, refusal, done }: Props) {
  const locale = useLocale();
  const t = messagesFor(phoneMessages, locale);
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader
        title={t.title}
        lead={t.lead}
        back={{ to: '/pendataan', label: t.back }}
        action={
          <>
            {mayManage && (
              <ButtonLink to="/pendataan/terima-berkas" look="secondary" icon={IconUpload}>
                {t.receiveFile}
              </ButtonLink>
            )}
            <ButtonLink to="/pendataan/hp/sambung" icon={IconPlus}>
              {t.connect}
            </ButtonLink>
          </>
        }
      />
      {done && (
        <Notice tone="done" live>
          {done === 'rotated' ? t.rotated : t.done}
        </Notice>
      )}
      <ErrorSummary refusal={refusal} />
      {waiting > 0 && (
        <Notice tone="wait">
          {t.waiting({ count: formatNumber(waiting, locale) })}{' '}
          <Link to="/pendataan/karantina">{t.seeWaiting}</Link>
        </Notice>
      )}
      <Card flush>
        <DataTable
          caption={t.title}
          rows={phones}
          rowId={({ phoneId }) => phoneId}
          empty={
            <EmptyState icon={IconCloudOff} title={t.empty}>
              {t.emptyText}
            </EmptyState>
          }
          columns={[
            { key: 'phone', header: t.phone, cell: ({ label }) => label },
            { key: 'people', header: t.people, cell: (phone) => <People phone={phone} /> },
            {
              key: 'state',
              header: t.state,
              cell: ({ revokedAt }) =>
                revokedAt ? (
                  <StatusBadge tone="wrong">{t.revoked}</StatusBadge>
                ) : (
                  <StatusBadge tone="done">{t.active}</StatusBadge>
                ),
            },
            {
              key: 'unsent',
              header: t.unsent,
              align: 'end',
              cell: ({ unsentCount }) =>
                unsentCount === null ? t.notKnown : formatNumber(unsentCount, locale),
            },
            {
              key: 'seen',
              header: t.lastSeen,
              cell: ({ lastSeenAt }) => (lastSeenAt ? formatInstant(lastSeenAt.getTime(), locale) : t.never),
            },
            { key: 'version', header: t.version, wideOnly: true, cell: ({ appVersion }) => appVersion ?? '' },
            ...(mayManage
              ? [{ key: 'more', header: t.more, cell: (phone: PhoneItem) => <Revoking phone={phone} /> }]
              : []),
          ]}
        />
      </Card>
      {mayManage && phones.length > 0 && (
        <Card title={t.key}>
          <Form method="post" className="stack">
            <p>{t.keyText}</p>
            <div className="row">
              <Button look="secondary" name="intent" value="rotate">
                {t.rotate}
              </Button>
            </div>
          </Form>
        </Card>
      )}
    </div>
  );
}

function People({ phone }: { phone: PhoneItem }) {
  const t = messagesFor(phoneMessages, useLocale());
  return (
    <ul className="names">
      {phone.users.map(({ userId, name, revokedAt, wipedAt, isActive }) => {
        const hasEnded = phone.revokedAt !== null || revokedAt !== null || !isActive;
        const why = revokedAt ? t.revoked : isActive ? '' : t.accountEnded;
        const data = wipedAt ? t.wiped : t.notYetWiped;
        const note = [why.toLowerCase(), data].filter(Boolean).join(', ');
        return (
          <li key={userId}>
            {name}
            {hasEnded && <span className="soft small"> ({note})</span>}
          </li>
        );
      })}
    </ul>
  );
}

function Revoking({ phone }: { phone: PhoneItem }) {
  const t = messagesFor(phoneMessages, useLocale());
  const standing = phone.users.filter(({ revokedAt, isActive }) => revokedAt === null && isActive);
  if (phone.revokedAt) return null;
  return (
    <details className="more revoking">
      <summary>
        {t.more} <span className="hidden">{phone.label}</span>
      </summary>
      <Form method="post" className="stack">
        <p className="small soft">{t.revokeHint}</p>
        <input type="hidden" name="phoneId" value={phone.phoneId} />
        {phone.users.length > 1 &&
          standing.map(({ userId, name }) => (
            <Button key={userId} look="secondary" name="userId" value={userId}>
              {t.revokePerson({ name })}
            </Button>
          ))}
        <Button look="danger" name="intent" value="revoke">
          {t.revokePhone}
        </Button>
      </Form>
    </details>
  );
}
