import { systemActor } from '#kernel/actor.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { claimEnvelopes, listKnownEnvelopes, updateWaiting, type Waiting } from '../delivery-store.server.ts';
import { updatePhoneSeen } from '../phone-store.server.ts';
import { decideDelivery } from '../rules/decide-delivery.ts';
import type { Envelope, Receipt } from '../rules/wire.ts';
import { applySubmissions, type ToApply } from './apply-submissions.server.ts';
import { loadFacts } from './delivery-facts.server.ts';
import { hashOfSealed, keepOthers } from './keep-others.server.ts';
import { openingKeys } from './office-key.server.ts';
import { type ReadEnvelope, readEnvelopes } from './read-envelope.server.ts';
import { troubleOf } from './storage-trouble.server.ts';

/** Who brings the envelopes: a phone by itself, or an officer with a file. */
export type BroughtBy = {
  /** As it proved itself, or as the file says; what counts stands inside each envelope. */
  phoneId: string | null;
  via: 'sync' | 'file';
  /** What still waited on the phone, this delivery included. */
  unsent?: number;
  appVersion?: string;
};

/**
 * Takes envelopes in, durably: when this answers, they are at the office, whatever became of them. The same one twice
 * is one. Nothing is refused; what cannot be judged waits for a person. Answers in the order of the envelopes.
 */
export async function receiveEnvelopes(
  services: Services,
  officeCode: string,
  by: BroughtBy,
  envelopes: readonly Envelope[],
): Promise<Receipt[]> {
  const actor = systemActor(officeCode, by.via === 'sync' ? 'HP pendata' : 'Berkas HP');
  const { known, keys } = await inOneTransaction(services, actor, async (context) => {
    if (by.phoneId !== null && by.via === 'sync') {
      await updatePhoneSeen(context.trx, officeCode, by.phoneId, context.now, {
        appVersion: by.appVersion,
        lastDeliveryAt: context.now,
        unsentCount: by.unsent === undefined ? undefined : Math.max(0, by.unsent - envelopes.length),
      });
    }
    return {
      known: await listKnownEnvelopes(
        context.trx,
        officeCode,
        envelopes.map(({ id }) => id),
      ),
      keys: await openingKeys(
        context,
        envelopes.map(({ keyId }) => keyId),
      ),
    };
  });
  // Of two under one id the first is taken.
  const fresh = new Map<string, Envelope>();
  for (const one of envelopes) if (!known.has(one.id) && !fresh.has(one.id)) fresh.set(one.id, one);
  const states = new Map<string, Receipt['state']>();
  if (fresh.size > 0) {
    const read = await readEnvelopes([...fresh.values()], keys);
    try {
      await inOneTransaction(services, actor, (context) => takeIn(context, by, read, states));
    } catch (error) {
      if (troubleOf(error)) throw error;
      services.log.error(
        { err: error },
        'a delivery could not be applied whole; its envelopes go one by one',
      );
      for (const one of read) await takeInAlone(services, officeCode, by, one, states);
    }
  }
  const doubtful = envelopes.filter((one) => {
    const before = known.get(one.id);
    if (before) return !before.equals(hashOfSealed(Buffer.from(one.sealed, 'base64url')));
    return fresh.get(one.id) !== one || !states.has(one.id);
  });
  const others =
    doubtful.length === 0
      ? new Set<Envelope>()
      : await inOneTransaction(services, actor, (context) => keepOthers(context, by, doubtful));
  return envelopes.map((one) => ({
    id: one.id,
    state: others.has(one) ? 'quarantined' : (states.get(one.id) ?? 'known'),
  }));
}

/** One envelope in a transaction of its own; what fails in it is kept as it came, for a person to look at. */
async function takeInAlone(
  services: Services,
  officeCode: string,
  by: BroughtBy,
  one: ReadEnvelope,
  states: Map<string, Receipt['state']>,
): Promise<void> {
  const actor = systemActor(officeCode, by.via === 'sync' ? 'HP pendata' : 'Berkas HP');
  try {
    await inOneTransaction(services, actor, (context) => takeIn(context, by, [one], states));
  } catch (error) {
    if (troubleOf(error)) throw error;
    services.log.error({ err: error, envelopeId: one.id }, 'an envelope could not be applied');
    await inOneTransaction(services, actor, (context) =>
      takeIn(context, by, [one], states, 'applying_failed'),
    );
  }
}

async function takeIn(
  context: CommandContext,
  by: BroughtBy,
  read: readonly ReadEnvelope[],
  states: Map<string, Receipt['state']>,
  setApartFor?: 'applying_failed',
): Promise<void> {
  const { trx, officeCode, now } = context;
  const coming = read.map(({ id, keyId, sealed }) => ({ id, keyId, hash: hashOfSealed(sealed) }));
  const { phoneId, via } = by;
  const claimed = await claimEnvelopes(trx, officeCode, coming, { phoneId, via, receivedAt: now });
  const mine = read.filter(({ id }) => claimed.has(id));
  // What is set apart is asked nothing: the asking may be what failed.
  const judged = setApartFor ? [] : mine;
  const contents = judged.flatMap((one) => (one.read.ok ? [one.read.content] : []));
  const waiting: Waiting[] = [];
  const taken: ToApply[] = [];
  const facts = await loadFacts(context, contents);
  const settled = new Map<string, Receipt['state']>();
  for (const { id, sealed, read: inside } of mine) {
    const wait = (state: 'quarantined' | 'unreadable', reason: string) => {
      waiting.push({ envelopeId: id, state, reason, sealed });
      settled.set(id, state);
    };
    if (!inside.ok) wait('unreadable', inside.reason);
    else if (setApartFor) wait('quarantined', setApartFor);
    else {
      const decided = decideDelivery(facts.of(inside.content));
      if (decided.state === 'quarantined') wait('quarantined', decided.reason);
      else settled.set(id, 'stored');
      if (decided.state === 'applied') taken.push({ content: inside.content, conflicts: decided.conflicts });
    }
  }
  await updateWaiting(trx, officeCode, waiting);
  await applySubmissions(context, facts, taken);
  if (mine.length > 0) await audit(context, by, taken, waiting);
  for (const [id, state] of settled) states.set(id, state);
}

function audit(
  context: CommandContext,
  by: BroughtBy,
  taken: readonly ToApply[],
  waiting: readonly Waiting[],
): Promise<void> {
  return context.audit({
    action: 'delivery.received',
    ...(by.phoneId === null ? {} : { subject: { kind: 'phone', id: by.phoneId } }),
    details: {
      via: by.via,
      submissions: taken.map(({ content }) => content.submission.id),
      people: [...new Set(taken.map(({ content }) => content.submission.userId))],
      quarantined: waiting.filter(({ state }) => state === 'quarantined').length,
      unreadable: waiting.filter(({ state }) => state === 'unreadable').length,
    },
  });
}
