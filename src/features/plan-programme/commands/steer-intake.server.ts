import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { steerIntakeInput } from '../input.ts';
import { findIntake, updateIntake } from '../intake-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { intakeStatusAfter } from '../rules/intake-state.ts';
import { settleMoney } from './settle-money.server.ts';

/**
 * Opens, closes, starts, finishes, postpones, resumes or cancels an intake (rules/intake-state). Opening promises the money:
 * seats × cost per seat; postponing and cancelling give back what was not paid.
 */
export const steerIntake = defineCommand({
  name: 'programme.steer_intake',
  permission: programmePermissions['programme.plan'],
  input: steerIntakeInput,
  async run(context, { intakeId, action, reason }) {
    const { trx, officeCode, now } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const intake = await findIntake(trx, officeCode, intakeId, true);
    if (!intake) return refused('not_found');
    const status = intakeStatusAfter(intake.status, action);
    if (status === null) return refused('wrong_state');
    const opensNow = action === 'open' && intake.applicationsOpenAt === null;
    await updateIntake(trx, officeCode, intakeId, {
      status,
      statusReason: reason ?? null,
      // Unless its last day has gone by: then the office extends it first.
      ...(opensNow && (intake.applicationsCloseAt === null || intake.applicationsCloseAt > now)
        ? { applicationsOpenAt: now }
        : {}),
    });
    const settled = await settleMoney(context, { ...intake, status });
    if (!settled.ok) return settled;
    await context.audit({
      action: 'programme.intake_steered',
      subject: { kind: 'intake', id: intakeId },
      ...(reason ? { reason } : {}),
      details: { step: action, from: intake.status, to: status },
    });
    return done({ intakeId, status });
  },
});
