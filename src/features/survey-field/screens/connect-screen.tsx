import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { connectMessages } from '../messages/phone-messages.ts';
import type { AddressVerdict, PhoneAddress } from '../rules/phone-addresses.ts';

const tones: Record<AddressVerdict, Tone> = {
  good: 'done',
  not_https: 'wrong',
  only_this_machine: 'quiet',
  certificate_unsure: 'wait',
};

/** Which addresses let phones work, the code of the good one, and how to come to have one. */
export function ConnectScreen({
  addresses,
  good,
}: {
  addresses: readonly PhoneAddress[];
  good: { url: string; qr: string } | null;
}) {
  const t = messagesFor(connectMessages, useLocale());
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/pendataan/hp', label: t.back }} />
      {good && (
        <Card title={t.ready}>
          <div className="row">
            <img
              src={`data:image/svg+xml,${encodeURIComponent(good.qr)}`}
              alt={t.qrAlt({ url: good.url })}
              width={220}
              height={220}
            />
            <div className="stack">
              <strong>{good.url}</strong>
              <p>{t.readyText}</p>
            </div>
          </div>
        </Card>
      )}
      <Card title={t.addresses} flush>
        <DataTable
          caption={t.addresses}
          rows={addresses}
          rowId={({ url }) => url}
          columns={[
            { key: 'address', header: t.address, cell: ({ url }) => url },
            {
              key: 'works',
              header: t.works,
              cell: ({ verdict }) => (
                <div>
                  <StatusBadge tone={tones[verdict]}>{t[verdict]}</StatusBadge>
                  <p className="small soft">{t[`${verdict}Why`]}</p>
                </div>
              ),
            },
            { key: 'from', header: t.from, cell: ({ from }) => t[from] },
          ]}
        />
      </Card>
      {!good && (
        <Card title={t.otherwise}>
          <ol>
            <li>{t.step1}</li>
            <li>{t.step2}</li>
            <li>{t.step3}</li>
          </ol>
        </Card>
      )}
      <Card title={t.fileWay}>
        <div className="stack">
          <p>{t.fileText}</p>
          <div className="row">
            <ButtonLink to="/pendataan/terima-berkas" look="secondary">
              {t.receiveFile}
            </ButtonLink>
          </div>
        </div>
      </Card>
    </div>
  );
}
