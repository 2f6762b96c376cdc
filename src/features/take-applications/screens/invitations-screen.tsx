import { Form } from 'react-router';
import { formatDate, plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { IconFileSpreadsheet } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { SearchBox } from '#ui/search-box.tsx';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { applicantMessages } from '../messages/applicant-messages.ts';
import { invitationMessages } from '../messages/invitation-messages.ts';
import type { Candidate, IntakeHead } from '../rules/applicants-view.ts';
import type { InvitationState } from '../rules/invitation-state.ts';
import { CandidateTable } from './candidate-table.tsx';
import { IntakeFrame } from './intake-frame.tsx';
import { NotNow, WindowNotice } from './not-now.tsx';
import './applications.css';

type Line = {
  invitationId: string;
  name: string;
  village: string | null;
  state: InvitationState;
  madeAt: Date;
  madeBy: string;
  expiresAt: Date;
};

type Props = {
  page: {
    intake: IntakeHead;
    asked: { by: 'memenuhi' | 'kurang-satu' | 'cari' | null; text: string };
    candidates: readonly Candidate[];
    more: boolean;
    invitations: readonly Line[];
  };
  revoked: boolean;
  refusal?: Refusal | undefined;
};

const FORM = 'undang';
const tones: Record<InvitationState, Tone> = {
  waiting: 'wait',
  used: 'done',
  expired: 'quiet',
  revoked: 'quiet',
};

/** Who gets an invitation code, and what came of those made. */
export function InvitationsScreen({ page, revoked, refusal }: Props) {
  const { intake, asked } = page;
  const locale = useLocale();
  const t = messagesFor(invitationMessages, locale);
  const a = messagesFor(applicantMessages, locale);
  const here = `/pembinaan/angkatan/${intake.intakeId}/pendaftar/undangan`;
  const choices = [
    ['memenuhi', t.meets],
    ['kurang-satu', t.oneStep],
    ['cari', t.bySearch],
  ] as const;
  return (
    <IntakeFrame
      intake={intake}
      title={t.title}
      lead={t.lead}
      back={{ to: `/pembinaan/angkatan/${intake.intakeId}/pendaftar`, label: `${a.title}: ${intake.name}` }}
    >
      {refusal ? <NotNow intake={intake} refusal={refusal} /> : <WindowNotice intake={intake} />}
      {revoked && (
        <Notice tone="done" live>
          {t.revoked}
        </Notice>
      )}
      {(intake.window.state === 'open' || intake.window.state === 'not_yet') && (
        <Card title={t.whom}>
          <div className="stack tight">
            <div className="row">
              {choices.map(([by, label]) => (
                <ButtonLink
                  key={by}
                  to={`${here}?untuk=${by}`}
                  look={asked.by === by ? 'primary' : 'secondary'}
                  aria-current={asked.by === by ? 'true' : undefined}
                >
                  {label}
                </ButtonLink>
              ))}
            </div>
            <p className="soft small">{t.notYet}</p>
            {asked.by === 'cari' && <SearchBox label={a.search} />}
          </div>
        </Card>
      )}
      {asked.by !== null && <Preview page={page} />}
      <Existing invitations={page.invitations} />
    </IntakeFrame>
  );
}

function Preview({ page: { intake, asked, candidates, more } }: Pick<Props, 'page'>) {
  const locale = useLocale();
  const t = messagesFor(invitationMessages, locale);
  const a = messagesFor(applicantMessages, locale);
  const count = { count: formatNumber(candidates.length, locale) };
  const workbook = `/pembinaan/angkatan/${intake.intakeId}/pendaftar/undangan.xlsx`;
  const isSearch = asked.by === 'cari';
  const empty =
    isSearch && asked.text.trim() === '' ? (
      <EmptyState title={a.searchFirst}>{a.searchFirstHow}</EmptyState>
    ) : (
      <EmptyState title={t.nobody}>{t.nobodyHow}</EmptyState>
    );
  return (
    <section className="stack tight">
      {candidates.length > 0 && (
        <div className="row">
          <p className="count-line">
            <strong>{more ? t.countMore(count) : t.count(count)}</strong>
          </p>
          {!isSearch && (
            <form
              method="post"
              action={`/pembinaan/angkatan/${intake.intakeId}/pendaftar/undangan`}
              className="row"
            >
              {candidates.map(({ enterpriseId }) => (
                <input key={enterpriseId} type="hidden" name="enterpriseIds[]" value={enterpriseId} />
              ))}
              <Button name="intent" value="make">
                {t.makeAll(count)}
              </Button>
              <Button look="secondary" icon={IconFileSpreadsheet} formAction={workbook}>
                {t.asExcel}
              </Button>
            </form>
          )}
        </div>
      )}
      <form method="post" id={FORM} action={`/pembinaan/angkatan/${intake.intakeId}/pendaftar/undangan`} />
      <CandidateTable
        formId={FORM}
        candidates={candidates}
        empty={empty}
        actions={
          <>
            <Button form={FORM} name="intent" value="make">
              {t.makeTicked}
            </Button>
            <Button form={FORM} look="secondary" icon={IconFileSpreadsheet} formAction={workbook}>
              {t.asExcel}
            </Button>
          </>
        }
      />
    </section>
  );
}

function Existing({ invitations }: { invitations: readonly Line[] }) {
  const locale = useLocale();
  const t = messagesFor(invitationMessages, locale);
  const a = messagesFor(applicantMessages, locale);
  const day = (at: Date) => formatDate(plainDateInWib(at.getTime()), locale);
  return (
    <Card title={t.existing} flush>
      <DataTable
        caption={t.existing}
        rows={invitations}
        rowId={({ invitationId }) => invitationId}
        empty={<EmptyState title={t.none} />}
        columns={[
          {
            key: 'name',
            header: a.enterprise,
            cell: ({ name, village }) => (
              <>
                {name}
                {village && <span className="row-note">{village}</span>}
              </>
            ),
          },
          {
            key: 'state',
            header: t.state,
            cell: ({ state }) => <StatusBadge tone={tones[state]}>{t[`state_${state}`]}</StatusBadge>,
          },
          {
            key: 'made',
            header: t.madeAt,
            cell: ({ madeAt, madeBy }) => (
              <div>
                {day(madeAt)}
                <span className="row-note">{madeBy}</span>
              </div>
            ),
          },
          { key: 'until', header: t.validTo, cell: ({ expiresAt }) => day(expiresAt) },
          {
            key: 'revoke',
            header: t.revoke,
            cell: ({ invitationId, name, state }) =>
              state === 'waiting' ? (
                <Form method="post">
                  <input type="hidden" name="intent" value="revoke" />
                  <input type="hidden" name="invitationId" value={invitationId} />
                  <Button look="quiet" aria-label={t.revokeOf({ name })}>
                    {t.revoke}
                  </Button>
                </Form>
              ) : (
                '–'
              ),
          },
        ]}
      />
    </Card>
  );
}
