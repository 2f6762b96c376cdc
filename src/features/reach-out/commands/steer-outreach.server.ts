import { z } from 'zod';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { defineCommand } from '#platform/command.server.ts';
import { outreachFacts, outreachIdInput } from '../input.ts';
import { findOutreach, updateOutreach } from '../outreach-store.server.ts';
import { reachPermissions } from '../permissions.ts';
import { createOutreach } from './create-outreach.server.ts';
import { openOutreach } from './find-open-outreach.server.ts';

/** A list out of the register, of those not greeted, or of a plan; the form's own id keeps a second click from a second list. */
export const startOutreach = defineCommand({
  name: 'outreach.start',
  permission: reachPermissions['reach.plan'],
  input: outreachFacts.extend({
    formId: idShape,
    from: z.enum(['register', 'not_greeted', 'plan']),
    enterpriseIds: z.array(idShape).min(1, 'blank').max(200_000),
  }),
  async run(context, { formId, from, ...wanted }) {
    if (!isOfWholeOffice(context)) return refused('forbidden');
    return createOutreach(context, { ...wanted, origin: { kind: from, id: formId } });
  },
});

/** Ends a list: nobody is written to from it any more. Refuses: not_found, wrong_state. */
export const closeOutreach = defineCommand({
  name: 'outreach.close',
  permission: reachPermissions['reach.plan'],
  input: outreachIdInput,
  async run(context, { outreachId }) {
    const outreach = await openOutreach(context, outreachId, true);
    if (!outreach.ok) return outreach;
    await updateOutreach(context.trx, context.officeCode, outreachId, {
      status: 'closed',
      closedAt: context.now,
      sending: 'off',
    });
    await context.audit({ action: 'outreach.closed', subject: { kind: 'outreach', id: outreachId } });
    return done();
  },
});

export const reopenOutreach = defineCommand({
  name: 'outreach.reopen',
  permission: reachPermissions['reach.plan'],
  input: outreachIdInput,
  async run(context, { outreachId }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const outreach = await findOutreach(trx, officeCode, outreachId, true);
    if (!outreach) return refused('not_found');
    if (outreach.status !== 'closed') return refused('wrong_state');
    await updateOutreach(trx, officeCode, outreachId, { status: 'open', closedAt: null });
    await context.audit({ action: 'outreach.reopened', subject: { kind: 'outreach', id: outreachId } });
    return done();
  },
});

/**
 * Changes name and message of a list for those who are still to be written to. Refuses: not_found, wrong_state (closed, or
 * being sent by a template, whose text stands with the provider), invalid_input.
 */
export const rewordOutreach = defineCommand({
  name: 'outreach.reword',
  permission: reachPermissions['reach.plan'],
  input: outreachFacts.omit({ purpose: true }).extend({ outreachId: idShape }),
  async run(context, { outreachId, title, message }) {
    const outreach = await openOutreach(context, outreachId, true);
    if (!outreach.ok) return outreach;
    if (outreach.value.sending !== 'off') return refused('wrong_state');
    await updateOutreach(context.trx, context.officeCode, outreachId, { title, message });
    await context.audit({
      action: 'outreach.reworded',
      subject: { kind: 'outreach', id: outreachId },
      details: { before: outreach.value.title, after: title },
    });
    return done();
  },
});
