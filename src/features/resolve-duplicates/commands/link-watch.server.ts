import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '#platform/services.server.ts';
import { listOfficesToLink } from '../link-mark-store.server.ts';
import { linkArrivals } from './link-arrivals.server.ts';
import { reopenUndone } from './reopen-undone.server.ts';

const LEAST_PAUSE_MS = 5_000;
const MOST_PAUSE_MS = 25_000;
/** A large register takes seconds to read: the worker spends no more than a fifth of its time on arrivals. */
const PAUSE_PER_WORK = 4;

/**
 * Links what people register, office after office, for as long as the program runs: an enterprise meets the register
 * within a minute, whichever way it came in. Asking whether anything changed costs one look at an index.
 */
export async function watchArrivals(services: Services, signal: AbortSignal): Promise<void> {
  /** The database may be away for a moment, or something be wrong in one office: the next round tries again. */
  const attempt = async <Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      if (!signal.aborted) services.log.error({ err: error }, 'linking arrivals failed');
      return otherwise;
    }
  };
  while (!signal.aborted) {
    const began = performance.now();
    const offices = await attempt(() => services.db.transaction().execute(listOfficesToLink), []);
    for (const office of offices) {
      await attempt(() => linkArrivals(services, office, signal), undefined);
      await attempt(() => reopenUndone(services, office), undefined);
    }
    const took = performance.now() - began;
    const pause = Math.min(MOST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, took * PAUSE_PER_WORK));
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}
