import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { postponeForCeilingInput } from '../input.ts';
import { findIntake, type IntakeRow, updateIntake } from '../intake-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { intakeStatusAfter } from '../rules/intake-state.ts';
import { settleMoney } from './settle-money.server.ts';

/** Postpones the intakes that a person chose, so that a line comes back under its ceiling; all of them or none. */
export const postponeForCeiling = defineCommand({
  name: 'budget.postpone',
  permission: programmePermissions['programme.plan'],
  input: postponeForCeilingInput,
  async run(context, { budgetLineId, intakeIds }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const intakes: IntakeRow[] = [];
    // All are held before the line is, in one order: two who postpone the same never wait for each other.
    for (const intakeId of [...new Set(intakeIds)].sort()) {
      const intake = await findIntake(trx, officeCode, intakeId, true);
      if (!intake || intake.budgetLineId !== budgetLineId)
        return invalid([{ path: 'intakeIds', code: 'not_a_choice' }]);
      if (intakeStatusAfter(intake.status, 'postpone') === null) return refused('wrong_state');
      intakes.push(intake);
    }
    for (const intake of intakes) {
      await updateIntake(trx, officeCode, intake.intakeId, { status: 'postponed', statusReason: null });
      const settled = await settleMoney(context, { ...intake, status: 'postponed' });
      if (!settled.ok) return settled;
      await context.audit({
        action: 'programme.intake_steered',
        subject: { kind: 'intake', id: intake.intakeId },
        details: { step: 'postpone', from: intake.status, to: 'postponed', budgetLineId },
      });
    }
    return done({ postponed: intakes.length });
  },
});
