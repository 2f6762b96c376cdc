import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { steerIntake } from '../plan-programme/commands/steer-intake.server.ts';
import { anIntake, aProgramme } from '../plan-programme/factory.ts';
import type { TemplateKey } from '../plan-programme/rules/templates.ts';
import { anEnterprise } from '../register-enterprise/factory.ts';
import { insertParticipants, type ParticipantRow } from '../select-participants/index.server.ts';
import type { OutcomeAnswers } from './rules/outcome-questions.ts';

/** Only what must be said, and whatever is given. */
export const someAnswers = (given: Partial<OutcomeAnswers> = {}): OutcomeAnswers => ({
  running: 'running',
  salesBand: null,
  newProduct: null,
  productName: null,
  newBuyer: null,
  hasExported: null,
  helped: null,
  mayPublish: null,
  ...given,
});

/** A seat as it stands at the end. */
export function aSeat(
  services: Services,
  actor: Actor,
  intakeId: string,
  enterpriseId: string,
  status: ParticipantRow['status'] = 'confirmed',
): Promise<void> {
  const { officeCode, name } = actor;
  return withOffice(services.db, officeCode, (trx) =>
    insertParticipants(trx, officeCode, [
      {
        participantId: newId(),
        intakeId,
        enterpriseId,
        applicationId: null,
        selectionId: null,
        source: 'direct',
        status,
        attendsAs: null,
        offeredAt: services.clock(),
        answerBy: null,
        answeredAt: null,
        answeredBy: null,
        statusReason: null,
        follows: null,
        codeHash: null,
        recordedBy: name,
        revision: 1,
      },
    ]),
  );
}

/** An intake that is finished, with one enterprise for each owner in a confirmed seat, each with a phone. */
export async function anEndedIntake(
  services: Services,
  actor: Actor,
  given: {
    owners?: readonly string[];
    endsOn?: string;
    template?: TemplateKey;
    programme?: string;
    finished?: boolean;
  } = {},
): Promise<{ programmeId: string; intakeId: string; enterpriseIds: string[] }> {
  const { owners = ['Siti', 'Karsi'], endsOn = '2026-02-01', finished = true } = given;
  const programmeId = await aProgramme(services, actor, {
    ...(given.template ? { template: given.template } : {}),
    ...(given.programme ? { name: given.programme } : {}),
  });
  const intakeId = await anIntake(services, actor, programmeId, { startsOn: endsOn, endsOn, costPerSeat: 0 });
  const steps = ['open', 'close', 'start', ...(finished ? ['finish'] : [])];
  for (const action of steps) must(await execute(services, actor, steerIntake, { intakeId, action }));
  const enterpriseIds: string[] = [];
  for (const [at, owner] of owners.entries()) {
    const phone = `+62812${String(10_000_000 + at)}`;
    const { enterpriseId } = await anEnterprise(services, actor, { name: `Batik ${owner}`, owner, phone });
    await aSeat(services, actor, intakeId, enterpriseId);
    enterpriseIds.push(enterpriseId);
  }
  return { programmeId, intakeId, enterpriseIds };
}
