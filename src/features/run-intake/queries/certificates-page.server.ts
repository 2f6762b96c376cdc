import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { countAttempt } from '#platform/auth/rate-limits.server.ts';
import type { QueryContext } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { letterheadOn, signatoriesOn } from '../../run-office/index.server.ts';
import {
  type CertificateAnswer,
  findByVerifyCode,
  listCertificates,
  listNumbers,
} from '../certificate-store.server.ts';
import { marksThatCount } from '../rules/attendance-state.ts';
import {
  attendedEnough,
  attendedShare,
  type CertificateContent,
  numbersOf,
  readVerifyCode,
  usualPattern,
  usualShare,
} from '../rules/certificate.ts';
import type { CertificatesView } from '../rules/spj-view.ts';
import { attendanceOfIntake } from './attendance-of-intake.server.ts';
import { intakeHead } from './intake-head.server.ts';

/** Who has a certificate, who would get one at that share of the sessions, and who not and why. */
export async function certificatesPage(
  context: QueryContext,
  { intakeId, percent = usualShare }: { intakeId: string; percent?: number },
): Promise<CertificatesView | null> {
  const { trx, officeCode, now } = context;
  const found = isOfWholeOffice(context) ? await intakeHead(context, intakeId) : null;
  const attendance = found && (await attendanceOfIntake(context, intakeId));
  if (!attendance) return null;
  const today = plainDateInWib(now.getTime());
  const { sessions, people, intake } = attendance;
  const counting = marksThatCount(attendance.counting);
  const held = sessions.filter(({ cancelledAt }) => cancelledAt === null);
  const marked = new Set(attendance.counting.map(({ sessionId }) => sessionId));
  const rows = await listCertificates(trx, officeCode, intakeId);
  const holding = new Set(rows.filter((one) => one.revokedAt === null).map((one) => one.participantId));
  const pattern = usualPattern(today);
  const taken = await listNumbers(trx, officeCode, pattern.slice(0, pattern.indexOf('#')));
  const isOver = intake.status === 'finished' || intake.endsOn <= today;
  return {
    ...found.head,
    percent,
    sessions: held.length,
    unmarked: held.filter(({ sessionId }) => !marked.has(sessionId)).length,
    issued: rows.map(({ certificateId, participantId, content, number, issuedOn, verifyCode, ...row }) => ({
      certificateId,
      participantId,
      name: content.name,
      enterprise: content.enterprise,
      number,
      issuedOn,
      verifyCode,
      revokedOn: row.revokedAt && plainDateInWib(row.revokedAt.getTime()),
      revokedReason: row.revokedReason,
      overrideReason: content.overrideReason,
    })),
    waiting: people
      .filter((one) => one.isSeated && !holding.has(one.participantId))
      .map(({ participantId, name, enterprise }) => {
        const share = attendedShare(participantId, sessions, counting);
        return { participantId, name, enterprise, ...share, enough: attendedEnough(share, percent) };
      }),
    pattern,
    nextNumber: numbersOf(pattern, taken, 1)[0] ?? '',
    issuedOn: today,
    signatories: (await signatoriesOn(trx, officeCode, today)).map(({ signatoryId, name, position }) => ({
      signatoryId,
      name,
      position,
    })),
    mayClose: isOver && intake.status !== 'cancelled' && marked.size > 0,
  };
}

export type CertificateToPrint = CertificateContent & {
  number: string;
  issuedOn: string;
  verifyCode: string;
  /** Lines and logo that head papers of that day. */
  lines: readonly string[];
  logo: Uint8Array | null;
};

/** Certificates that hold, all of an intake or one of them; null where there is no such intake within reach. */
export async function certificatesToPrint(
  context: QueryContext,
  { intakeId, certificateId }: { intakeId: string; certificateId: string | null },
): Promise<CertificateToPrint[] | null> {
  const { trx, officeCode } = context;
  if (!isOfWholeOffice(context) || !(await intakeHead(context, intakeId))) return null;
  const rows = (await listCertificates(trx, officeCode, intakeId)).filter(
    (row) => row.revokedAt === null && (certificateId === null || row.certificateId === certificateId),
  );
  const heads = new Map<string, Awaited<ReturnType<typeof letterheadOn>>>();
  for (const { issuedOn } of rows)
    if (!heads.has(issuedOn)) heads.set(issuedOn, await letterheadOn(trx, officeCode, issuedOn));
  return rows.map(({ content, number, issuedOn, verifyCode }) => ({
    ...content,
    number,
    issuedOn,
    verifyCode,
    lines: heads.get(issuedOn)?.lines ?? [],
    logo: heads.get(issuedOn)?.logo ?? null,
  }));
}

/** A street shares one address; codes cannot be guessed at this pace. */
const checkLimit = { name: 'certificate-check', attempts: 60, seconds: 600 };

/** What anybody may know of a certificate whose code they hold; null: there is no such certificate. */
export async function checkCertificate(
  services: Services,
  clientAddress: string,
  code: string,
): Promise<Outcome<CertificateAnswer | null>> {
  const counted = await countAttempt(services.db, checkLimit, clientAddress);
  if (!counted.ok) return refused('rate_limited', { details: counted.refusal.details ?? {} });
  return { ok: true, value: await findByVerifyCode(services.db, readVerifyCode(code)) };
}
