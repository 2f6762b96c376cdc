import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { intakeWithinReach } from '../../plan-programme/index.server.ts';
import { intakeOfSeatsInput } from '../input.ts';
import { listParticipants } from '../participant-store.server.ts';
import { selectionPermissions } from '../permissions.ts';

/** Who leaves with a list of names leaves a line. */
export const exportParticipants = defineCommand({
  name: 'seat.export_list',
  permission: selectionPermissions['seat.export'],
  input: intakeOfSeatsInput,
  async run(context, { intakeId }) {
    const { trx, officeCode } = context;
    const intake = await intakeWithinReach(context, intakeId);
    if (!intake) return refused('not_found');
    await context.audit({
      action: 'seat.list_exported',
      subject: { kind: 'intake', id: intakeId },
      details: { people: (await listParticipants(trx, officeCode, intakeId)).length },
    });
    return done({ name: intake.name });
  },
});
