import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { editIntakeInput } from '../input.ts';
import { findIntake, updateIntake } from '../intake-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { applicationInstants } from '../rules/application-days.ts';
import { isOpenToChange } from '../rules/intake-state.ts';
import { intakeFaults } from './intake-faults.server.ts';
import { settleMoney } from './settle-money.server.ts';

/** Changes an intake. Where money is promised already the promise follows seats and cost, under the same check. */
export const editIntake = defineCommand({
  name: 'programme.edit_intake',
  permission: programmePermissions['programme.plan'],
  input: editIntakeInput,
  async run(context, { intakeId, revision, applicationsOpenOn, applicationsCloseOn, ...facts }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const intake = await findIntake(trx, officeCode, intakeId, true);
    if (!intake) return refused('not_found');
    if (!isOpenToChange(intake.status)) return refused('wrong_state');
    if (intake.revision !== revision) return refused('conflict_stale');
    const faults = await intakeFaults(context, intake.programmeId, facts);
    if (faults.length > 0) return invalid(faults);
    const changes = {
      ...facts,
      ...applicationInstants({ applicationsOpenOn, applicationsCloseOn }),
      partnerId: facts.partnerId ?? null,
      place: facts.place ?? null,
      budgetLineId: facts.budgetLineId ?? null,
    };
    await updateIntake(trx, officeCode, intakeId, changes);
    const settled = await settleMoney(context, { ...intake, ...changes });
    if (!settled.ok) return settled;
    const before = { seats: intake.seats, costPerSeat: intake.costPerSeat };
    await context.audit({
      action: 'programme.intake_edited',
      subject: { kind: 'intake', id: intakeId },
      details: { before, after: { seats: facts.seats, costPerSeat: facts.costPerSeat } },
    });
    return done({ intakeId });
  },
});
