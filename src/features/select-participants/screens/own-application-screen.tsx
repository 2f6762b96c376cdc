import { Form, Link } from 'react-router';
import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { ownMessages } from '../messages/own-messages.ts';
import type { OwnApplication } from '../rules/own-view.ts';
import { reasonSentences } from '../rules/reason-words.ts';
import { OwnAppeals } from './own-appeals.tsx';
import { daysOf, stateText, stateTitle } from './own-state.tsx';
import './own-seat.css';

type Props = {
  application: OwnApplication;
  /** Data address of the picture. */
  qr: string;
  newId: string;
  said: 'saved' | 'late' | null;
  reply?: { typed: Readonly<Record<string, string>>; refusal: Refusal } | undefined;
};

/** One application on its owner's phone: where it stands, why, and what can be done. */
export function OwnApplicationScreen({ application, qr, newId, said, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  const { state, intakeStatus, reason } = application;
  const held = state.kind === 'seat' && (state.status === 'offered' || state.status === 'confirmed');
  const over = (['running', 'finished', 'cancelled', 'postponed'] as const).find(
    (one) => one === intakeStatus,
  );
  const isOver = intakeStatus === 'finished' || intakeStatus === 'cancelled';
  return (
    <div className="narrow stack own-seat">
      <title>{`${application.programme} · Gawangan`}</title>
      <div>
        <Link to="/saya/pendaftaran">{t.all}</Link>
        <h1>{application.programme}</h1>
        <p className="soft">
          {application.officeName} · {application.enterprise}
        </p>
      </div>
      <ErrorSummary refusal={reply?.refusal} labels={{ reason: t.leaveReason, question: t.askLabel }} />
      {said && (
        <Notice tone={said === 'saved' ? 'done' : 'wait'} live>
          {t[said]}
        </Notice>
      )}
      <section className="card">
        <p className="own-state">{stateTitle(state, locale)}</p>
        <p>{stateText(state, locale)}</p>
        {over && <p className="soft">{t[over]}</p>}
        {state.kind === 'seat' && state.status === 'offered' && (
          <Answer participantId={state.participantId} />
        )}
        <dl className="facts">
          <div>
            <dt>{t.when}</dt>
            <dd>
              {application.intake}, {daysOf(application, locale)}
            </dd>
          </div>
          {application.place && (
            <div>
              <dt>{t.place}</dt>
              <dd>{application.place}</dd>
            </div>
          )}
        </dl>
      </section>
      <Missing application={application} />
      {reason && (
        <section className="card" aria-labelledby="alasan">
          <h2 id="alasan">{held || reason.outcome === 'seated' ? t.whyChosen : t.why}</h2>
          {reasonSentences(reason, locale, 'owner').map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      )}
      <OwnAppeals application={application} newId={newId} reply={reply} />
      <section className="card" aria-labelledby="qr">
        <h2 id="qr">{t.qr}</h2>
        <p className="soft small">{t.qrText}</p>
        <img className="own-qr" src={qr} alt={t.qr} width={224} height={224} />
        <p className="soft small">{t.qrShort({ code: application.applicationId.slice(-8) })}</p>
      </section>
      {state.kind === 'seat' && state.status === 'confirmed' && !isOver && (
        <Leave participantId={state.participantId} reply={reply} />
      )}
      {application.mayWithdraw && (
        <details className="card">
          <summary>{t.withdraw}</summary>
          <Form method="post">
            <input type="hidden" name="intent" value="withdraw" />
            <TextField name="reason" label={t.withdrawReason} required maxLength={300} />
            <Button look="danger" wide>
              {t.withdrawButton}
            </Button>
          </Form>
        </details>
      )}
      <p className="soft small">{formatInstant(application.receivedAt.getTime(), locale)}</p>
    </div>
  );
}

function Answer({ participantId }: { participantId: string }) {
  const t = messagesFor(ownMessages, useLocale());
  return (
    <>
      <Form method="post">
        <input type="hidden" name="intent" value="answer" />
        <input type="hidden" name="participantId" value={participantId} />
        <Button name="answer" value="confirm" wide>
          {t.yes}
        </Button>
      </Form>
      <details>
        <summary>{t.no}</summary>
        <Form method="post">
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="participantId" value={participantId} />
          <TextField name="reason" label={t.noReason} optional maxLength={300} />
          <Button name="answer" value="decline" look="secondary" wide>
            {t.no}
          </Button>
        </Form>
      </details>
    </>
  );
}

function Leave({ participantId, reply }: { participantId: string } & Pick<Props, 'reply'>) {
  const t = messagesFor(ownMessages, useLocale());
  return (
    <details className="card">
      <summary>{t.leave}</summary>
      <Form method="post">
        <p className="soft small">{t.leaveText}</p>
        <input type="hidden" name="intent" value="leave" />
        <input type="hidden" name="participantId" value={participantId} />
        <TextField
          name="reason"
          label={t.leaveReason}
          required
          maxLength={300}
          defaultValue={reply?.typed.reason}
        />
        <Button look="danger" wide>
          {t.leaveButton}
        </Button>
      </Form>
    </details>
  );
}

function Missing({ application: { lacking, unknown } }: Pick<Props, 'application'>) {
  const t = messagesFor(ownMessages, useLocale());
  const parts = [
    { title: t.lackingTitle, text: t.lackingText, items: lacking },
    { title: t.unknownTitle, text: t.unknownText, items: unknown },
  ].filter(({ items }) => items.length > 0);
  return parts.map(({ title, text, items }) => (
    <section key={title} className="card">
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className="soft small">{text}</p>
    </section>
  ));
}
