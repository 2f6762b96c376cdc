import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { randomWords } from '#platform/auth/random-code.server.ts';
import { defineCommand } from '#platform/command.server.ts';
import { createIntakeInput } from '../input.ts';
import { insertIntake } from '../intake-store.server.ts';
import { programmePermissions } from '../permissions.ts';
import { findProgramme } from '../programme-store.server.ts';
import { applicationInstants } from '../rules/application-days.ts';
import { intakeFaults } from './intake-faults.server.ts';

/** Plans an intake (angkatan). No money is promised and nobody is told before it is opened. */
export const createIntake = defineCommand({
  name: 'programme.create_intake',
  permission: programmePermissions['programme.plan'],
  input: createIntakeInput,
  async run(context, { programmeId, applicationsOpenOn, applicationsCloseOn, ...facts }) {
    const { trx, officeCode, now, actor, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const programme = await findProgramme(trx, officeCode, programmeId, true);
    if (!programme) return refused('not_found');
    if (programme.status !== 'active') return refused('wrong_state');
    const faults = await intakeFaults(context, programmeId, facts);
    if (faults.length > 0) return invalid(faults);
    const intakeId = newId();
    await insertIntake(trx, officeCode, {
      ...facts,
      ...applicationInstants({ applicationsOpenOn, applicationsCloseOn }),
      intakeId,
      programmeId,
      // In addresses that are read aloud and sent on; 30 bits, and the office's own besides.
      code: randomWords(1, 6),
      partnerId: facts.partnerId ?? null,
      place: facts.place ?? null,
      budgetLineId: facts.budgetLineId ?? null,
      status: 'planned',
      statusReason: null,
      createdAt: now,
      createdBy: actor.name,
      revision: 1,
    });
    await context.audit({
      action: 'programme.intake_planned',
      subject: { kind: 'intake', id: intakeId },
      details: { programmeId, seats: facts.seats, costPerSeat: facts.costPerSeat },
    });
    return done({ intakeId });
  },
});
