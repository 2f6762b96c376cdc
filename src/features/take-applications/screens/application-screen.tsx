import { Form, Link } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconUpload } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import type { ApplicationPage } from '../rules/applicants-view.ts';
import { FileDrop } from './file-drop.tsx';
import { IntakeFrame } from './intake-frame.tsx';
import { NotNow } from './not-now.tsx';
import { ReceivedWords, StandingCell } from './standing-words.tsx';
import './applications.css';

type Props = {
  page: ApplicationPage;
  /** It has just been sent, for the first time or once more. */
  sent: 'baru' | 'lama' | null;
  /** How many files were kept just now. */
  kept: number | null;
  mayTake: boolean;
  refusal?: Refusal | undefined;
  /** Names of files that were not kept. */
  notKept?: readonly string[] | undefined;
};

/** One application: how it stands, what came with it, and taking it back. */
export function ApplicationScreen({ page, sent, kept, mayTake, refusal, notKept }: Props) {
  const locale = useLocale();
  const t = messagesFor(applicantMessages, locale);
  const { intake, line } = page;
  const number = formatNumber(line.number, locale);
  return (
    <IntakeFrame
      intake={intake}
      title={line.name}
      lead={[line.ownerName, line.village].filter(Boolean).join(' · ')}
      back={{ to: `/pembinaan/angkatan/${intake.intakeId}/pendaftar`, label: `${t.title}: ${intake.name}` }}
      action={
        <ButtonLink to={`/usaha/${line.enterpriseId}`} look="secondary">
          {t.openProfile}
        </ButtonLink>
      }
    >
      <NotNow intake={intake} refusal={refusal} />
      {sent && kept === null && notKept === undefined && (
        <Notice tone="done" live>
          {sent === 'baru' ? <ReceivedWords {...line} /> : t.before}
        </Notice>
      )}
      {line.status === 'joined' && (
        <Notice>{t.joinedTo({ number: formatNumber(line.joinedTo ?? 0, locale) })}.</Notice>
      )}
      {page.withdrawn && (
        <Notice tone="wait">
          <strong>
            {t.withdrawnOn({
              at: formatInstant(page.withdrawn.at.getTime(), locale),
              by: page.withdrawn.by,
            })}
          </strong>
          <p>{page.withdrawn.reason}</p>
        </Notice>
      )}
      <div className="applicant-pair">
        <Card title={t.application({ number })}>
          <Facts page={page} />
        </Card>
        <Papers page={page} mayTake={mayTake} kept={kept} notKept={notKept} />
      </div>
      {mayTake && line.status !== 'withdrawn' && intake.mayWithdraw && <TakeBack />}
    </IntakeFrame>
  );
}

function Facts({ page: { line, note, receivedBy, exposure } }: { page: ApplicationPage }) {
  const locale = useLocale();
  const t = messagesFor(applicantMessages, locale);
  return (
    <DefinitionList
      items={[
        {
          term: t.conditions,
          value: <StandingCell of={line} />,
          note:
            line.standing === null ? undefined : (
              <Link to={`/usaha/${line.enterpriseId}/syarat`}>{t.conditionsWhy}</Link>
            ),
        },
        { term: t.exposure, value: exposure },
        {
          term: t.receivedAt,
          value: formatInstant(line.receivedAt.getTime(), locale),
          note: `${t[`via_${line.via}`]}${line.via === 'officer' ? `: ${receivedBy}` : ''}`,
        },
        ...(line.proposedBy ? [{ term: t.proposedBy, value: line.proposedBy }] : []),
        ...(note ? [{ term: t.note, value: note }] : []),
      ]}
    />
  );
}

function Papers({ page, mayTake, kept, notKept = [] }: Pick<Props, 'page' | 'mayTake' | 'kept' | 'notKept'>) {
  const locale = useLocale();
  const t = messagesFor(applicantMessages, locale);
  return (
    <Card title={t.papers}>
      <div className="stack tight">
        {kept !== null && kept > 0 && (
          <Notice tone="done" live>
            {t.papersSaved({ count: formatNumber(kept, locale) })}
          </Notice>
        )}
        {notKept.length > 0 && (
          <Notice tone="wrong" live>
            {t.papersRefused({ names: notKept.join(', ') })}
          </Notice>
        )}
        {page.files.length === 0 && <p className="soft">{t.papersNone}</p>}
        {page.files.length > 0 && (
          <ul className="lined-list">
            {page.files.map(({ fileId, name, kilobytes, by, at }) => (
              <li key={fileId}>
                <div>
                  <a href={`/berkas/${fileId}`}>{name}</a>
                  <span className="row-note">
                    {t.fileFacts({
                      size: formatNumber(kilobytes, locale),
                      by,
                      at: formatInstant(at.getTime(), locale),
                    })}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        )}
        {mayTake && page.line.status !== 'withdrawn' && (
          // Anew after each saving, so that the files chosen before are no longer in it.
          <Form key={page.files.length} method="post" encType="multipart/form-data" className="stack tight">
            <input type="hidden" name="intent" value="files" />
            <FileDrop name="files" label={t.papersDrop} hint={t.papersHint} required />
            <div>
              <Button look="secondary" icon={IconUpload}>
                {t.papersSend}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Card>
  );
}

function TakeBack() {
  const t = messagesFor(applicantMessages, useLocale());
  return (
    <details className="more">
      <summary>{t.withdraw}</summary>
      <Form method="post" className="more-inside stack tight">
        <input type="hidden" name="intent" value="withdraw" />
        <TextField name="reason" label={t.withdrawReason} hint={t.withdrawHint} required maxLength={300} />
        <div>
          <Button look="danger">{t.withdraw}</Button>
        </div>
      </Form>
    </details>
  );
}
