import { Form, Link } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Icon } from '#ui/icon.tsx';
import { IconDownload, IconPrinter } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { spjMessages } from '../messages/spj-messages.ts';
import { paperKinds } from '../rules/paper-settings.ts';
import type { SpjFileKind } from '../rules/spj-checklist.ts';
import type { SpjView } from '../rules/spj-view.ts';
import { IntakeFrame } from './intake-frame.tsx';
import { SpjFolder } from './spj-folder.tsx';
import { SpjSettings } from './spj-settings.tsx';
import './spj.css';

type Props = {
  page: SpjView;
  mayRun: boolean;
  /** What the upload begins with. */
  kind: SpjFileKind | null;
  said: {
    restored: boolean;
    saved: boolean;
    removed: string | null;
    added: number;
    known: number;
    notKept: string[];
  };
  typed?: Readonly<Record<string, string>> | undefined;
  refusal?: Refusal | undefined;
};

const files = {
  invitation: 'undangan',
  attendance: 'daftar-hadir',
  receipts: 'tanda-terima',
  minutes: 'berita-acara',
  report: 'laporan',
} as const;

/** Kelengkapan kegiatan: print what is to be signed, and see what the folder still lacks. */
export function SpjScreen({ page, mayRun, kind, said, typed, refusal }: Props) {
  const t = messagesFor(spjMessages, useLocale());
  const { intakeId, spj } = page;
  const labels = settingLabels(t);
  const { done, of } = spj;
  const items = spj.missing.map((item) => t[`lack_${item}`]).join(', ');
  return (
    <IntakeFrame
      head={page}
      title={t.title}
      lead={items ? t.lacking({ done, of, items }) : t.whole({ done, of })}
      action={
        <a
          className="btn"
          href={`/pembinaan/angkatan/${intakeId}/kelengkapan/cetak/semua.pdf`}
          target="_blank"
          rel="noreferrer"
        >
          <Icon of={IconPrinter} />
          {t.printAll}
        </a>
      }
    >
      <ErrorSummary refusal={refusal} labels={labels} />
      {!refusal && <Said said={said} />}
      <PrintCard page={page} />
      <SpjFolder page={page} mayRun={mayRun} kind={kind} />
      {mayRun && <SpjSettings page={page} typed={typed} errors={refusal?.fields} />}
    </IntakeFrame>
  );
}

function Said({ said }: Pick<Props, 'said'>) {
  const t = messagesFor(spjMessages, useLocale());
  const kept = [
    said.added > 0 && t.added({ count: said.added }),
    said.known > 0 && t.knownFiles({ count: said.known }),
  ].filter(Boolean);
  return (
    <>
      {said.restored && (
        <Notice tone="done" live>
          {t.restored}
        </Notice>
      )}
      {said.saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      {kept.length > 0 && (
        <Notice tone="done" live>
          {kept.join(' ')}
        </Notice>
      )}
      {said.notKept.length > 0 && (
        <Notice tone="wrong">{t.notKept({ names: said.notKept.join(', ') })}</Notice>
      )}
      {said.removed && (
        <Notice tone="info" live>
          <Form method="post" className="row centred">
            <span>{t.removed}</span>
            <input type="hidden" name="fileId" value={said.removed} />
            <Button name="intent" value="restore" look="quiet">
              {t.undo}
            </Button>
          </Form>
        </Notice>
      )}
    </>
  );
}

function PrintCard({ page }: Pick<Props, 'page'>) {
  const locale = useLocale();
  const t = messagesFor(spjMessages, locale);
  const { intakeId, days, people, hasSessions, hasHead } = page;
  const file = (name: string) => `/pembinaan/angkatan/${intakeId}/kelengkapan/cetak/${name}`;
  return (
    <Card
      title={t.printCard}
      action={
        <a className="btn quiet" href={file('semua.zip')} download>
          <Icon of={IconDownload} />
          {t.bundle}
        </a>
      }
    >
      <p className="soft card-lead">
        {t.printText({ people: formatNumber(people, locale), days: days.length })}{' '}
        {!hasSessions && (
          <>
            {t.noSessions} <Link to={`/pembinaan/angkatan/${intakeId}/jadwal`}>{t.toSessions}</Link>.{' '}
          </>
        )}
        {!hasHead && (
          <>
            {t.noHead} <Link to="/surat">{t.toSignatories}</Link>.
          </>
        )}
      </p>
      <ul className="lined-list">
        {paperKinds.map((kind) => (
          <li key={kind}>
            <div>{t[kind]}</div>
            <span className="row">
              <a
                className="btn quiet"
                href={file(`${files[kind]}.docx`)}
                download
                aria-label={t.word({ paper: t[kind] })}
              >
                {t.asWord}
              </a>
              <a
                className="btn quiet"
                href={file(`${files[kind]}.pdf`)}
                target="_blank"
                rel="noreferrer"
                aria-label={t.pdf({ paper: t[kind] })}
              >
                {t.asPdf}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Names of the fields of the settings, for the summary of errors. */
function settingLabels(t: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(t).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
