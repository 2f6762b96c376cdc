import { z } from 'zod';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { outcomePermissions } from '../permissions.ts';

/** Who leaves with a list of names leaves a line. */
export const exportOutcomes = defineCommand({
  name: 'outcome.export',
  permission: outcomePermissions['outcome.export'],
  input: z.object({ intakeId: idShape }),
  async run(context, { intakeId }) {
    if (!isOfWholeOffice(context)) return refused('forbidden');
    if (!(await findIntake(context.trx, context.officeCode, intakeId))) return refused('not_found');
    await context.audit({ action: 'outcome.exported', subject: { kind: 'intake', id: intakeId } });
    return done();
  },
});
