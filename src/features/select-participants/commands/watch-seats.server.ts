import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listIntakesDue, listOfficesWithSeatsDue } from '../participant-store.server.ts';
import { expireSeats, fillSeats } from './fill-seats.server.ts';
import { holdSeats } from './hold-seats.server.ts';

const PAUSE_MS = 120_000;

/** Offers that ran out, and seats whose application was taken back, go to the next on the list. One transaction an intake. */
export async function passSeatsOn(services: Services, signal?: AbortSignal): Promise<void> {
  const now = services.clock();
  for (const office of await listOfficesWithSeatsDue(services.db, now)) {
    const due = await withOffice(services.db, office, (trx) => listIntakesDue(trx, office, now));
    for (const intakeId of due) {
      if (signal?.aborted) return;
      await inOneTransaction(services, systemActor(office, 'Sistem'), async (context) => {
        const held = await holdSeats(context, intakeId);
        if (!held) return;
        await expireSeats(context, held);
        await fillSeats(context, held);
      });
    }
  }
}

/** The same every two minutes, for as long as the program runs. */
export async function watchSeats(services: Services, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await passSeatsOn(services, signal);
    } catch (error) {
      // The database may be away for a moment: the next round tries again.
      if (!signal.aborted) services.log.error({ err: error }, 'passing seats on failed');
    }
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
}
