import { Form } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { certificateMessages } from '../messages/certificate-messages.ts';
import type { CertificatesReply, CertificatesView } from '../rules/spj-view.ts';

type Props = { page: CertificatesView; mayIssue: boolean; reply: CertificatesReply | undefined };

/** Certificates that were issued, each to be printed, checked or revoked. */
export function IssuedCertificates({ page, mayIssue, reply }: Props) {
  const t = messagesFor(certificateMessages, useLocale());
  return (
    <Card title={t.issued}>
      {page.issued.length === 0 && <p className="soft">{t.none}</p>}
      <ul className="lined-list">
        {page.issued.map((one) => (
          <Line
            key={one.certificateId}
            intakeId={page.intakeId}
            one={one}
            mayIssue={mayIssue}
            isRefused={reply?.typed.certificateId === one.certificateId}
          />
        ))}
      </ul>
    </Card>
  );
}

function Line(props: {
  intakeId: string;
  one: CertificatesView['issued'][number];
  mayIssue: boolean;
  isRefused: boolean;
}) {
  const { intakeId, one, mayIssue, isRefused } = props;
  const locale = useLocale();
  const t = messagesFor(certificateMessages, locale);
  const {
    certificateId,
    name,
    enterprise,
    number,
    issuedOn,
    verifyCode,
    revokedOn,
    revokedReason,
    overrideReason,
  } = one;
  const day = (date: string) => formatDate(date, locale);
  return (
    <li>
      <div>
        <p className="row">
          <strong>{name}</strong>
          <StatusBadge tone={revokedOn ? 'wrong' : 'done'}>{revokedOn ? t.revoked : t.valid}</StatusBadge>
        </p>
        <p className="soft small">{[enterprise, number, day(issuedOn)].filter(Boolean).join(' · ')}</p>
        <p className="small">
          <a href={`/sertifikat/${verifyCode}`} className="mono verify-link">
            {verifyCode}
          </a>
        </p>
        {overrideReason && <p className="soft small">{t.although({ reason: overrideReason })}</p>}
        {revokedOn && (
          <p className="small">{t.revokedOn({ day: day(revokedOn), reason: revokedReason ?? '' })}</p>
        )}
        {mayIssue && !revokedOn && (
          <details className="more" open={isRefused}>
            <summary aria-label={t.revokeWhich({ name })}>{t.revoke}</summary>
            <Form method="post" className="fields more-inside">
              <p className="soft">{t.revokeText}</p>
              <input type="hidden" name="certificateId" value={certificateId} />
              <label className="field">
                <span className="label">{t.revokeReason}</span>
                <input className="input" name="reason" required maxLength={300} />
              </label>
              <Button name="intent" value="revoke" look="danger" className="start">
                {t.revokeNow}
              </Button>
            </Form>
          </details>
        )}
      </div>
      {!revokedOn && (
        <a
          className="btn quiet"
          href={`/pembinaan/angkatan/${intakeId}/sertifikat.pdf?satu=${certificateId}`}
          target="_blank"
          rel="noreferrer"
          aria-label={t.printOne({ name })}
        >
          {t.print}
        </a>
      )}
    </li>
  );
}
