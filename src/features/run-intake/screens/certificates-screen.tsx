import { Form } from 'react-router';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Icon } from '#ui/icon.tsx';
import { IconPrinter } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { certificateMessages } from '../messages/certificate-messages.ts';
import type { CertificatesReply, CertificatesView } from '../rules/spj-view.ts';
import { IntakeFrame } from './intake-frame.tsx';
import { IssuedCertificates } from './issued-certificates.tsx';
import { WaitingForCertificate } from './waiting-for-certificate.tsx';
import './certificates.css';

type Props = {
  page: CertificatesView;
  mayIssue: boolean;
  said: {
    issued: number | null;
    revoked: boolean;
    people: number | null;
    written: number | null;
    updated: number | null;
  };
  reply?: CertificatesReply | undefined;
};

/** Certificates of an intake: who gets one, who has one, and the ledger of support. */
export function CertificatesScreen({ page, mayIssue, said, reply }: Props) {
  const t = messagesFor(certificateMessages, useLocale());
  const { intakeId, issued, waiting } = page;
  const names = Object.fromEntries(waiting.map((one) => [`reasons.${one.participantId}`, one.name]));
  const labels = {
    pattern: t.pattern,
    issuedOn: t.issuedOn,
    signatoryId: t.signatoryId,
    reason: t.revokeReason,
    ...names,
  };
  const missing = reply?.refusal.fields?.some(({ path }) => path.startsWith('reasons.'));
  const nobody = reply?.refusal.fields?.some(({ path }) => path === 'participants');
  return (
    <IntakeFrame
      head={page}
      title={t.title}
      lead={t.lead}
      action={
        issued.some(({ revokedOn }) => revokedOn === null) && (
          <a
            className={waiting.some(({ enough }) => enough) ? 'btn secondary' : 'btn'}
            href={`/pembinaan/angkatan/${intakeId}/sertifikat.pdf`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon of={IconPrinter} />
            {t.printAll}
          </a>
        )
      }
    >
      {missing && <Notice tone="wrong">{t.reasonMissing}</Notice>}
      {nobody && <Notice tone="wrong">{t.nobodyTicked}</Notice>}
      {!nobody && <ErrorSummary refusal={reply?.refusal ?? null} labels={labels} />}
      {!reply && <Said said={said} />}
      <WaitingForCertificate page={page} mayIssue={mayIssue} reply={reply} />
      <IssuedCertificates page={page} mayIssue={mayIssue} reply={reply} />
      {mayIssue && (
        <Card title={t.ledger}>
          <Form method="post" className="fields">
            <p className="soft">{page.mayClose ? t.ledgerText : t.ledgerEarly}</p>
            <input type="hidden" name="percent" value={page.percent} />
            {page.mayClose && (
              <Button name="intent" value="ledger" look="secondary" className="start">
                {t.writeLedger}
              </Button>
            )}
          </Form>
        </Card>
      )}
    </IntakeFrame>
  );
}

function Said({ said }: Pick<Props, 'said'>) {
  const t = messagesFor(certificateMessages, useLocale());
  const text =
    said.issued !== null
      ? t.issuedNow({ count: said.issued })
      : said.revoked
        ? t.wasRevoked
        : said.people !== null
          ? t.ledgerDone({ people: said.people, written: said.written ?? 0, updated: said.updated ?? 0 })
          : null;
  return text === null ? null : (
    <Notice tone="done" live>
      {text}
    </Notice>
  );
}
