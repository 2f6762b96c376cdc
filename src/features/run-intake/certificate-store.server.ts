import { sql } from 'kysely';
import type { Database, Trx } from '#platform/db/connect.server.ts';
import type { CertificateContent } from './rules/certificate.ts';

export type CertificateRow = {
  certificateId: string;
  intakeId: string;
  participantId: string;
  enterpriseId: string;
  number: string;
  verifyCode: string;
  content: CertificateContent;
  issuedOn: string;
  issuedAt: Date;
  issuedBy: string;
  revokedAt: Date | null;
  revokedBy: string | null;
  revokedReason: string | null;
};

/** Certificates of an intake by number, revoked ones among them. */
export async function listCertificates(
  trx: Trx,
  office: string,
  intakeId: string,
): Promise<CertificateRow[]> {
  const rows = await trx
    .selectFrom('certificates')
    .select([
      'certificateId',
      'intakeId',
      'participantId',
      'enterpriseId',
      'number',
      'verifyCode',
      'content',
      'issuedOn',
      'issuedAt',
      'issuedBy',
      'revokedAt',
      'revokedBy',
      'revokedReason',
    ])
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .orderBy('number')
    .execute();
  return rows as unknown as CertificateRow[];
}

/** One at a time issues certificates in an office: numbers follow one another. */
export async function lockNumbers(trx: Trx, office: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`certificates ${office}`}, 0))`.execute(trx);
}

/** Numbers that begin so. */
export async function listNumbers(trx: Trx, office: string, begin: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('certificates')
    .select('number')
    .where('officeCode', '=', office)
    .where(sql<boolean>`starts_with(number, ${begin})`)
    .execute();
  return rows.map(({ number }) => number);
}

export async function insertCertificates(
  trx: Trx,
  office: string,
  rows: readonly Omit<CertificateRow, 'revokedAt' | 'revokedBy' | 'revokedReason'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('certificates')
    .values(rows.map((row) => ({ officeCode: office, ...row, content: JSON.stringify(row.content) })))
    .execute();
}

/** False where it was revoked already, or is none of this intake. */
export async function updateRevoked(
  trx: Trx,
  office: string,
  {
    intakeId,
    certificateId,
    ...revoked
  }: {
    intakeId: string;
    certificateId: string;
    revokedAt: Date;
    revokedBy: string;
    revokedReason: string;
  },
): Promise<boolean> {
  const answer = await trx
    .updateTable('certificates')
    .set(revoked)
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .where('certificateId', '=', certificateId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows === 1n;
}

export type CertificateAnswer = {
  officeName: string;
  name: string;
  programme: string;
  startsOn: string;
  endsOn: string;
  number: string;
  issuedOn: string;
  revokedOn: string | null;
};

/** What anybody may know of a certificate whose code they hold, of whatever office. */
export async function findByVerifyCode(db: Database, code: string): Promise<CertificateAnswer | null> {
  const { rows } = await sql<CertificateAnswer>`select * from certificate_by_verify_code(${code})`.execute(
    db,
  );
  return rows[0] ?? null;
}
