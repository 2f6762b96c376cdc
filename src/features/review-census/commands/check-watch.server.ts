import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '#platform/services.server.ts';
import { listOfficesToCheck } from '../office-store.server.ts';
import { checkSubmissions } from './check-submissions.server.ts';

const LEAST_PAUSE_MS = 5_000;
const MOST_PAUSE_MS = 30_000;
/** The worker spends no more than a fifth of its time on checks. */
const PAUSE_PER_WORK = 4;

/**
 * Checks what phones deliver, office after office, for as long as the program runs. How far it came is kept in memory:
 * after a start everything that still waits is checked again, which changes nothing that is right.
 */
export async function watchSubmissions(services: Services, signal: AbortSignal): Promise<void> {
  const marks = new Map<string, number>();
  while (!signal.aborted) {
    const began = performance.now();
    try {
      for (const { officeCode, touched } of await services.db.transaction().execute(listOfficesToCheck)) {
        const since = marks.get(officeCode) ?? 0;
        if (touched < since) continue;
        const { horizon } = await checkSubmissions(services, officeCode, since, signal);
        marks.set(officeCode, horizon);
      }
    } catch (error) {
      // The database may be away for a moment: the next round tries again.
      if (!signal.aborted) services.log.error({ err: error }, 'checking submissions failed');
    }
    const took = performance.now() - began;
    const pause = Math.min(MOST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, took * PAUSE_PER_WORK));
    await sleep(pause, undefined, { signal }).catch(() => undefined);
  }
}
