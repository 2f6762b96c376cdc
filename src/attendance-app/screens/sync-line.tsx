import { formatTime } from '#kernel/calendar.ts';
import type { LinkRecord } from '../core/phone-store.ts';
import type { Phone } from '../use-phone.ts';
import { useLocale, useText } from '../use-text.ts';

/** What became of the work: always in the same place, with what can be done about it. */
export function SyncLine({ phone, link }: { phone: Phone; link: LinkRecord }) {
  const t = useText();
  const locale = useLocale();
  const { unsent, outcome, syncSoon } = phone;
  if (link.state !== 'valid') return null;
  const isRunning = outcome === 'running';
  return (
    <div className={unsent > 0 ? 'sync waiting' : 'sync'}>
      <div role="status">
        <strong>
          {unsent > 0
            ? t.unsent({ count: unsent })
            : link.lastSentAt
              ? t.allSent({ time: formatTime(link.lastSentAt, locale) })
              : t.nothingToSend}
        </strong>
        {unsent > 0 && <span>{isRunning ? t.sending : outcome === 'busy' ? t.busy : t.unsentText}</span>}
      </div>
      {unsent > 0 && !isRunning && (
        <button type="button" className="quiet" onClick={syncSoon}>
          {t.sendNow}
        </button>
      )}
    </div>
  );
}
