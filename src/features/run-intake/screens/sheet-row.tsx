import { formatInstant } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { formatNumber } from '#ui/format-number.ts';
import { StatusBadge, type Tone } from '#ui/status-badge.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { attendanceMessages } from '../messages/attendance-messages.ts';
import { type AttendanceState, attendanceStates } from '../rules/attendance-state.ts';
import { sheetNames, type TypedLine } from '../rules/read-sheet.ts';
import type { SheetRow as Row } from '../rules/session-view.ts';

const tones: Record<AttendanceState, Tone> = {
  present: 'done',
  late: 'wait',
  excused: 'info',
  absent: 'wrong',
};

/** One participant to be marked; the reason is asked of those who are not simply there. */
export function SheetRow({
  row,
  hidden,
  typed,
}: {
  row: Row;
  hidden: boolean;
  typed: TypedLine | undefined;
}) {
  const t = messagesFor(attendanceMessages, useLocale());
  const names = sheetNames(row.participantId);
  const state = typed?.state ?? row.now?.state ?? 'present';
  return (
    <div className="sheet-row" hidden={hidden}>
      <Who row={row} />
      <fieldset>
        <legend className="hidden">{t.stateOf({ name: row.name })}</legend>
        <div className="sheet-states">
          {attendanceStates.map((one) => (
            <label key={one}>
              <input type="radio" name={names.state} value={one} defaultChecked={state === one} />
              {t[`state_${one}`]}
            </label>
          ))}
        </div>
      </fieldset>
      <input type="hidden" name={names.shown} value={row.now?.state ?? ''} />
      <input type="hidden" name={names.shownReason} value={row.now?.reason ?? ''} />
      <div className="sheet-reason">
        <input
          className="input"
          name={names.reason}
          list="alasan"
          maxLength={300}
          aria-label={t.reasonOf({ name: row.name })}
          placeholder={t.reasonHint}
          defaultValue={typed?.reason ?? row.now?.reason ?? ''}
        />
      </div>
      <History row={row} />
    </div>
  );
}

/** The same for those who may only look. */
export function SheetRowRead({ row, hidden }: { row: Row; hidden: boolean }) {
  const t = messagesFor(attendanceMessages, useLocale());
  return (
    <div className="sheet-row" hidden={hidden}>
      <Who row={row} />
      <div>
        {row.now ? (
          <StatusBadge tone={tones[row.now.state]}>{t[`state_${row.now.state}`]}</StatusBadge>
        ) : (
          <StatusBadge tone="quiet">{t.notMarked}</StatusBadge>
        )}
        {row.now?.reason && <span className="row-note">{row.now.reason}</span>}
      </div>
      <History row={row} />
    </div>
  );
}

function Who({ row }: { row: Row }) {
  const locale = useLocale();
  const t = messagesFor(attendanceMessages, locale);
  const { there, sessions } = row.count;
  const soFar =
    sessions > 1 && t.soFar({ there: formatNumber(there, locale), of: formatNumber(sessions, locale) });
  return (
    <div className="sheet-name">
      <strong>{row.name}</strong>
      {!row.isSeated && <StatusBadge tone="quiet">{t.noSeat}</StatusBadge>}
      <span className="row-note">{[row.enterprise, row.village, soFar].filter(Boolean).join(' · ')}</span>
    </div>
  );
}

/** Every mark, shown where there is more than the one that counts, or where it came from elsewhere. */
function History({ row: { history } }: { row: Row }) {
  const locale = useLocale();
  const t = messagesFor(attendanceMessages, locale);
  if (history.length === 0) return null;
  return (
    <details>
      <summary>{t.history({ count: formatNumber(history.length, locale) })}</summary>
      <ul>
        {history.map(({ markId, state, reason, via, markedAt, markedBy, recordedAt }) => {
          const late = recordedAt.getTime() - markedAt.getTime() > 60_000;
          return (
            <li key={markId}>
              <strong>{t[`state_${state}`]}</strong>
              {reason && ` (${reason})`}
              {', '}
              {t.historyLine({ at: formatInstant(markedAt.getTime(), locale), by: markedBy })}{' '}
              {t[`via_${via}`]}
              {late && `, ${t.arrived({ at: formatInstant(recordedAt.getTime(), locale) })}`}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
