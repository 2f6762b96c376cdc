import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database, Trx } from '#platform/db/connect.server.ts';
import type { AssignmentLetters } from '#platform/db/tables.ts';
import type { Round } from './rules/row-key.ts';

export type LetterRow = Omit<Selectable<AssignmentLetters>, 'officeCode'>;

export async function insertLetters(trx: Trx, office: string, letters: readonly LetterRow[]): Promise<void> {
  await trx
    .insertInto('assignmentLetters')
    .values(letters.map((letter) => ({ officeCode: office, ...letter })))
    .execute();
}

/** Letters of a round by name, newest first of each person. */
export function listLetters(trx: Trx, { office, roundId }: Round): Promise<LetterRow[]> {
  return trx
    .selectFrom('assignmentLetters')
    .selectAll()
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .orderBy('personName')
    .orderBy('issuedAt', 'desc')
    .execute();
}

export async function lockLetter(
  trx: Trx,
  { office, roundId }: Round,
  letterId: string,
): Promise<LetterRow | undefined> {
  return trx
    .selectFrom('assignmentLetters')
    .selectAll()
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .where('letterId', '=', letterId)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateRevoked(
  trx: Trx,
  { office, roundId }: Round,
  letterIds: readonly string[],
  revokedAt: Date,
): Promise<void> {
  await trx
    .updateTable('assignmentLetters')
    .set({ revokedAt })
    .where('officeCode', '=', office)
    .where('roundId', '=', roundId)
    .where('revokedAt', 'is', null)
    .where((eb) => eb('letterId', '=', eb.fn.any(eb.val([...letterIds]))))
    .execute();
}

/** The office's newest letter: what the form for the next ones begins with. */
export async function findLatestLetter(trx: Trx, office: string): Promise<LetterRow | undefined> {
  return trx
    .selectFrom('assignmentLetters')
    .selectAll()
    .where('officeCode', '=', office)
    .orderBy('issuedAt', 'desc')
    .orderBy('letterId', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type CheckedLetter = {
  officeName: string;
  personName: string;
  number: string;
  duty: string | null;
  roundName: string;
  startsOn: string;
  validTo: string;
  revokedAt: Date | null;
};

/** What anybody may see of a letter whose code they hold, of whatever office. */
export async function findByCheckCode(db: Database, code: string): Promise<CheckedLetter | null> {
  const { rows } = await sql<CheckedLetter>`select * from letter_by_check_code(${code})`.execute(db);
  return rows[0] ?? null;
}
