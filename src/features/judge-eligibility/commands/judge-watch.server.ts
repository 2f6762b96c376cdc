import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '#platform/services.server.ts';
import { listOfficesWithConditions } from '../rule-set-store.server.ts';
import { judgeTouched } from './judge-touched.server.ts';

const LEAST_PAUSE_MS = 5_000;
const MOST_PAUSE_MS = 30_000;
/** The worker spends no more than a fifth of its time on this. */
const PAUSE_PER_WORK = 4;

/** Keeps what programmes answer true, office after office, for as long as the program runs. */
export async function watchEligibility(services: Services, signal: AbortSignal): Promise<void> {
  /** The database may be away for a moment, or something be wrong in one office: the next round tries again. */
  const attempt = async <Value>(work: () => Promise<Value>, otherwise: Value): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      if (!signal.aborted) services.log.error({ err: error }, 'counting what changed failed');
      return otherwise;
    }
  };
  while (!signal.aborted) {
    const began = performance.now();
    const offices = await attempt(() => services.db.transaction().execute(listOfficesWithConditions), []);
    for (const office of offices) await attempt(() => judgeTouched(services, office, signal), undefined);
    const took = performance.now() - began;
    const pause = Math.min(MOST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, took * PAUSE_PER_WORK));
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}
