import { z } from 'zod';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import {
  type EnterpriseToReach,
  listPhonesToReach,
  listToReach,
  standingWithinReach,
} from '../../register-enterprise/index.server.ts';
import { insertConsent, insertOptOut, liftOptOut } from '../consent-store.server.ts';
import { insertContact } from '../contact-store.server.ts';
import { consentInput, contactInput } from '../input.ts';
import { reachPermissions } from '../permissions.ts';
import { takeOutOfQueues } from '../recipient-store.server.ts';

/** The enterprise that stands for this one, within the actor's reach. Refuses: not_found. */
export async function findEnterprise(
  context: CommandContext,
  enterpriseId: string,
): Promise<Outcome<EnterpriseToReach>> {
  const { trx, officeCode } = context;
  const standing = await standingWithinReach(context, enterpriseId);
  const [found] = standing ? await listToReach(trx, officeCode, [standing.enterpriseId]) : [];
  return found ? done(found) : refused('not_found');
}

/**
 * Writes down what an owner said about being written to: one channel, one purpose, how they said it. The newest
 * statement holds; none is changed (UU 27/2022 art. 24: the office shows that there was consent). Refuses: not_found,
 * evidence_missing (no owner on record), invalid_input (saidOn in the future).
 */
export const recordConsent = defineCommand({
  name: 'contact.record_consent',
  permission: reachPermissions['reach.consent'],
  input: consentInput,
  async run(context, { enterpriseId, note, ...said }) {
    const { trx, officeCode, actor, now, newId } = context;
    const found = await findEnterprise(context, enterpriseId);
    if (!found.ok) return found;
    const { ownerId } = found.value;
    if (ownerId === null) return refused('evidence_missing');
    if (said.saidOn > plainDateInWib(now.getTime()))
      return invalid([{ path: 'saidOn', code: 'date_in_future' }]);
    await insertConsent(trx, {
      officeCode,
      consentId: newId(),
      ownerId,
      enterpriseId,
      ...said,
      note: note ?? null,
      recordedAt: now,
      recordedBy: actor.id,
      recordedByName: actor.name,
    });
    const { channel, purpose, answer, proof } = said;
    await context.audit({
      action: answer === 'given' ? 'contact.consent_given' : 'contact.consent_withdrawn',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: { channel, purpose, proof },
    });
    return done({ ownerId });
  },
});

/**
 * All numbers of an owner: no more messages to them, or (`resume`) the person asks to be written to again. Refuses:
 * not_found, evidence_missing (no phone on record), already_done.
 */
export const stopContact = defineCommand({
  name: 'contact.stop',
  permission: reachPermissions['reach.consent'],
  input: z.object({ enterpriseId: idShape, resume: z.stringbool().default(false) }),
  async run(context, { enterpriseId, resume }) {
    const { trx, officeCode, actor, now, newId } = context;
    const found = await findEnterprise(context, enterpriseId);
    if (!found.ok) return found;
    const { ownerId } = found.value;
    const phones = ownerId === null ? [] : await listPhonesToReach(trx, officeCode, [ownerId]);
    if (phones.length === 0) return refused('evidence_missing');
    let changed = 0;
    for (const { phoneIndex } of phones) {
      const did = resume
        ? await liftOptOut(trx, officeCode, phoneIndex, { at: now, by: actor.id })
        : await insertOptOut(trx, {
            officeCode,
            optOutId: newId(),
            phoneIndex,
            heardAs: 'spoken',
            heardAt: now,
            recordedBy: actor.id,
          });
      if (!did) continue;
      changed++;
      if (!resume) await takeOutOfQueues(trx, officeCode, phoneIndex);
    }
    if (changed === 0) return refused('already_done');
    await context.audit({
      action: resume ? 'contact.resumed' : 'contact.stop_heard',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: { numbers: changed },
    });
    return done();
  },
});

/** A contact outside any list: a call, a letter, a talk at the counter. Refuses: not_found. */
export const logContact = defineCommand({
  name: 'contact.log',
  permission: reachPermissions['reach.log'],
  input: contactInput,
  async run(context, { enterpriseId, note, ...said }) {
    const { trx, officeCode, actor, now, newId } = context;
    const found = await findEnterprise(context, enterpriseId);
    if (!found.ok) return found;
    await insertContact(
      trx,
      {
        officeCode,
        contactId: newId(),
        ownerId: found.value.ownerId,
        ...said,
        note: note ?? null,
        happenedAt: now,
        doneBy: actor.id,
        doneByName: actor.name,
        settledAt: now,
      },
      [enterpriseId],
    );
    await context.audit({
      action: 'contact.logged',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: said,
    });
    return done();
  },
});
