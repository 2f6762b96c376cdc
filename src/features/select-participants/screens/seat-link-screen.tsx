import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { ownMessages } from '../messages/own-messages.ts';
import type { SeatStatus } from '../rules/seat-state.ts';
import { daysOf } from './own-state.tsx';
import './own-seat.css';

type Seat = {
  officeName: string;
  enterpriseName: string;
  programme: string;
  intake: string;
  place: string | null;
  startsOn: string;
  endsOn: string;
  status: SeatStatus;
  answerBy: Date | null;
};

/** Yes or no to a seat, by a link, without an account and without a script. */
export function SeatLinkScreen({ seat, refusal }: { seat: Seat | null; refusal: Refusal | null }) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  return (
    <div className="narrow stack own-seat">
      <title>{`${t.linkTitle} · Gawangan`}</title>
      {refusal && (
        <Notice tone="wait">
          {refusal.code === 'rate_limited'
            ? t.tooMany({ minutes: String(Math.ceil(Number(refusal.details?.seconds ?? 60) / 60)) })
            : t.linkGone}
        </Notice>
      )}
      {!seat && !refusal && (
        <Notice tone="wrong">
          <strong>{t.linkUnknown}</strong>
          <p>{t.linkUnknownText}</p>
        </Notice>
      )}
      {seat && <Found seat={seat} />}
    </div>
  );
}

function Found({ seat }: { seat: Seat }) {
  const locale = useLocale();
  const t = messagesFor(ownMessages, locale);
  const { status, answerBy } = seat;
  return (
    <>
      <div>
        <p className="soft">{t.linkFrom({ office: seat.officeName })}</p>
        <h1>{seat.programme}</h1>
        <p>{t.linkFor({ enterprise: seat.enterpriseName })}</p>
      </div>
      {status === 'confirmed' && <Notice tone="done">{t.linkConfirmed}</Notice>}
      {status === 'declined' && <Notice tone="info">{t.linkDeclined}</Notice>}
      {status === 'silent' && <Notice tone="wait">{t.late}</Notice>}
      {(status === 'left' || status === 'displaced') && <Notice tone="wait">{t.linkGone}</Notice>}
      <section className="card">
        <p>
          <span className="soft small">{t.when}</span>
          <br />
          {seat.intake}, {daysOf(seat, locale)}
        </p>
        {seat.place && (
          <p>
            <span className="soft small">{t.place}</span>
            <br />
            {seat.place}
          </p>
        )}
        {status === 'offered' ? (
          <form method="post">
            <p>
              {answerBy ? t.offeredText({ by: formatInstant(answerBy.getTime(), locale) }) : t.offeredNoLimit}
            </p>
            <Button name="answer" value="confirm" wide>
              {t.yes}
            </Button>
            <Button name="answer" value="decline" look="secondary" wide>
              {t.no}
            </Button>
          </form>
        ) : (
          <p className="soft small">{t.later}</p>
        )}
      </section>
    </>
  );
}
