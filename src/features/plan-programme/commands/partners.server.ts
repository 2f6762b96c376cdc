import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { editPartnerInput, partnerFacts } from '../input.ts';
import { findPartner, insertPartner, updatePartner } from '../partner-store.server.ts';
import { programmePermissions } from '../permissions.ts';

/** Adds a partner: a training centre, the manpower office, a company. Refused: duplicate, where the name stands already. */
export const addPartner = defineCommand({
  name: 'programme.add_partner',
  permission: programmePermissions['programme.plan'],
  input: partnerFacts,
  async run(context, { note, ...facts }) {
    const { trx, officeCode, now, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const partnerId = newId();
    await insertPartner(trx, officeCode, {
      ...facts,
      partnerId,
      note: note ?? null,
      createdAt: now,
      endedOn: null,
      revision: 1,
    });
    await context.audit({
      action: 'programme.partner_added',
      subject: { kind: 'partner', id: partnerId },
      details: { kind: facts.kind },
    });
    return done({ partnerId });
  },
});

/** Changes a partner; with a last day it is offered no more, while its intakes and its people's duties stay as they are. */
export const editPartner = defineCommand({
  name: 'programme.edit_partner',
  permission: programmePermissions['programme.plan'],
  input: editPartnerInput,
  async run(context, { partnerId, revision, note, endedOn, ...facts }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const partner = await findPartner(trx, officeCode, partnerId, true);
    if (!partner) return refused('not_found');
    if (partner.revision !== revision) return refused('conflict_stale');
    await updatePartner(trx, officeCode, partnerId, {
      ...facts,
      note: note ?? null,
      endedOn: endedOn ?? null,
    });
    await context.audit({
      action: 'programme.partner_edited',
      subject: { kind: 'partner', id: partnerId },
      details: { kind: facts.kind, endedOn: endedOn ?? '' },
    });
    return done({ partnerId });
  },
});
