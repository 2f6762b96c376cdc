import { Form, Link, useNavigation } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { FileField } from '#ui/file-field.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconDownload, IconUpload } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { fileMessages } from '../messages/file-messages.ts';
import type { FileCounts } from '../rules/file-counts.ts';

export type FileReply = {
  refusal?: Refusal;
  received?: { phoneId: string; isKnownPhone: boolean; counts: FileCounts; heldIds: readonly string[] };
};

const kinds = [
  'stored',
  'known',
  'quarantined',
  'unreadable',
  'photos',
  'knownPhotos',
  'photosRefused',
  'damagedLines',
  'missing',
] as const;

/** Takes in the sealed outbox of a phone as a file, and gives its receipt. */
export function ReceiveFileScreen({ refusal, received }: FileReply) {
  const t = messagesFor(fileMessages, useLocale());
  const isSending = useNavigation().state !== 'idle';
  return (
    <div className="stack">
      <title>{`${t.title} · Gawangan`}</title>
      <PageHeader title={t.title} lead={t.lead} back={{ to: '/pendataan/hp', label: t.back }} />
      {received && <Received received={received} />}
      <Card>
        <Form method="post" encType="multipart/form-data" className="stack" noValidate>
          <FileRefusal refusal={refusal} />
          <FileField name="file" label={t.file} hint={t.hint} accept=".gawangan" errors={refusal?.fields} />
          <div className="row">
            <Button icon={IconUpload} disabled={isSending}>
              {isSending ? t.sending : t.send}
            </Button>
          </div>
        </Form>
      </Card>
    </div>
  );
}

/** Of this kind of file more can be said than of any file. */
function FileRefusal({ refusal }: { refusal: Refusal | undefined }) {
  const t = messagesFor(fileMessages, useLocale());
  if (refusal?.code === 'file_unreadable')
    return (
      <Notice tone="wrong" live>
        {t.notAnOutbox}
      </Notice>
    );
  if (refusal?.details?.trouble === 'disk_full')
    return (
      <Notice tone="wrong" live>
        {t.diskFull}
      </Notice>
    );
  return <ErrorSummary refusal={refusal} labels={{ file: t.file }} />;
}

function Received({ received }: { received: NonNullable<FileReply['received']> }) {
  const locale = useLocale();
  const t = messagesFor(fileMessages, locale);
  const { counts, heldIds, phoneId, isKnownPhone } = received;
  const shown = kinds.filter((kind) => counts[kind] > 0);
  const isWaiting = counts.quarantined + counts.unreadable > 0;
  return (
    <>
      <Notice tone="done" live>
        <strong>{t.received}.</strong> {shown.length === 0 ? t.nothing : t.allSafe}{' '}
        {isWaiting && <Link to="/pendataan/karantina">{t.toQuarantine}</Link>}
      </Notice>
      {shown.length > 0 && (
        <Card flush>
          <DataTable
            caption={t.what}
            rows={shown}
            rowId={(kind) => kind}
            columns={[
              { key: 'what', header: t.what, cell: (kind) => t[kind] },
              {
                key: 'count',
                header: t.count,
                align: 'end',
                cell: (kind) => formatNumber(counts[kind], locale),
              },
            ]}
          />
        </Card>
      )}
      {heldIds.length > 0 && (
        <Card title={t.receiptTitle}>
          {isKnownPhone ? (
            // A download of its own: it must work without scripts.
            <form method="post" action="/pendataan/terima-berkas/tanda-terima" className="stack">
              <p>{t.receiptText}</p>
              <input type="hidden" name="phoneId" value={phoneId} />
              <input type="hidden" name="ids" value={heldIds.join(' ')} />
              <div className="row">
                <Button look="secondary" icon={IconDownload}>
                  {t.receipt}
                </Button>
              </div>
            </form>
          ) : (
            <p>{t.unknownPhone}</p>
          )}
        </Card>
      )}
    </>
  );
}
