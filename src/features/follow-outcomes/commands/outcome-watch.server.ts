import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '#platform/services.server.ts';
import { listOfficesWithParticipants } from '../ask-store.server.ts';
import { planOffice } from './plan-asks.server.ts';

/** Asks are due by the day: looked at four times in one, so that none waits for the next. */
const PAUSE_MS = 6 * 3_600_000;

/** Makes the asks of intakes that have ended, for as long as the program runs. Pages do so for their own intake as well. */
export async function watchOutcomes(services: Services, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const offices = await services.db.transaction().execute(listOfficesWithParticipants);
      for (const office of offices) await planOffice(services, office);
    } catch (error) {
      // The database may be away for a moment: the next round tries again.
      if (!signal.aborted) services.log.error({ err: error }, 'planning asks for outcomes failed');
    }
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
}
