import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Participants } from '#platform/db/tables.ts';

/** How somebody came to a seat, and what became of it. A seat is held while offered or confirmed. */
export type ParticipantRow = Omit<Selectable<Participants>, 'officeCode' | 'source' | 'status'> & {
  source: 'selection' | 'waiting_list' | 'override' | 'appeal' | 'direct';
  status: 'offered' | 'confirmed' | 'declined' | 'silent' | 'left' | 'displaced';
};

export const holdsSeat = ({ status }: Pick<ParticipantRow, 'status'>): boolean =>
  status === 'offered' || status === 'confirmed';

/** Everybody who was ever offered a seat of this intake, in the order of the offers. */
export async function listParticipants(
  trx: Trx,
  office: string,
  intakeId: string,
): Promise<ParticipantRow[]> {
  const rows = await trx
    .selectFrom('participants')
    .selectAll()
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
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
