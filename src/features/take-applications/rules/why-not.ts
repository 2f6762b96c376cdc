import type { RefusalDetails } from '#kernel/refusal.ts';
import type { ApplicationWindow } from './application-window.ts';

/** What a refusal carries when an intake takes no applications now: `window` and the instant that goes with it. */
export function windowDetails(window: Exclude<ApplicationWindow, { state: 'open' }>): RefusalDetails {
  const at = window.state === 'not_yet' ? window.opensAt : window.state === 'closed' ? window.closedAt : null;
  return { window: window.state, ...(at === null ? {} : { at }) };
}

/** Read back from such a refusal; null: it was declined for another reason. */
export function windowOf(details: RefusalDetails | undefined): ApplicationWindow | null {
  const at = typeof details?.at === 'number' ? details.at : null;
  switch (details?.window) {
    case 'not_yet':
      return { state: 'not_yet', opensAt: at };
    case 'closed':
      return { state: 'closed', closedAt: at };
    case 'postponed':
    case 'cancelled':
      return { state: details.window };
    default:
      return null;
  }
}
