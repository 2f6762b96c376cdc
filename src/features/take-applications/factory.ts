import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { anIntake, aProgramme } from '#features/plan-programme/factory.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { apply } from './commands/apply.server.ts';

/** An intake that takes applications until the end of 20 May 2026, unless told otherwise. */
export async function anOpenIntake(
  services: Services,
  actor: Actor,
  given: { closesOn?: string; name?: string } = {},
): Promise<{ programmeId: string; intakeId: string }> {
  const programmeId = await aProgramme(services, actor);
  const intakeId = await anIntake(services, actor, programmeId, {
    ...(given.name === undefined ? {} : { name: given.name }),
    applicationsCloseOn: given.closesOn ?? '2026-05-20',
  });
  must(await execute(services, actor, steerIntake, { intakeId, action: 'open' }));
  return { programmeId, intakeId };
}

/** An enterprise of the register that has applied by an officer. */
export async function anApplication(
  services: Services,
  actor: Actor,
  intakeId: string,
  given: { enterpriseId?: string; name?: string; proposedBy?: string } = {},
): Promise<{ applicationId: string; enterpriseId: string }> {
  const enterpriseId =
    given.enterpriseId ??
    (await anEnterprise(services, actor, given.name ? { name: given.name } : {})).enterpriseId;
  const asked = {
    applicationId: newId(),
    intakeId,
    enterpriseId,
    via: 'officer',
    proposedBy: given.proposedBy,
  };
  const { applicationId } = must(await execute(services, actor, apply, asked));
  return { applicationId, enterpriseId };
}
