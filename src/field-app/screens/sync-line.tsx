import { formatTime } from '#kernel/calendar.ts';
import { useField, useText } from '../app-state.ts';

/** What became of the work: one line, always in the same place, with what can be done about it. */
export function SyncLine() {
  const text = useText();
  const { outcome, unsent, phone, locale, syncSoon } = useField();
  const off = Math.round(Math.abs(phone.clockOffS ?? 0) / 60);
  return (
    <div className="sync">
      <p>{sentence()}</p>
      {unsent.visits > 0 && outcome !== 'running' && (
        <button type="button" className="quiet" onClick={syncSoon}>
          {text.sendNow}
        </button>
      )}
      {off >= 5 && <p className="notice wait">{text.clockWrong({ minutes: off })}</p>}
    </div>
  );

  function sentence(): string {
    if (outcome === 'running' || outcome === null) return unsent.visits > 0 ? text.syncing : lastSent();
    if (outcome.state === 'unwelcome') return text.notKnown;
    if (outcome.state === 'busy') return text.officeBusy;
    if (outcome.state === 'unreachable' && unsent.visits > 0) return text.waitingForSignal;
    return lastSent();
  }
  function lastSent(): string {
    if (unsent.visits > 0) return text.waitingForSignal;
    return phone.lastSentAt ? text.allSentAt({ time: formatTime(Date.parse(phone.lastSentAt), locale) }) : '';
  }
}
