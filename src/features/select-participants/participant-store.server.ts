import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '#platform/db/connect.server.ts';
import type { Participants } from '#platform/db/tables.ts';
import type { SeatStatus } from './rules/seat-state.ts';

/** How somebody came to a seat, and what became of it. A seat is held while offered or confirmed. */
export type ParticipantRow = Omit<Selectable<Participants>, 'officeCode' | 'source' | 'status'> & {
  source: 'selection' | 'waiting_list' | 'override' | 'appeal' | 'direct';
  status: SeatStatus;
};

export const holdsSeat = ({ status }: Pick<ParticipantRow, 'status'>): boolean =>
  status === 'offered' || status === 'confirmed';

/** Everybody who was ever offered a seat of this intake, in the order of the offers. */
export function listParticipants(trx: Trx, office: string, intakeId: string): Promise<ParticipantRow[]> {
  return listParticipantsIn(trx, office, [intakeId]);
}

/** As `listParticipants`, of several intakes. */
export async function listParticipantsIn(
  trx: Trx,
  office: string,
  intakeIds: readonly string[],
): Promise<ParticipantRow[]> {
  if (intakeIds.length === 0) return [];
  const rows = await trx
    .selectFrom('participants')
    .selectAll()
    .where('officeCode', '=', office)
    .where('intakeId', 'in', [...intakeIds])
    .orderBy('offeredAt')
    .orderBy('participantId')
    .execute();
  return rows as ParticipantRow[];
}

/** Null where there is none. */
export async function findParticipant(
  trx: Trx,
  office: string,
  participantId: string,
): Promise<ParticipantRow | null> {
  const row = await trx
    .selectFrom('participants')
    .selectAll()
    .where('officeCode', '=', office)
    .where('participantId', '=', participantId)
    .executeTakeFirst();
  return (row as ParticipantRow | undefined) ?? null;
}

/** Seats that these enterprises (ids as written) were ever offered, the newest first. */
export async function listParticipantsOf(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<ParticipantRow[]> {
  if (enterpriseIds.length === 0) return [];
  const rows = await trx
    .selectFrom('participants')
    .selectAll()
    .where('officeCode', '=', office)
    .where('enterpriseId', 'in', [...enterpriseIds])
    .orderBy('offeredAt', 'desc')
    .execute();
  return rows as ParticipantRow[];
}

/** Offers a seat. Thrown back by the database where the enterprise holds one of this intake already. */
export async function insertParticipants(
  trx: Trx,
  office: string,
  rows: readonly ParticipantRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('participants')
    .values(rows.map((row) => ({ officeCode: office, ...row })))
    .execute();
}

export async function updateParticipant(
  trx: Trx,
  office: string,
  participantId: string,
  changes: Partial<Omit<ParticipantRow, 'participantId' | 'revision'>>,
): Promise<void> {
  await trx
    .updateTable('participants')
    .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
    .where('officeCode', '=', office)
    .where('participantId', '=', participantId)
    .execute();
}

/** Intakes of the office with an offer that was not answered in time, or a seat whose application was taken back. */
export async function listIntakesDue(trx: Trx, office: string, at: Date): Promise<string[]> {
  const { rows } = await sql<{ intakeId: string }>`
    select distinct p.intake_id from participants p
    left join applications a on a.office_code = p.office_code and a.application_id = p.application_id
    where p.office_code = ${office} and ((p.status = 'offered' and p.answer_by < ${at})
      or (p.status in ('offered', 'confirmed') and a.status = 'withdrawn'))
    order by p.intake_id`.execute(trx);
  return rows.map(({ intakeId }) => intakeId);
}

/** Offices with such an intake; asked before the worker knows of any office. */
export async function listOfficesWithSeatsDue(db: Database, at: Date): Promise<string[]> {
  const { rows } = await sql<{
    officeCode: string;
  }>`select office_code from offices_with_seats_due(${at})`.execute(db);
  return rows.map(({ officeCode }) => officeCode);
}

/** By the hash of the link that was made last; null where there is none. */
export async function findParticipantByCode(
  trx: Trx,
  office: string,
  codeHash: Buffer,
): Promise<ParticipantRow | null> {
  const row = await trx
    .selectFrom('participants')
    .selectAll()
    .where('officeCode', '=', office)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst();
  return (row as ParticipantRow | undefined) ?? null;
}

export type SeatByCode = {
  officeCode: string;
  participantId: string;
  officeName: string;
  enterpriseName: string;
  programme: string;
  intake: string;
  place: string | null;
  startsOn: string;
  endsOn: string;
  status: SeatStatus;
  answerBy: Date | null;
};

/** What anybody may see of an offer whose link they hold, of whatever office. */
export async function findSeatByCode(db: Database, codeHash: Buffer): Promise<SeatByCode | null> {
  const { rows } = await sql<SeatByCode>`select * from seat_by_code(${codeHash})`.execute(db);
  return rows[0] ?? null;
}
