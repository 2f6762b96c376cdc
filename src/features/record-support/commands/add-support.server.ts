import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { enterpriseWithinReach } from '../../register-enterprise/index.server.ts';
import { addSupportInput, withdrawSupportInput } from '../input.ts';
import { supportPermissions } from '../permissions.ts';
import { findSupport, withdrawSupports } from '../support-store.server.ts';
import { recordSupport } from './record-support.server.ts';

/** Writes down by hand what an enterprise received. Refused: already_done, where the same stands on its record. */
export const addSupport = defineCommand({
  name: 'support.add',
  permission: supportPermissions['support.record'],
  input: addSupportInput,
  async run(context, { enterpriseId, endedOn, value, ...facts }) {
    if (!(await enterpriseWithinReach(context, enterpriseId))) return refused('not_found');
    if (facts.startedOn > plainDateInWib(context.now.getTime()))
      return invalid([{ path: 'startedOn', code: 'date_in_future' }]);
    const added = await recordSupport(context, [
      {
        ...facts,
        enterpriseId,
        endedOn: endedOn ?? null,
        value: value ?? null,
        sourceKind: 'officer',
        sourceId: null,
      },
    ]);
    if (added === 0) return refused('already_done');
    await context.audit({
      action: 'support.added',
      subject: { kind: 'enterprise', id: enterpriseId },
      details: { kind: facts.kind, topic: facts.topic, startedOn: facts.startedOn },
    });
    return done();
  },
});

/** Takes one line back; what came with an intake is taken back there, with its certificate. */
export const withdrawSupport = defineCommand({
  name: 'support.withdraw',
  permission: supportPermissions['support.record'],
  input: withdrawSupportInput,
  async run(context, { supportId, reason }) {
    const { trx, officeCode, now, actor } = context;
    const support = await findSupport(trx, officeCode, supportId);
    if (!support || !(await enterpriseWithinReach(context, support.enterpriseId)))
      return refused('not_found');
    if (support.sourceKind === 'intake') return refused('wrong_state');
    const deed = { at: now, by: actor.name };
    const taken = await withdrawSupports(trx, officeCode, { supportIds: [supportId] }, deed);
    if (taken === 0) return refused('already_done');
    await context.audit({
      action: 'support.withdrawn',
      subject: { kind: 'enterprise', id: support.enterpriseId },
      ...(reason ? { reason } : {}),
      details: { kind: support.kind, topic: support.topic, startedOn: support.startedOn },
    });
    return done();
  },
});
