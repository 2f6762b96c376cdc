import { systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listArrivals } from '../../register-enterprise/index.server.ts';
import { linkedUpTo, markLinked } from '../link-mark-store.server.ts';
import { listPending, setAsideUnlike } from '../pair-store.server.ts';
import type { FoundPair } from '../rules/likeness-pairs.ts';
import { insertCandidatePairs } from './insert-candidate-pairs.server.ts';
import { keepLearned, type Learned, linkRecords, readRegister } from './link-records.server.ts';

/**
 * Compares what was registered or edited by hand since the last time with the whole register, and puts into the queue
 * what looks alike; what looked alike before and does no more is set aside. May be run at any time, and again after it was killed: what has been linked is noted with the pairs.
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
  const found: Linked =
    enterpriseIds.length === 0
      ? { pairs: [], learned: null, anew: [], compared: new Set() }
      : await linkThem(services, officeCode, new Set(enterpriseIds), signal);
  await inOneTransaction(services, actor, async (context) => {
    await setAsideNotFound(context, found);
    await insertCandidatePairs(context, found.pairs, { foundBy: 'arrival' });
    await keepLearned(context, found.learned);
    await markLinked(context.trx, officeCode, horizon, context.now);
  });
}

type Linked = {
  pairs: FoundPair[];
  learned: Learned | null;
  /** Enterprises looked at anew. */
  anew: string[];
  /** All that they were compared with, themselves among them. */
  compared: ReadonlySet<string>;
};

async function linkThem(
  services: Services,
  officeCode: string,
  arrivals: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Linked> {
  const all = await readRegister(services, officeCode, { signal });
  const newcomers = all.filter(({ id }) => arrivals.has(id));
  const register = all.filter(({ id }) => !arrivals.has(id));
  const { pairs, learned } = await linkRecords(services, officeCode, newcomers, register, { signal });
  return {
    pairs,
    learned,
    anew: newcomers.map(({ id }) => id),
    compared: new Set(all.map(({ id }) => id)),
  };
}

/** Pairs that looked alike until a record was edited, such as by a NIK that was wrong, lose what spoke for them. */
async function setAsideNotFound(
  { trx, officeCode }: CommandContext,
  { pairs, anew, compared }: Linked,
): Promise<void> {
  const found = new Set(pairs.flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`]));
  const unlike = (await listPending(trx, officeCode, anew)).filter(
    ({ leftId, rightId }) =>
      compared.has(leftId) && compared.has(rightId) && !found.has(`${leftId} ${rightId}`),
  );
  await setAsideUnlike(
    trx,
    officeCode,
    unlike.map(({ pairId }) => pairId),
  );
}
