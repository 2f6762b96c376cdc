import { formatLongDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { Notice } from '#ui/notice.tsx';
import { PrintButton } from '#ui/print-button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import { invitationMessages } from '../messages/invitation-messages.ts';
import type { IntakeHead } from '../rules/applicants-view.ts';
import type { InvitationToHand } from '../rules/invitation-sheet.ts';
import { IntakeFrame } from './intake-frame.tsx';
import './applications.css';

type Props = { intake: IntakeHead; made: readonly InvitationToHand[]; expiresOn: string };

/** Codes just made: shown this once, to be printed or copied. */
export function MadeCodesScreen({ intake, made, expiresOn }: Props) {
  const locale = useLocale();
  const t = messagesFor(invitationMessages, locale);
  const a = messagesFor(applicantMessages, locale);
  const here = `/pembinaan/angkatan/${intake.intakeId}/pendaftar/undangan`;
  return (
    <IntakeFrame
      intake={intake}
      title={t.madeTitle({ count: formatNumber(made.length, locale) })}
      lead={t.until({ day: formatLongDate(expiresOn, locale) })}
      back={{ to: here, label: t.title }}
      action={
        <>
          <PrintButton label={t.print} />
          <ButtonLink to={here} look="secondary">
            {t.again}
          </ButtonLink>
        </>
      }
    >
      <Notice tone="wait" live>
        {made.length === 0 ? t.madeNone : t.madeOnce}
      </Notice>
      {made.length > 0 && (
        <div className="invitation-codes">
          <Card flush>
            <DataTable
              caption={t.title}
              rows={made}
              rowId={({ enterpriseId }) => enterpriseId}
              columns={[
                {
                  key: 'name',
                  header: a.enterprise,
                  cell: ({ name, ownerName, village }) => (
                    <>
                      {name}
                      <span className="row-note">{[ownerName, village].filter(Boolean).join(' · ')}</span>
                    </>
                  ),
                },
                { key: 'code', header: t.code, cell: ({ code }) => <span className="code">{code}</span> },
                {
                  key: 'message',
                  header: t.message,
                  cell: ({ message }) => (
                    <div className="stack tight">
                      <span className="small">{message}</span>
                      <div>
                        <CopyButton text={message} />
                      </div>
                    </div>
                  ),
                },
              ]}
            />
          </Card>
        </div>
      )}
    </IntakeFrame>
  );
}
