import { done, invalid, type Outcome } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { fieldRefusals } from '#platform/zod-refusal.ts';
import { listStandingIds } from '../../register-enterprise/index.server.ts';
import { outreachFacts } from '../input.ts';
import { findByOrigin, insertOutreach } from '../outreach-store.server.ts';
import {
  insertRecipients,
  type NewOutreachEnterprise,
  type NewRecipient,
} from '../recipient-store.server.ts';
import type { Lane } from '../rules/choose-lane.ts';
import type { Purpose } from '../rules/may-contact.ts';
import { groupRecipients } from './group-recipients.server.ts';

export type OutreachWanted = {
  title: string;
  purpose: Purpose;
  /** With {nama} {usaha} {kelurahan} {dinas} {petugas}, and {tautan} where the origin has links. */
  message: string;
  /** In the order in which people are to be reached. */
  enterpriseIds: readonly string[];
  /** What asks for the list: asked twice by the same, it is made once. */
  origin: { kind: string; id: string };
};

export type OutreachMade = {
  outreachId: string;
  /** False: this origin had its list already, and that one is answered. */
  isNew: boolean;
  people: number;
  byLane: Readonly<Record<Lane, number>>;
};

const none: Record<Lane, number> = { chat: 0, auto: 0, email: 0, letter: 0, visit: 0, none: 0 };

/**
 * Makes a list of people to reach out of enterprises, in the transaction of the caller, who has checked that the actor
 * may. Merged enterprises are taken by the record that stands for them, withdrawn ones are left out. Refuses:
 * invalid_input (title, purpose, message; enterpriseIds blank).
 */
export async function createOutreach(
  context: CommandContext,
  { enterpriseIds, origin, ...facts }: OutreachWanted,
): Promise<Outcome<OutreachMade>> {
  const { trx, officeCode, actor, now, newId } = context;
  const parsed = outreachFacts.safeParse(facts, { reportInput: true });
  if (!parsed.success) return invalid(fieldRefusals(parsed.error));
  const before = await findByOrigin(trx, officeCode, origin);
  if (before) return done({ outreachId: before.outreachId, isNew: false, people: 0, byLane: none });
  const standing = await listStandingIds(trx, officeCode, enterpriseIds);
  const ids = [...new Set(enterpriseIds.flatMap((id) => standing.get(id) ?? []))];
  const groups = await groupRecipients(context, parsed.data.purpose, ids);
  if (groups.length === 0) return invalid([{ path: 'enterpriseIds', code: 'blank' }]);
  const outreachId = newId();
  const isNew = await insertOutreach(trx, {
    officeCode,
    outreachId,
    ...parsed.data,
    originKind: origin.kind,
    originId: origin.id,
    createdAt: now,
    createdBy: actor.id,
    createdByName: actor.name,
  });
  if (!isNew) {
    // Somebody made it while this one was being gathered.
    const theirs = await findByOrigin(trx, officeCode, origin);
    if (!theirs) throw new Error('a list of this origin is neither there nor to be made');
    return done({ outreachId: theirs.outreachId, isNew: false, people: 0, byLane: none });
  }
  const recipients: NewRecipient[] = [];
  const enterprises: NewOutreachEnterprise[] = [];
  const byLane = { ...none };
  for (const [at, group] of groups.entries()) {
    const recipientId = newId();
    const { ownerId, phoneIndex, lane, reason } = group;
    recipients.push({
      officeCode,
      recipientId,
      outreachId,
      place: at + 1,
      ownerId,
      phoneIndex,
      lane,
      laneReason: reason,
    });
    for (const enterpriseId of group.enterpriseIds)
      enterprises.push({ officeCode, outreachId, enterpriseId, recipientId });
    byLane[lane]++;
  }
  await insertRecipients(trx, recipients, enterprises);
  await context.audit({
    action: 'outreach.created',
    subject: { kind: 'outreach', id: outreachId },
    details: {
      title: parsed.data.title,
      purpose: parsed.data.purpose,
      origin: origin.kind,
      people: groups.length,
    },
  });
  return done({ outreachId, isNew, people: groups.length, byLane });
}
