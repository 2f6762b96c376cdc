import { Form, Link } from 'react-router';
import { formatDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Icon } from '#ui/icon.tsx';
import { IconMail, IconPrinter } from '#ui/icons.ts';
import { Notice } from '#ui/notice.tsx';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { letterMessages, letterStateWords } from '../messages/letter-messages.ts';
import type { LetterFormValues, LettersView } from '../rules/letter-view.ts';
import type { LetterState } from '../rules/letters.ts';
import { LetterForm } from './letter-form.tsx';
import { RoundFrame, type RoundHead } from './round-frame.tsx';

type Props = {
  round: RoundHead;
  page: LettersView;
  mayPlan: boolean;
  reply?: { values: LetterFormValues; userIds: string[]; refusal: Refusal } | undefined;
};

const tones: Record<LetterState, Tone> = { valid: 'done', not_yet: 'wait', ended: 'quiet', revoked: 'wrong' };

/** Letters of the round: made, printed all at once, revoked. */
export function LettersScreen({ round, page, mayPlan, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(letterMessages, locale);
  const base = `/pendataan/${round.roundId}`;
  const changes = mayPlan && round.status !== 'closed';
  const printable = page.letters.filter(({ state }) => state !== 'revoked');
  return (
    <RoundFrame
      round={round}
      title={t.title}
      lead={t.lead}
      action={
        mayPlan &&
        printable.length > 0 && (
          <>
            <a className="btn" href={`${base}/surat.pdf`}>
              <Icon of={IconPrinter} />
              {t.allLetters}
            </a>
            <a className="btn secondary" href={`${base}/kartu.pdf`}>
              {t.allCards}
            </a>
          </>
        )
      }
    >
      <ErrorSummary refusal={reply?.refusal} labels={labelsOf(t)} />
      {page.people.length === 0 ? (
        <Notice tone="wait">
          {t.noPeople} <Link to={`${base}/petugas`}>{t.addPeople}</Link>
        </Notice>
      ) : (
        changes && <LetterForm page={page} reply={reply} />
      )}
      <section className="card flush">
        <div className="card-head">
          <h2>{t.letters}</h2>
          {printable.length > 0 && <p className="soft small">{t.signing}</p>}
        </div>
        <DataTable
          caption={t.letters}
          columns={[
            {
              key: 'name',
              header: t.name,
              cell: (letter) => (
                <>
                  {letter.personName}
                  <span className="row-note">{letter.number}</span>
                </>
              ),
            },
            {
              key: 'state',
              header: t.state,
              cell: (letter) => (
                <StatusBadge tone={tones[letter.state]}>
                  {messagesFor(letterStateWords, locale)[letter.state]}
                </StatusBadge>
              ),
            },
            {
              key: 'valid',
              header: t.valid,
              cell: (letter) => t.until({ day: formatDate(letter.validTo, locale) }),
            },
            {
              key: 'code',
              header: t.code,
              cell: (letter) => (
                <a className="mono" href={`/periksa-tugas/${letter.checkCode}`}>
                  {letter.checkCode}
                </a>
              ),
            },
            {
              key: 'do',
              header: t.actions,
              cell: (letter) =>
                mayPlan && letter.state !== 'revoked' ? (
                  <span className="person-deeds">
                    <a className="btn quiet" href={`${base}/surat.pdf?orang=${letter.userId}`}>
                      {t.open}
                    </a>
                    <a className="btn quiet" href={`${base}/kartu.pdf?orang=${letter.userId}`}>
                      {t.card}
                    </a>
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="letterId" value={letter.letterId} />
                      <Button name="intent" value="revoke" look="quiet">
                        {t.revoke}
                      </Button>
                    </Form>
                  </span>
                ) : null,
            },
          ]}
          rows={page.letters}
          rowId={(letter) => letter.letterId}
          empty={
            <EmptyState icon={IconMail} title={t.empty}>
              {t.emptyText}
            </EmptyState>
          }
        />
      </section>
    </RoundFrame>
  );
}

function labelsOf(t: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(t).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
