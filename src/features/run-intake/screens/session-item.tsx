import { Form, Link } from 'react-router';
import { formatDate, formatWeekday } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { formatNumber } from '#ui/format-number.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { sessionMessages } from '../messages/session-messages.ts';
import type { SessionLine } from '../rules/session-view.ts';
import { SessionFields, type SessionValues } from './session-fields.tsx';

type Props = {
  intakeId: string;
  session: SessionLine;
  seated: number;
  mayRun: boolean;
  mayAttend: boolean;
  /** Whether its form is open: one at a time, so that each field has one name on the page. */
  isEdited: boolean;
  reply?: { typed: Partial<SessionValues>; refusal: Refusal } | undefined;
};

/** One session: when, what, who came, and what is to be done with it. */
export function SessionItem({ intakeId, session, seated, mayRun, mayAttend, isEdited, reply }: Props) {
  const locale = useLocale();
  const t = messagesFor(sessionMessages, locale);
  const { sessionId, day, from, to, place, topic, trainer, isCancelled, isMarkable } = session;
  const clock = (time: string) => (locale === 'id' ? time.replace(':', '.') : time);
  const dayWords = `${formatWeekday(day, locale)}, ${formatDate(day, locale)}`;
  const isNext = isMarkable && session.unmarked > 0 && seated > 0;
  return (
    <li className={isCancelled ? 'session-item off' : 'session-item'}>
      <div>
        <strong>{dayWords}</strong>
        <span className="row-note">{t.hours({ from: clock(from), to: clock(to) })}</span>
      </div>
      <div>
        {topic && <span>{topic}</span>}
        <span className="row-note">{[trainer, place].filter(Boolean).join(' · ')}</span>
        <Attendance session={session} seated={seated} />
      </div>
      <div className="row">
        {isMarkable && seated > 0 && (
          <ButtonLink
            to={`/pembinaan/angkatan/${intakeId}/hadir/${sessionId}`}
            look={isNext && mayAttend ? 'primary' : 'secondary'}
            aria-label={`${mayAttend ? t.mark : t.see}: ${dayWords}`}
          >
            {mayAttend ? t.mark : t.see}
          </ButtonLink>
        )}
      </div>
      {mayRun && !isEdited && (
        <Link
          className="session-change"
          to={`?ubah=${sessionId}`}
          aria-label={t.changeOf({ day: dayWords })}
          preventScrollReset
        >
          {t.change}
        </Link>
      )}
      {mayRun && isEdited && (
        <div className="session-form">
          <Form method="post" className="fields" noValidate>
            <input type="hidden" name="sessionId" value={sessionId} />
            <input type="hidden" name="revision" value={session.revision} />
            <SessionFields
              values={
                reply?.typed ?? {
                  day,
                  from,
                  to,
                  place: place ?? '',
                  topic: topic ?? '',
                  trainer: trainer ?? '',
                }
              }
              errors={reply?.refusal.fields}
            />
            <div className="row">
              <Button name="intent" value="change">
                {t.save}
              </Button>
              <Button
                name="intent"
                value={isCancelled ? 'restore' : 'cancel'}
                look={isCancelled ? 'secondary' : 'danger'}
              >
                {isCancelled ? t.restore : t.cancel}
              </Button>
              <ButtonLink to="?" look="quiet" preventScrollReset>
                {t.close}
              </ButtonLink>
            </div>
          </Form>
        </div>
      )}
    </li>
  );
}

function Attendance({ session, seated }: { session: SessionLine; seated: number }) {
  const locale = useLocale();
  const t = messagesFor(sessionMessages, locale);
  const count = (value: number) => formatNumber(value, locale);
  const { isCancelled, isMarkable, there, excused, absent, unmarked } = session;
  const marked = seated - unmarked;
  const [tone, words]: [Tone, string] = isCancelled
    ? ['quiet', t.cancelled]
    : !isMarkable
      ? ['quiet', t.notYet]
      : marked === 0
        ? ['wait', t.notMarked]
        : unmarked > 0
          ? ['wait', t.partly({ count: count(unmarked) })]
          : ['done', t.there({ there: count(there), of: count(seated) })];
  return (
    <span className="badges">
      <StatusBadge tone={tone}>{words}</StatusBadge>
      {excused > 0 && <StatusBadge tone="info">{t.excused({ count: count(excused) })}</StatusBadge>}
      {absent > 0 && <StatusBadge tone="wrong">{t.absent({ count: count(absent) })}</StatusBadge>}
    </span>
  );
}
