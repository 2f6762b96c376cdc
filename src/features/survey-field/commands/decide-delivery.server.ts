import type { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand, execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { type DeliveryRow, lockDelivery, updateDecided } from '../delivery-store.server.ts';
import { decideInput, type OpenedEnvelope } from '../input.ts';
import { fieldPermissions } from '../permissions.ts';
import { decideDelivery } from '../rules/decide-delivery.ts';
import { canBePutIn, canDecide } from '../rules/delivery-states.ts';
import { applySubmissions } from './apply-submissions.server.ts';
import { loadFacts } from './delivery-facts.server.ts';
import { openingKeys } from './office-key.server.ts';
import { readEnvelopes } from './read-envelope.server.ts';
import { troubleOf } from './storage-trouble.server.ts';

/**
 * A person has looked at what waited: it is put in as it stands, or set aside with a note. Set aside, it is kept as it
 * came. Refused: `not_found`, `already_done`, `wrong_state` for what cannot be put in, `evidence_missing` without a note.
 */
const decideOnDelivery = defineCommand({
  name: 'field.decide_delivery',
  permission: fieldPermissions['field.receive'],
  input: decideInput,
  async run(context, { envelopeId, decision, note }) {
    const { trx, officeCode, actor, now } = context;
    const delivery = await lockDelivery(trx, officeCode, envelopeId);
    if (!delivery || delivery.state === 'applied') return refused('not_found');
    if (delivery.decidedAt) return refused('already_done');
    const isHopeless = decision === 'release' && !canBePutIn(delivery.reason ?? '');
    if (isHopeless || !canDecide(delivery.state, decision)) return refused('wrong_state');
    if (decision === 'set_aside' && note === undefined)
      return refused('invalid_input', { fields: [{ path: 'note', code: 'blank' }] });
    if (decision === 'release' && !(await putIn(context, delivery))) return refused('wrong_state');
    const state = decision === 'release' ? 'released' : 'set_aside';
    await updateDecided(trx, officeCode, envelopeId, { state, by: actor.id, at: now });
    await context.audit({
      action: `delivery.${state}`,
      subject: { kind: 'delivery', id: envelopeId },
      ...(note === undefined ? {} : { reason: note }),
      details: { waitedFor: delivery.reason },
    });
    return done();
  },
});

/** Decides on a delivery. What cannot be put in whatever one tries is declined as `wrong_state`, and stays as it came. */
export async function decideWaiting(
  services: Services,
  actor: Actor,
  given: z.input<typeof decideInput>,
): Promise<Outcome<void>> {
  try {
    return await execute(services, actor, decideOnDelivery, given);
  } catch (error) {
    if (troubleOf(error)) return refused('unavailable');
    services.log.error({ err: error, envelopeId: given.envelopeId }, 'a delivery could not be put in');
    return refused('wrong_state');
  }
}

async function putIn(context: CommandContext, delivery: DeliveryRow): Promise<boolean> {
  const content = await openDelivery(context, delivery);
  if (!content) return false;
  const facts = await loadFacts(context, [content]);
  const decided = decideDelivery(facts.of(content), true);
  if (decided.state === 'applied')
    await applySubmissions(context, facts, [{ content, conflicts: decided.conflicts }]);
  return decided.state !== 'quarantined';
}

/** What stands in a delivery that was kept as it came; null when it cannot be told. */
export async function openDelivery(
  context: Pick<CommandContext, 'trx' | 'officeCode' | 'vault'>,
  {
    envelopeId,
    keyId,
    sealed,
    sealedUnder,
  }: Pick<DeliveryRow, 'envelopeId' | 'keyId' | 'sealed' | 'sealedUnder'>,
): Promise<OpenedEnvelope | null> {
  if (keyId === null || sealed === null) return null;
  const keys = await openingKeys(context, [keyId]);
  const envelope = { id: sealedUnder ?? envelopeId, keyId, sealed: sealed.toString('base64url') };
  const [read] = await readEnvelopes([envelope], keys);
  return read?.read.ok ? read.read.content : null;
}
