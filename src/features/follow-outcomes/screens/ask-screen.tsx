import { Form } from 'react-router';
import { formatDate, formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Timeline } from '#ui/timeline.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { answerWords } from '../messages/answer-words.ts';
import { outcomeMessages } from '../messages/outcome-messages.ts';
import { sayAnswers } from '../messages/say-answers.ts';
import { countingAnswer, type KeptAnswer, waitsForOwner } from '../rules/counting-answer.ts';
import type { AskView } from '../rules/outcome-view.ts';
import { OutcomeFields, type OutcomeValues, outcomeLabels, valuesOf } from './outcome-fields.tsx';
import { StandingBadge } from './standing-badge.tsx';
import './outcome.css';

type Props = {
  ask: AskView;
  /** This installation's own address, before the path of a link. */
  site: string;
  mayRecord: boolean;
  mayAsk: boolean;
  newAnswerId: string;
  saved: boolean;
  refusal?: Refusal | undefined;
  typed?: OutcomeValues | undefined;
};

/** One enterprise, one wave: what is known, the form for what was told, and the owner's own link. */
export function AskScreen({ ask, site, mayRecord, mayAsk, newAnswerId, saved, refusal, typed }: Props) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const { intake, name, village, months, dueOn, closesOn, phase, history } = ask;
  const day = (date: string) => formatDate(date, locale);
  return (
    <div className="stack">
      <title>{`${t.recordTitle} · ${name} · Gawangan`}</title>
      <PageHeader
        title={name}
        lead={[village, intake.programme, intake.name].filter(Boolean).join(' · ')}
        badge={<StandingBadge standing={ask.standing} />}
        back={{
          to: `/pembinaan/angkatan/${intake.intakeId}/kabar?bulan=${months}`,
          label: t.back({ months: String(months) }),
        }}
      />
      {saved && (
        <Notice tone="done" live>
          {t.saved}
        </Notice>
      )}
      <p className="soft">{t.due({ from: day(dueOn), to: day(closesOn) })}</p>
      {history.length > 0 && (
        <Card title={t.history}>
          <History history={history} />
        </Card>
      )}
      {phase === 'closed' && <Notice tone="wait">{t.closed}</Notice>}
      {phase === 'planned' && <Notice>{t.early({ day: day(dueOn) })}</Notice>}
      {phase === 'open' && mayRecord && (
        <Card title={t.recordTitle}>
          <Form method="post" className="ask-form" noValidate>
            <ErrorSummary refusal={refusal} labels={outcomeLabels(locale)} />
            <p className="soft">{t.recordHow}</p>
            <input type="hidden" name="intent" value="answer" />
            <input type="hidden" name="answerId" value={newAnswerId} />
            <OutcomeFields
              values={typed ?? valuesOf(countingAnswer(history)?.answers ?? null)}
              withExport={ask.withExport}
              errors={refusal?.fields}
            />
            <div className="row">
              <Button>{t.save}</Button>
            </div>
          </Form>
        </Card>
      )}
      {phase === 'open' && mayAsk && <LinkCard ask={ask} site={site} />}
    </div>
  );
}

function History({ history }: { history: readonly KeptAnswer[] }) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const w = messagesFor(answerWords, locale);
  return (
    <Timeline
      entries={history.map((answer) => ({
        id: answer.answerId,
        at: answer.recordedAt.getTime(),
        title: sayAnswers(answer.answers, locale),
        who: answer.via === 'owner' ? w.via_owner : `${w[`via_${answer.via}`]}: ${answer.recordedBy}`,
        detail:
          answer.disputedAt !== null ? (
            <>
              <StatusBadge tone="wrong">{t.disputedBadge}</StatusBadge>
              {answer.disputeNote && <p>{answer.disputeNote}</p>}
            </>
          ) : answer.confirmedAt !== null ? (
            <StatusBadge tone="done">{t.confirmedBadge}</StatusBadge>
          ) : waitsForOwner(answer) ? (
            <StatusBadge tone="wait">{t.waitsBadge}</StatusBadge>
          ) : undefined,
      }))}
    />
  );
}

/** The owner's link: for the counter, or to be sent by other means than the queue. */
function LinkCard({ ask: { link, linkMadeAt }, site }: Pick<Props, 'ask' | 'site'>) {
  const locale = useLocale();
  const t = messagesFor(outcomeMessages, locale);
  const address = link && new URL(link, site).href;
  return (
    <Card title={t.linkTitle}>
      <div className="stack tight">
        <p className="soft">{t.linkHow}</p>
        {address && (
          <>
            <p className="mono">{address}</p>
            {linkMadeAt && (
              <p className="soft small">{t.madeAt({ at: formatInstant(linkMadeAt.getTime(), locale) })}</p>
            )}
            <div className="row">
              <CopyButton text={address} label={t.copyLink} />
            </div>
          </>
        )}
        <Form method="post" preventScrollReset>
          <Button name="intent" value="link" look={address ? 'quiet' : 'secondary'}>
            {address ? t.renewLink : t.makeLink}
          </Button>
          {address && <p className="soft small">{t.renewHow}</p>}
        </Form>
      </div>
    </Card>
  );
}
