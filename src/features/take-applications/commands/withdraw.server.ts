import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { listRecordsBehind } from '../../register-enterprise/index.server.ts';
import { listStored, markWithdrawn } from '../application-store.server.ts';
import { withdrawInput } from '../input.ts';
import { applicationPermissions } from '../permissions.ts';
import { mayWithdrawIn } from '../rules/application-window.ts';
import { applicationInReach } from './application-in-reach.server.ts';

/**
 * Takes an application back, by its owner or an officer, until the intake runs; applications joined with it go too. Refused
 * `wrong_state` afterwards, `already_done` the second time. The enterprise may apply anew while applications are taken.
 */
export const withdrawApplication = defineCommand({
  name: 'application.withdraw',
  permission: applicationPermissions['application.take'],
  input: withdrawInput,
  async run(context, { applicationId, reason }) {
    const { trx, officeCode, now, actor } = context;
    const before = await applicationInReach(context, applicationId);
    if (!before) return refused('not_found');
    const intake = await findIntake(trx, officeCode, before.intakeId, true);
    // Once more: somebody else may have taken it back while the intake was awaited.
    const application = await applicationInReach(context, applicationId);
    if (!intake || !application) return refused('not_found');
    if (application.status === 'withdrawn') return refused('already_done');
    if (!mayWithdrawIn(intake.status)) return refused('wrong_state');
    const behind = await listRecordsBehind(trx, officeCode, [application.enterpriseId]);
    const same = (await listStored(trx, officeCode, { enterpriseIds: [...behind.keys()] })).filter(
      (one) => one.intakeId === application.intakeId && one.status === 'received',
    );
    const ids = same.map((one) => one.applicationId);
    await markWithdrawn(trx, officeCode, ids, { at: now, by: actor.name, reason });
    await context.audit({
      action: 'application.withdrawn',
      subject: { kind: 'enterprise', id: application.enterpriseId },
      reason,
      details: { intakeId: application.intakeId, applicationIds: ids },
    });
    return done({ applicationId });
  },
});
