import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import type { Signatory } from '#papers/paper.ts';
import { randomWords } from '#platform/auth/random-code.server.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findIntake, findProgramme } from '../../plan-programme/index.server.ts';
import { getOfficeName } from '../../register-enterprise/index.server.ts';
import { cityOn, signatoriesOn } from '../../run-office/index.server.ts';
import { listParticipants } from '../../select-participants/index.server.ts';
import {
  type CertificateRow,
  insertCertificates,
  listCertificates,
  listNumbers,
  lockNumbers,
  updateRevoked,
} from '../certificate-store.server.ts';
import { issueCertificatesInput, revokeCertificateInput } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import { peopleOfIntake } from '../queries/people-of-intake.server.ts';
import { attendedEnough, attendedShare, hoursOf, numbersOf } from '../rules/certificate.ts';
import { absenceOf } from '../rules/how-it-ended.ts';
import { attendanceNow, recordEnded } from './write-ledger.server.ts';

/** 12 characters of 31: nobody guesses one of a million in a lifetime of the allowed tries. */
const verifyCode = () => randomWords(3, 4);

/**
 * Issues certificates to those chosen who have none that holds, numbered on from the last of the pattern, and writes them into
 * the ledger of support. Refused: `invalid_input` at a person whose attendance falls short of `percent` and for whom no
 * reason is given (`reasons.<id>`), or with nobody to sign, `not_found`, `wrong_state` for a cancelled intake. Sent
 * twice it issues nothing twice.
 */
export const issueCertificates = defineCommand({
  name: 'certificate.issue',
  permission: runPermissions['certificate.issue'],
  input: issueCertificatesInput,
  async run(context, input) {
    const { trx, officeCode, now, newId, actor } = context;
    const { intakeId, percent, pattern, issuedOn } = input;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    await lockNumbers(trx, officeCode);
    const intake = await findIntake(trx, officeCode, intakeId, true);
    const programme = intake && (await findProgramme(trx, officeCode, intake.programmeId));
    if (!intake || !programme) return refused('not_found');
    if (intake.status === 'cancelled') return refused('wrong_state');
    const signatories = await signatoriesOn(trx, officeCode, issuedOn);
    const found = input.signatoryId
      ? signatories.find((one) => one.signatoryId === input.signatoryId)
      : (signatories.find((one) => one.duty === 'head') ?? signatories[0]);
    if (!found) return invalid([{ path: 'signatoryId', code: input.signatoryId ? 'not_a_choice' : 'blank' }]);
    const { signatoryId: _id, duty: _duty, ...signatory } = found;

    const known = await peopleOfIntake(trx, officeCode, intakeId);
    const chosen = known.filter(({ participantId }) => input.participants.includes(participantId));
    if (chosen.length !== new Set(input.participants).size) return refused('not_found');
    const holding = new Set(
      (await listCertificates(trx, officeCode, intakeId))
        .filter(({ revokedAt }) => revokedAt === null)
        .map(({ participantId }) => participantId),
    );
    const { sessions, counting } = await attendanceNow(context, intakeId);
    const next = chosen
      .filter(({ participantId }) => !holding.has(participantId))
      .map((person) => ({ ...person, share: attendedShare(person.participantId, sessions, counting) }));
    const short = next.filter(
      ({ participantId, share }) => !attendedEnough(share, percent) && !input.reasons[participantId],
    );
    if (short.length > 0)
      return invalid(
        short.map(({ participantId }) => ({ path: `reasons.${participantId}`, code: 'blank' as const })),
      );

    const taken = await listNumbers(trx, officeCode, pattern.slice(0, pattern.indexOf('#')));
    const numbers = numbersOf(pattern, taken, next.length);
    const of = {
      programme: programme.name,
      intake: intake.name,
      startsOn: intake.startsOn,
      endsOn: intake.endsOn,
      place: intake.place,
      hours: hoursOf(sessions),
      office: await getOfficeName(trx, officeCode),
      city: await cityOn(trx, officeCode, issuedOn),
      signatory: signatory satisfies Signatory,
    };
    const rows = next.map(
      ({ participantId, enterpriseId, name, enterprise, share }, at): NewCertificate => ({
        certificateId: newId(),
        intakeId,
        participantId,
        enterpriseId,
        number: numbers[at]!,
        verifyCode: verifyCode(),
        content: {
          ...of,
          name,
          enterprise,
          there: share.there,
          sessions: share.of,
          overrideReason: attendedEnough(share, percent) ? null : (input.reasons[participantId] ?? null),
        },
        issuedOn,
        issuedAt: now,
        issuedBy: actor.name,
      }),
    );
    await insertCertificates(trx, officeCode, rows);
    // The ledger is written for the record that has the seat: a merge may be undone.
    const seats = await listParticipants(trx, officeCode, intakeId);
    const recordOf = new Map(seats.map((seat) => [seat.participantId, seat.enterpriseId]));
    const ended = rows.map(({ participantId, enterpriseId }) => ({
      enterpriseId: recordOf.get(participantId) ?? enterpriseId,
      outcome: 'completed' as const,
      absence: absenceOf(participantId, sessions, counting),
    }));
    const { written, updated } = await recordEnded(context, { intake, programme }, ended);
    if (rows.length > 0)
      await context.audit({
        action: 'certificate.issued',
        subject: { kind: 'intake', id: intakeId },
        details: {
          count: rows.length,
          first: rows[0]!.number,
          last: rows.at(-1)!.number,
          percent,
          ledger: written + updated,
        },
      });
    return done({ issued: rows.length, alreadyHeld: chosen.length - rows.length });
  },
});

type NewCertificate = Omit<CertificateRow, 'revokedAt' | 'revokedBy' | 'revokedReason'>;

/**
 * Takes a certificate back; whoever checks it reads so. The ledger stays: they were there. Another may be issued afterwards.
 * Refused: `not_found`, `already_done`.
 */
export const revokeCertificate = defineCommand({
  name: 'certificate.revoke',
  permission: runPermissions['certificate.issue'],
  input: revokeCertificateInput,
  async run(context, { intakeId, certificateId, reason }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const known = (await listCertificates(trx, officeCode, intakeId)).find(
      (one) => one.certificateId === certificateId,
    );
    if (!known) return refused('not_found');
    const revoked = { intakeId, certificateId, revokedAt: now, revokedBy: actor.name, revokedReason: reason };
    if (!(await updateRevoked(trx, officeCode, revoked))) return refused('already_done');
    await context.audit({
      action: 'certificate.revoked',
      subject: { kind: 'intake', id: intakeId },
      reason,
      details: { certificateId, number: known.number },
    });
    return done();
  },
});
