import { listCases } from '#features/run-intake/case-store.server.ts';
import { fillDays } from '#features/run-intake/commands/keep-sessions.server.ts';
import { saveSheet } from '#features/run-intake/commands/mark-attendance.server.ts';
import { openCases } from '#features/run-intake/commands/open-cases.server.ts';
import { makeTrainerLink } from '#features/run-intake/commands/trainer-links.server.ts';
import { aSeatedIntake, aSession } from '#features/run-intake/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';

export type FilledRun = {
  /** Of three days that begin today, with a session on the first. */
  runIntakeId: string;
  runSessionId: string;
  runParticipantId: string;
  /** Nobody has marked this one. */
  runOtherParticipantId: string;
  /** With every day planned, one seat, and a mark. */
  heldIntakeId: string;
  trainerLinkId: string;
  caseId: string;
};

/** An intake under way: sessions, marks, a trainer's link, and cases. */
export async function fillRun(
  services: Services,
  actor: Actor,
  { officeCode, villageCode, word }: { officeCode: string; villageCode: string; word: string },
): Promise<FilledRun> {
  const must = async <Value>(asked: Promise<{ ok: true; value: Value } | { ok: false; refusal: object }>) => {
    const outcome = await asked;
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.value;
  };
  const today = plainDateInWib(services.clock().getTime());
  const days = { startsOn: today, endsOn: addDays(today, 2), village: villageCode };
  const run = await aSeatedIntake(services, actor, { ...days, people: 2, word });
  const runSessionId = await aSession(services, actor, run.intakeId, today);
  const held = await aSeatedIntake(services, actor, {
    ...days,
    people: 1,
    word: `Lain ${word}`,
    template: 'halal_free',
  });
  await must(execute(services, actor, fillDays, { intakeId: held.intakeId }));
  const [first, other] = run.seated;
  const lines = [
    { participantId: first?.participantId, state: 'excused', reason: `Sakit ${word}`, shown: null },
  ];
  await must(execute(services, actor, saveSheet, { sessionId: runSessionId, lines }));
  const trainerLinkId = newId();
  const trainerName = `Pelatih ${word}`;
  await must(
    execute(services, actor, makeTrainerLink, { intakeId: run.intakeId, linkId: trainerLinkId, trainerName }),
  );
  await must(execute(services, actor, openCases, { intakeId: held.intakeId, kind: 'halal_regular' }));
  const [one] = await withOffice(services.db, officeCode, (trx) =>
    listCases(trx, officeCode, { intakeId: held.intakeId }),
  );
  return {
    runIntakeId: run.intakeId,
    runSessionId,
    runParticipantId: first?.participantId ?? '',
    runOtherParticipantId: other?.participantId ?? '',
    heldIntakeId: held.intakeId,
    trainerLinkId,
    caseId: one?.caseId ?? '',
  };
}
