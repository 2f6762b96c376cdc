import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { anIntake } from '#features/plan-programme/factory.ts';
import { findIntake } from '#features/plan-programme/index.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { addFiles } from '#features/take-applications/commands/add-files.server.ts';
import { makeInvitations } from '#features/take-applications/commands/invitations.server.ts';
import { anApplication } from '#features/take-applications/factory.ts';
import { listInvitations } from '#features/take-applications/invitation-store.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { must } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';

type Mark = { officeCode: string; villageCode: string; word: string };

export type FilledApplications = {
  /** Takes applications. */
  openIntakeId: string;
  /** Of its public address. */
  openIntakeCode: string;
  applicationId: string;
  /** Has not applied yet. */
  candidateEnterpriseId: string;
  /** Not used yet. */
  invitationId: string;
};

/** An intake that takes applications, one of them with a file, and an invitation. */
export async function fillApplications(
  services: Services,
  actor: Actor,
  { officeCode, villageCode, word }: Mark,
  { programmeId, enterpriseId }: { programmeId: string; enterpriseId: string },
): Promise<FilledApplications> {
  const openIntakeId = await anIntake(services, actor, programmeId, { name: `Dibuka ${word}` });
  must(await execute(services, actor, steerIntake, { intakeId: openIntakeId, action: 'open' }));
  const applied = await anApplication(services, actor, openIntakeId, {
    enterpriseId,
    proposedBy: `Lurah ${word}`,
  });
  const { applicationId } = applied;
  const photo = new File([Buffer.from([0xff, 0xd8, 0xff, 0x01])], `foto ${word}.jpg`);
  must(await addFiles(services, actor, { applicationId, files: [photo] }));
  const enterprise = async (name: string) =>
    (
      await anEnterprise(services, actor, {
        name: `${name} ${word}`,
        owner: `${name} ${word}`,
        village: villageCode,
      })
    ).enterpriseId;
  const candidateEnterpriseId = await enterprise('Calon');
  const invited = { intakeId: openIntakeId, enterpriseIds: [await enterprise('Diundang')] };
  must(await execute(services, actor, makeInvitations, invited));
  return inOneTransaction(services, actor, async ({ trx }) => {
    const intake = await findIntake(trx, officeCode, openIntakeId);
    const [invitation] = await listInvitations(trx, officeCode, openIntakeId);
    return {
      openIntakeId,
      openIntakeCode: intake?.code ?? '',
      applicationId,
      candidateEnterpriseId,
      invitationId: invitation?.invitationId ?? '',
    };
  });
}
