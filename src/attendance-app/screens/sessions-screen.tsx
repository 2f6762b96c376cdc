import { useEffect } from 'react';
import type { AttendanceWork } from '#features/run-intake/rules/attendance-wire.ts';
import { formatDate, formatTime, formatWeekday, plainDateInWib } from '#kernel/calendar.ts';
import type { LinkRecord, PhoneStore } from '../core/phone-store.ts';
import { countSession, type SessionCount, whatCounts } from '../core/sheet.ts';
import { hrefOfSession } from '../place.ts';
import type { Phone } from '../use-phone.ts';
import { useLocale, useText } from '../use-text.ts';
import { DeadLink } from './link-state.tsx';
import { SyncLine } from './sync-line.tsx';

type Props = { phone: Phone; link: LinkRecord; work: AttendanceWork; store: PhoneStore };

/** The sessions of the intake, today's first to the eye. */
export function SessionsScreen({ phone, link, work, store }: Props) {
  useEffect(() => void scrollTo(0, 0), []);
  const t = useText();
  const locale = useLocale();
  const counting = whatCounts(work, phone.marks);
  const today = plainDateInWib(Date.now());
  const refused = phone.marks.filter((mark) => mark.refused !== null).length;
  const others = phone.view?.links.filter((one) => one.code !== link.code && one.work) ?? [];
  return (
    <>
      <p className="above">{work.programme}</p>
      <h1>{work.intake}</h1>
      <p className="quiet-text">{t.hello({ trainer: work.trainer })}</p>
      <DeadLink phone={phone} link={link} store={store} />
      <SyncLine phone={phone} link={link} />
      {refused > 0 && <p className="notice wait">{t.refused({ count: refused })}</p>}
      <h2>{t.sessions}</h2>
      {work.sessions.length === 0 && <p>{t.noSessions}</p>}
      {work.people.length === 0 && work.sessions.length > 0 && <p>{t.nobody}</p>}
      <ul className="rows">
        {work.sessions.map(({ sessionId, startsAt, endsAt, topic, place }) => {
          const day = plainDateInWib(Date.parse(startsAt));
          const hours = t.hours({
            from: formatTime(Date.parse(startsAt), locale).replace(' WIB', ''),
            to: formatTime(Date.parse(endsAt), locale),
          });
          const inside = (
            <>
              <strong>
                {formatWeekday(day, locale)}, {formatDate(day, locale)}
                {day === today && <span className="today">{t.today}</span>}
              </strong>
              <span className="quiet-text">{[hours, topic, place].filter(Boolean).join(' · ')}</span>
              <State count={countSession(work, counting, sessionId)} isLater={day > today} />
            </>
          );
          const opens = day <= today && work.people.length > 0;
          return (
            <li key={sessionId}>
              {opens ? <a href={hrefOfSession(sessionId)}>{inside}</a> : <div className="line">{inside}</div>}
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <>
          <h2>{t.others}</h2>
          <ul className="rows">
            {others.map((one) => (
              <li key={one.code}>
                <button type="button" className="line" onClick={() => void store.open(one.code, Date.now())}>
                  <strong>{one.work?.intake}</strong>
                  <span className="quiet-text">{one.work?.programme}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function State({ count, isLater }: { count: SessionCount; isLater: boolean }) {
  const t = useText();
  const { there, marked, of, unsent } = count;
  const left = of - marked;
  if (isLater && marked === 0) return <span className="state">{t.later}</span>;
  return (
    <span className={left > 0 ? 'state wait' : 'state done'}>
      {marked === 0 ? t.notMarked : left > 0 ? t.partly({ left }) : t.there({ there, of })}
      {unsent > 0 && ` · ${t.unsent({ count: unsent })}`}
    </span>
  );
}
