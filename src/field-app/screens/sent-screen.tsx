import { formatInstant, formatTime } from '#kernel/calendar.ts';
import { useField, useText } from '../app-state.ts';
import { tryStuckAgain } from '../core/deliver.ts';
import { SyncLine } from './sync-line.tsx';

const shown = 200;

/** What is finished: what has arrived, and when; what has not. */
export function SentScreen() {
  const text = useText();
  const { finished, unsent, locale, tools, refresh, syncSoon } = useField();
  return (
    <>
      <h1>{text.sentTitle}</h1>
      <SyncLine />
      {unsent.photos > 0 && <p>{text.photosWaiting({ count: unsent.photos })}</p>}
      {unsent.stuck > 0 && (
        <div className="notice wrong">
          <p>{text.stuck({ count: unsent.stuck })}</p>
          <button
            type="button"
            className="quiet"
            onClick={() => void tryStuckAgain(tools.store).then(refresh).then(syncSoon)}
          >
            {text.tryAgain}
          </button>
        </div>
      )}
      {finished.length === 0 && <p className="empty">{text.sentEmpty}</p>}
      <ul className="rows">
        {finished.slice(0, shown).map(({ id, label, finishedAt, sentAt }) => (
          <li key={id} className="line">
            <strong>{label?.title || '–'}</strong>
            <span className="beside-name">{formatInstant(Date.parse(finishedAt), locale)}</span>
            {sentAt ? (
              <span className="state done">
                ✓ {text.sentAt({ time: formatTime(Date.parse(sentAt), locale) })}
              </span>
            ) : (
              <span className="state wait">{text.notSentYet}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
