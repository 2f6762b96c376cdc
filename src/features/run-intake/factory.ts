import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anIntake, aProgramme } from '../plan-programme/factory.ts';
import type { TemplateKey } from '../plan-programme/index.server.ts';
import { anEnterprise } from '../register-enterprise/factory.ts';
import { insertParticipants, type ParticipantRow } from '../select-participants/index.server.ts';
import { addSession } from './commands/keep-sessions.server.ts';

export type Seated = { participantId: string; enterpriseId: string };

/** A seat of the intake, confirmed unless told otherwise. */
export async function aSeat(
  services: Services,
  actor: Actor,
  given: {
    intakeId: string;
    enterpriseId: string;
    status?: ParticipantRow['status'];
    applicationId?: string;
  },
): Promise<Seated> {
  const participantId = newId();
  await inOneTransaction(services, actor, ({ trx, officeCode, now }) =>
    insertParticipants(trx, officeCode, [
      {
        participantId,
        intakeId: given.intakeId,
        enterpriseId: given.enterpriseId,
        applicationId: given.applicationId ?? null,
        selectionId: null,
        source: 'direct',
        status: given.status ?? 'confirmed',
        attendsAs: null,
        offeredAt: now,
        answerBy: null,
        answeredAt: null,
        answeredBy: null,
        statusReason: null,
        follows: null,
        codeHash: null,
        recordedBy: actor.name,
        revision: 1,
      },
    ]),
  );
  return { participantId, enterpriseId: given.enterpriseId };
}

/** An intake of three days with so many people seated; `days` as `YYYY-MM-DD`. */
export async function aSeatedIntake(
  services: Services,
  actor: Actor,
  given: {
    people?: number;
    template?: TemplateKey;
    startsOn?: string;
    endsOn?: string;
    word?: string;
    village?: string;
    partnerId?: string;
    programmeId?: string;
  } = {},
): Promise<{ intakeId: string; programmeId: string; seated: Seated[] }> {
  const { word = '', template = 'export_training' } = given;
  const programmeId =
    given.programmeId ??
    (await aProgramme(services, actor, { template, name: `Program ${template} ${word}` }));
  const intakeId = await anIntake(services, actor, programmeId, {
    name: `Angkatan ${word || '1'}`,
    startsOn: given.startsOn ?? '2026-05-06',
    endsOn: given.endsOn ?? '2026-05-08',
    place: `Aula dinas ${word}`.trim(),
    ...(given.partnerId ? { partnerId: given.partnerId } : {}),
  });
  const seated: Seated[] = [];
  for (let at = 1; at <= (given.people ?? 3); at += 1) {
    const { enterpriseId } = await anEnterprise(services, actor, {
      name: `Peserta ${at} ${word}`.trim(),
      owner: `Pemilik ${at} ${word}`.trim(),
      ...(given.village ? { village: given.village } : {}),
    });
    seated.push(await aSeat(services, actor, { intakeId, enterpriseId }));
  }
  return { intakeId, programmeId, seated };
}

/** A session from 08.00 to 15.00 WIB. */
export async function aSession(
  services: Services,
  actor: Actor,
  intakeId: string,
  day = '2026-05-06',
): Promise<string> {
  const added = await execute(services, actor, addSession, {
    intakeId,
    sessionId: newId(),
    day,
    from: '08:00',
    to: '15:00',
  });
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  return added.value.sessionId;
}
