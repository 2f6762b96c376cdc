import { isId } from '#kernel/id.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { exportInput } from '../input.ts';
import { applicationPermissions } from '../permissions.ts';
import { listApplications } from '../queries/applications.server.ts';

/** Who leaves with a list of names leaves a line. */
export const exportApplicants = defineCommand({
  name: 'application.export_list',
  permission: applicationPermissions['application.export'],
  input: exportInput,
  async run(context, { intakeId }) {
    const { trx, officeCode } = context;
    const intake = isId(intakeId) ? await findIntake(trx, officeCode, intakeId) : null;
    if (!intake) return refused('not_found');
    await context.audit({
      action: 'application.list_exported',
      subject: { kind: 'intake', id: intakeId },
      details: { applications: (await listApplications(trx, officeCode, intakeId)).length },
    });
    return done({ code: intake.code });
  },
});
