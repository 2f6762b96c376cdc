import { useEffect, useState } from 'react';
import { marksToWrite, type SheetLine } from '#features/run-intake/rules/attendance-sheet.ts';
import {
  type AttendanceState,
  attendanceStates,
  placeOf,
} from '#features/run-intake/rules/attendance-state.ts';
import type { AttendanceWork } from '#features/run-intake/rules/attendance-wire.ts';
import { formatDate, formatWeekday, plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import type { LinkRecord, PhoneStore } from '../core/phone-store.ts';
import { whatCounts } from '../core/sheet.ts';
import type { Phone } from '../use-phone.ts';
import { useLocale, useText } from '../use-text.ts';
import { DeadLink } from './link-state.tsx';
import { SyncLine } from './sync-line.tsx';

type Props = {
  phone: Phone;
  link: LinkRecord;
  work: AttendanceWork;
  session: AttendanceWork['sessions'][number];
  store: PhoneStore;
};
type Line = { state: AttendanceState; reason: string };

const many = 12;

/** "Semua hadir, kecuali …" for one session: kept on the phone in one tap, sent when there is signal. */
export function SheetScreen({ phone, link, work, session, store }: Props) {
  useEffect(() => void scrollTo(0, 0), []);
  const t = useText();
  const locale = useLocale();
  const { sessionId, startsAt } = session;
  const day = plainDateInWib(Date.parse(startsAt));
  const counting = whatCounts(work, phone.marks);
  const now = (participantId: string) => counting.get(placeOf({ sessionId, participantId })) ?? null;
  // What was shown when the sheet was opened or saved: news from elsewhere is not overwritten by a line nobody touched.
  const look = () => new Map(work.people.map(({ participantId }) => [participantId, now(participantId)]));
  const [shown, setShown] = useState(look);
  const [touched, setTouched] = useState<ReadonlyMap<string, Line>>(new Map());
  const [open, setOpen] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  const [told, setTold] = useState<'saved' | 'full' | null>(null);
  const isFresh = ![...shown.values()].some((said) => said !== null);

  const lineOf = (participantId: string): Line => {
    const said = now(participantId);
    return touched.get(participantId) ?? { state: said?.state ?? 'present', reason: said?.reason ?? '' };
  };
  const touch = (participantId: string, line: Line) => {
    setTold(null);
    setTouched(new Map(touched).set(participantId, line));
  };
  async function save() {
    const lines = work.people.map(({ participantId }): SheetLine => {
      const line = lineOf(participantId);
      const isTouched = touched.has(participantId);
      return {
        participantId,
        state: line.state,
        reason: line.reason.trim() || null,
        shown: isTouched ? (shown.get(participantId) ?? null) : now(participantId),
      };
    });
    const markedAt = Date.now();
    const marks = marksToWrite(sessionId, lines, counting).map((said) => ({
      ...said,
      markId: newId(),
      code: link.code,
      sessionId,
      markedAt,
      sent: 0 as const,
      refused: null,
    }));
    try {
      await store.addMarks(marks);
    } catch (error) {
      console.error(error);
      setTold('full');
      return;
    }
    setTouched(new Map());
    setOpen(null);
    setShown(
      new Map(
        lines.map(({ participantId, state, reason }) => [participantId, { state, reason, isUnsent: true }]),
      ),
    );
    setTold('saved');
    phone.syncSoon();
  }
  const people = work.people.filter(({ name, enterprise }) =>
    `${name} ${enterprise}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  );
  const mayMark = link.state === 'valid';
  return (
    <>
      <p>
        <a className="back" href="#/">
          ← {t.back}
        </a>
      </p>
      <p className="above">
        {formatWeekday(day, locale)}, {formatDate(day, locale)}
      </p>
      <h1>{t.allBut}</h1>
      <DeadLink phone={phone} link={link} store={store} />
      <SyncLine phone={phone} link={link} />
      {mayMark && <p className="quiet-text">{isFresh ? t.allButText : t.marked}</p>}
      {work.people.length > many && (
        <label className="find">
          {t.find}
          <input type="search" value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} />
        </label>
      )}
      <ul className="rows people">
        {people.map(({ participantId, name, enterprise }) => (
          <PersonRow
            key={participantId}
            name={name}
            enterprise={enterprise}
            line={lineOf(participantId)}
            isOpen={mayMark && open === participantId}
            onToggle={() => setOpen(open === participantId ? null : participantId)}
            onChange={(line) => touch(participantId, line)}
            isFixed={!mayMark}
          />
        ))}
      </ul>
      {mayMark && (
        <div className="save">
          <p role="status">{told === 'saved' ? t.saved : told === 'full' ? t.storageFull : ''}</p>
          <button type="button" className="main" onClick={() => void save()}>
            {t.save}
          </button>
        </div>
      )}
    </>
  );
}

type RowProps = {
  name: string;
  enterprise: string;
  line: Line;
  isOpen: boolean;
  isFixed: boolean;
  onToggle(): void;
  onChange(line: Line): void;
};

function PersonRow({ name, enterprise, line, isOpen, isFixed, onToggle, onChange }: RowProps) {
  const t = useText();
  const { state, reason } = line;
  return (
    <li>
      <button
        type="button"
        className="line person"
        aria-expanded={isOpen}
        disabled={isFixed}
        onClick={onToggle}
      >
        <span>
          <strong>{name}</strong>
          <span className="quiet-text">{enterprise}</span>
        </span>
        <span className={`state ${state}`}>{t[`state_${state}`]}</span>
      </button>
      {isOpen && (
        <div className="choose">
          <fieldset className="states">
            <legend className="hidden">{t.stateOf({ name })}</legend>
            {attendanceStates.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={state === one}
                onClick={() => onChange({ state: one, reason: one === 'present' ? '' : reason })}
              >
                {t[`state_${one}`]}
              </button>
            ))}
          </fieldset>
          {state !== 'present' && (
            <label className="find">
              {t.reason}
              <input
                list="alasan"
                maxLength={300}
                value={reason}
                onChange={(event) => onChange({ state, reason: event.currentTarget.value })}
              />
              <datalist id="alasan">
                {t.reasons.split('|').map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            </label>
          )}
        </div>
      )}
    </li>
  );
}
