import { formatLongDate } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { sayAnswers } from '../messages/say-answers.ts';
import { tellMessages } from '../messages/tell-messages.ts';
import type { TellView } from '../rules/outcome-view.ts';
import { OutcomeFields, type OutcomeValues, outcomeLabels, valuesOf } from './outcome-fields.tsx';
import './tell.css';

type Props = {
  /** Null: no such link, or opened too often (`refusal`). */
  view: TellView | null;
  refusal: Refusal | null;
  /** Of the answer about to be sent: sent twice it is kept once. */
  newAnswerId: string;
  /** What was just done: thanks, or the note is set aside. */
  after: 'thanks' | 'disputed' | null;
  typed?: OutcomeValues | undefined;
};

/** For an owner on a phone: how is your enterprise doing? One short page, without password or script. */
export function TellScreen({ view, refusal, newAnswerId, after, typed }: Props) {
  const locale = useLocale();
  const t = messagesFor(tellMessages, locale);
  return (
    <div className="narrow stack">
      <title>{`${t.title} · Gawangan`}</title>
      <meta name="robots" content="noindex" />
      {view ? (
        <>
          <div className="tell-head">
            <h1>{after === 'thanks' ? t.thanks : t.title}</h1>
            <p>
              <strong>{view.enterpriseName}</strong>
            </p>
            {after === 'thanks' ? (
              <p className="soft">{t.thanksText}</p>
            ) : (
              <p className="soft">
                {t.lead({ months: String(view.months), programme: view.programme, office: view.officeName })}
              </p>
            )}
          </div>
          <Body view={view} refusal={refusal} newAnswerId={newAnswerId} after={after} typed={typed} />
        </>
      ) : refusal?.code === 'rate_limited' ? (
        <Notice tone="wait">
          {t.tooMany({ minutes: String(Math.ceil(Number(refusal.details?.seconds ?? 60) / 60)) })}
        </Notice>
      ) : (
        <Notice tone="wrong">
          <strong>{t.unknown}</strong>
          <p>{t.unknownText}</p>
        </Notice>
      )}
    </div>
  );
}

function Body({ view, refusal, newAnswerId, after, typed }: Props & { view: TellView }) {
  const locale = useLocale();
  const t = messagesFor(tellMessages, locale);
  const day = (date: string) => formatLongDate(date, locale);
  if (view.phase === 'closed')
    return (
      <Notice tone="wait">
        <strong>{t.closed}</strong>
        <p>{t.closedText({ office: view.officeName })}</p>
      </Notice>
    );
  if (view.phase === 'planned')
    return (
      <Notice>
        <strong>{t.planned}</strong>
        <p>{t.plannedText({ day: day(view.dueOn) })}</p>
      </Notice>
    );
  if (after === 'thanks')
    return (
      <div className="card stack">
        {view.answers && <p>{sayAnswers(view.answers, locale)}</p>}
        <p className="soft small">{t.until({ day: day(view.closesOn) })}</p>
        <a className="btn secondary wide" href="?">
          {t.change}
        </a>
      </div>
    );
  const form = (
    <form method="post" className="tell" noValidate>
      <ErrorSummary refusal={refusal} labels={outcomeLabels(locale)} />
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="answerId" value={newAnswerId} />
      <OutcomeFields
        values={typed ?? valuesOf(view.answers)}
        withExport={view.withExport}
        errors={refusal?.fields}
      />
      <Button wide>{view.answers && !view.pending ? t.sendAgain : t.send}</Button>
      <p className="soft small">{t.until({ day: day(view.closesOn) })}</p>
    </form>
  );
  return (
    <>
      {after === 'disputed' && (
        <Notice tone="done">
          <strong>{t.disputed}</strong>
          <p>{t.disputedText}</p>
        </Notice>
      )}
      {view.pending && !typed ? (
        <>
          <Pending pending={view.pending} />
          <details className="card tell-more">
            <summary>{t.orTell}</summary>
            {form}
          </details>
        </>
      ) : (
        <div className="card stack">
          <p className="soft">{t.why}</p>
          {form}
        </div>
      )}
    </>
  );
}

/** Noted by others: the owner says whether it is so. */
function Pending({ pending }: { pending: NonNullable<TellView['pending']> }) {
  const locale = useLocale();
  const t = messagesFor(tellMessages, locale);
  const p = { day: formatLongDate(pending.answeredOn, locale) };
  return (
    <form method="post" className="card stack">
      <p>
        <span className="soft">
          {pending.via === 'companion' ? t.recorded_companion(p) : t.recorded_officer(p)}
        </span>
        <br />
        <strong>{sayAnswers(pending.answers, locale)}</strong>
      </p>
      <input type="hidden" name="answerId" value={pending.answerId} />
      <div className="tell-yes-no">
        <Button name="intent" value="confirm" wide>
          {t.right}
        </Button>
        <Button name="intent" value="dispute" look="secondary" wide>
          {t.notRight}
        </Button>
      </div>
    </form>
  );
}
