import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listArrivals } from '../../register-enterprise/index.server.ts';
import { linkedUpTo, markLinked } from '../link-mark-store.server.ts';
import type { FoundPair } from '../rules/likeness-pairs.ts';
import { insertCandidatePairs } from './insert-candidate-pairs.server.ts';
import { keepLearned, type Learned, linkRecords, readRegister } from './link-records.server.ts';

/**
 * Compares what was registered or edited by hand since the last time with the whole register, and puts into the queue
 * what looks alike. May be run at any time, and again after it was killed: what has been linked is noted with the pairs.
 */
export async function linkArrivals(
  services: Services,
  officeCode: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const actor = systemActor(officeCode, 'Gawangan');
  const { horizon, enterpriseIds } = await inOneTransaction(services, actor, async ({ trx }) =>
    listArrivals(trx, officeCode, await linkedUpTo(trx, officeCode)),
  );
  const found =
    enterpriseIds.length === 0
      ? { pairs: [], learned: null }
      : await linkThem(services, officeCode, new Set(enterpriseIds), signal);
  await inOneTransaction(services, actor, async (context) => {
    await insertCandidatePairs(context, found.pairs, { foundBy: 'arrival' });
    await keepLearned(context, found.learned);
    await markLinked(context.trx, officeCode, horizon, context.now);
  });
}

async function linkThem(
  services: Services,
  officeCode: string,
  arrivals: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<{ pairs: FoundPair[]; learned: Learned | null }> {
  const all = await readRegister(services, officeCode, { signal });
  const newcomers = all.filter(({ id }) => arrivals.has(id));
  const register = all.filter(({ id }) => !arrivals.has(id));
  return linkRecords(services, officeCode, newcomers, register, { signal });
}
