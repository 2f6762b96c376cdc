import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { isAreaCode } from '#kernel/statutory/area-code.ts';
import { defineCommand } from '#platform/command.server.ts';
import { insertContact } from '../contact-store.server.ts';
import { reachPermissions } from '../permissions.ts';
import { listEnterprisesOf, listOnLane, updateRecipient } from '../recipient-store.server.ts';
import { openOutreach } from './find-open-outreach.server.ts';
import { factsOfPeople } from './person-facts.server.ts';

const EVERYBODY = 200_000;

/**
 * The letter of one kelurahan was handed over: everybody on it was written to. Refuses: not_found (nobody is left on
 * it), wrong_state (the list is closed).
 */
export const handLetter = defineCommand({
  name: 'outreach.hand_letter',
  permission: reachPermissions['reach.contact'],
  input: z.object({ outreachId: idShape, villageCode: z.string().refine(isAreaCode, 'area_format') }),
  async run(context, { outreachId, villageCode }) {
    const { trx, officeCode, actor, now, newId } = context;
    const outreach = await openOutreach(context, outreachId, true);
    if (!outreach.ok) return outreach;
    const waiting = await listOnLane(trx, officeCode, {
      outreachId,
      lane: 'letter',
      states: ['waiting'],
      limit: EVERYBODY,
    });
    const ids = waiting.map(({ recipientId }) => recipientId);
    const people = await factsOfPeople(context, ids);
    const links = Map.groupBy(await listEnterprisesOf(trx, officeCode, ids), (link) => link.recipientId);
    const onLetter = waiting.filter(
      ({ recipientId }) =>
        people.get(recipientId)?.enterprises.find((one) => one.villageCode !== null)?.villageCode ===
        villageCode,
    );
    if (onLetter.length === 0) return refused('not_found');
    for (const { recipientId, ownerId } of onLetter) {
      await insertContact(
        trx,
        {
          officeCode,
          contactId: newId(),
          ownerId,
          outreachId,
          recipientId,
          channel: 'letter',
          purpose: outreach.value.purpose,
          result: 'handed',
          happenedAt: now,
          doneBy: actor.id,
          doneByName: actor.name,
          settledAt: now,
        },
        (links.get(recipientId) ?? []).map(({ enterpriseId }) => enterpriseId),
      );
      await updateRecipient(trx, officeCode, recipientId, {
        state: 'handed',
        settledAt: now,
        settledBy: actor.id,
      });
    }
    await context.audit({
      action: 'outreach.letter_handed',
      subject: { kind: 'outreach', id: outreachId },
      details: { villageCode, people: onLetter.length },
    });
    return done({ people: onLetter.length });
  },
});
