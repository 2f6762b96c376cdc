import { steerIntake } from '#features/plan-programme/commands/steer-intake.server.ts';
import { anIntake } from '#features/plan-programme/factory.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import { addSignatory } from '#features/run-office/commands/keep-signatories.server.ts';
import { answerSeat } from '#features/select-participants/commands/answer-seat.server.ts';
import { askAppeal } from '#features/select-participants/commands/appeals.server.ts';
import { keepSignedMinutes, makeMinutes } from '#features/select-participants/commands/minutes.server.ts';
import { overrideSeat } from '#features/select-participants/commands/override-seat.server.ts';
import { runSelection } from '#features/select-participants/commands/run-selection.server.ts';
import { aLocked } from '#features/select-participants/factory.ts';
import { listParticipants } from '#features/select-participants/index.server.ts';
import { anApplication } from '#features/take-applications/factory.ts';
import type { Actor } from '#kernel/actor.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';

type Mark = { officeCode: string; villageCode: string; word: string };

export type FilledSeats = {
  /** Seven seats, offered; one was declined and taken over, one given to another by decision. */
  seatIntakeId: string;
  seatSelectionId: string;
  /** Offered, each still to answer. */
  firstSeatId: string;
  secondSeatId: string;
  thirdSeatId: string;
  fourthSeatId: string;
  /** Of the enterprise whose owner signs in. */
  ownSeatId: string;
  ownApplicationId: string;
  /** Waits, and asked why. */
  askingApplicationId: string;
  appealId: string;
  /** Waits, and asked nothing. */
  waitingApplicationId: string;
  /** The same of another. */
  quietEnterpriseId: string;
  signatoryId: string;
  /** Signed. */
  minutesId: string;
};

type Applied = { applicationId: string; enterpriseId: string };

const DAY = 86_400_000;

/** An intake with seats at every station: its waiting list moved, somebody asks why, and the minutes are signed. */
export async function fillSeats(
  services: Services,
  actor: Actor,
  { officeCode, villageCode, word }: Mark,
  { programmeId, enterpriseId }: { programmeId: string; enterpriseId: string },
): Promise<FilledSeats> {
  const today = plainDateInWib(services.clock().getTime());
  /** Rules were published three days ago; applications closed yesterday. */
  const earlier: Services = { ...services, clock: () => new Date(services.clock().getTime() - 3 * DAY) };
  const seatIntakeId = await anIntake(earlier, actor, programmeId, {
    name: `Kursi ${word}`,
    seats: 7,
    applicationsCloseOn: addDays(today, -1),
    startsOn: addDays(today, 30),
    endsOn: addDays(today, 31),
  });
  must(await execute(earlier, actor, steerIntake, { intakeId: seatIntakeId, action: 'open' }));
  const applied: Applied[] = [];
  for (const who of ['Milik', ...'ABCDEFGHIJKLMN']) {
    const named = `Kursi ${who} ${word}`;
    const given = { name: named, owner: named, village: villageCode };
    const one = who === 'Milik' ? enterpriseId : (await anEnterprise(earlier, actor, given)).enterpriseId;
    applied.push(await anApplication(earlier, actor, seatIntakeId, { enterpriseId: one }));
  }
  const seatSelectionId = await aLocked(earlier, actor, [seatIntakeId]);
  must(await execute(services, actor, steerIntake, { intakeId: seatIntakeId, action: 'close' }));
  must(await runSelection(services, actor, { selectionId: seatSelectionId, kind: 'official' }));
  const seats = await withOffice(services.db, officeCode, (trx) =>
    listParticipants(trx, officeCode, seatIntakeId),
  );
  const seatOf = (at: number) =>
    seats.find((one) => one.enterpriseId === applied[at]?.enterpriseId)?.participantId ?? '';
  must(
    await execute(services, actor, answerSeat, {
      participantId: seatOf(5),
      answer: 'decline',
      reason: `Panen ${word}`,
    }),
  );
  const [waiting, quiet, asking, decided] = applied.slice(-4) as [Applied, Applied, Applied, Applied];
  const override = { overrideId: newId(), intakeId: seatIntakeId, enterpriseId: decided.enterpriseId };
  const reason = `Berkas ${word} tertukar`;
  must(await execute(services, actor, overrideSeat, { ...override, displacedId: seatOf(6), reason }));
  const appealId = newId();
  const { applicationId } = asking;
  must(await execute(services, actor, askAppeal, { appealId, applicationId, question: `Mengapa ${word}?` }));
  const signatoryId = newId();
  const signatory = {
    duty: 'head',
    name: `Kepala ${word}`,
    position: `Kepala Dinas ${word}`,
    validFrom: '2020-01-01',
  };
  must(await execute(services, actor, addSignatory, { signatoryId, ...signatory }));
  const minutesId = newId();
  const minutes = {
    minutesId,
    selectionId: seatSelectionId,
    number: `BA/${word}`,
    dated: today,
    lead: signatoryId,
  };
  must(await execute(services, actor, makeMinutes, minutes));
  const file = new File([Buffer.from([0xff, 0xd8, 0xff, 0x00])], 'berita-acara.jpg');
  must(await keepSignedMinutes(services, actor, { selectionId: seatSelectionId, minutesId, file }));
  return {
    seatIntakeId,
    seatSelectionId,
    firstSeatId: seatOf(1),
    secondSeatId: seatOf(2),
    thirdSeatId: seatOf(3),
    fourthSeatId: seatOf(4),
    ownSeatId: seatOf(0),
    ownApplicationId: applied[0]!.applicationId,
    askingApplicationId: asking.applicationId,
    appealId,
    waitingApplicationId: waiting.applicationId,
    quietEnterpriseId: quiet.enterpriseId,
    signatoryId,
    minutesId,
  };
}
