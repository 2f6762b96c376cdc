import { may } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import {
  findProgramme,
  type IntakeRow,
  intakeWithinReach,
  type ProgrammeRow,
  programmePermissions,
} from '../../plan-programme/index.server.ts';
import type { IntakeHead } from '../rules/session-view.ts';

/** An intake as the pages below it are headed; null where there is none, or a partner asks for one that is not its own. */
export async function intakeHead(
  context: QueryContext,
  intakeId: string,
): Promise<{ head: IntakeHead; intake: IntakeRow; programme: ProgrammeRow | null } | null> {
  const intake = await intakeWithinReach(context, intakeId);
  if (!intake) return null;
  const programme = await findProgramme(context.trx, context.officeCode, intake.programmeId);
  return {
    intake,
    programme,
    head: {
      intakeId,
      programmeId: intake.programmeId,
      name: intake.name,
      programme: programme?.name ?? '',
      isStaff: may(context.actor, programmePermissions['programme.view']),
    },
  };
}
