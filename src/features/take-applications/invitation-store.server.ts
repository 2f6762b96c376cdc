import { type Selectable, sql } from 'kysely';
import type { Database, Trx } from '#platform/db/connect.server.ts';
import type { Invitations } from '#platform/db/tables.ts';

export type InvitationRow = Omit<Selectable<Invitations>, 'officeCode' | 'codeHash'>;

const columns = [
  'invitationId',
  'intakeId',
  'enterpriseId',
  'expiresAt',
  'madeAt',
  'madeBy',
  'applicationId',
  'revokedAt',
] as const;

export async function insertInvitations(
  trx: Trx,
  office: string,
  rows: readonly (Omit<InvitationRow, 'applicationId' | 'revokedAt'> & { codeHash: Buffer })[],
): Promise<void> {
  if (rows.length === 0) return;
  await trx
    .insertInto('invitations')
    .values(rows.map((row) => ({ officeCode: office, ...row })))
    .execute();
}

/** Of an intake, the newest first. */
export function listInvitations(trx: Trx, office: string, intakeId: string): Promise<InvitationRow[]> {
  return trx
    .selectFrom('invitations')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .orderBy('madeAt', 'desc')
    .orderBy('invitationId', 'desc')
    .execute();
}

/** `lock`: held until the transaction ends. */
export async function findInvitation(
  trx: Trx,
  office: string,
  invitationId: string,
  lock = false,
): Promise<InvitationRow | null> {
  const query = trx
    .selectFrom('invitations')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('invitationId', '=', invitationId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

/** Which office holds the invitation with this code; null where none does. For who has no account, of whatever office. */
export async function findOfficeOfInvitation(
  db: Database,
  codeHash: Buffer,
): Promise<{ officeCode: string; invitationId: string } | null> {
  const { rows } = await sql<{ officeCode: string; invitationId: string }>`select office_code, invitation_id
    from office_of_invitation(${codeHash})`.execute(db);
  return rows[0] ?? null;
}

export async function markRevoked(
  trx: Trx,
  office: string,
  invitationIds: readonly string[],
  at: Date,
): Promise<void> {
  await trx
    .updateTable('invitations')
    .set({ revokedAt: at })
    .where('officeCode', '=', office)
    .where((eb) => eb('invitationId', '=', eb.fn.any(eb.val([...invitationIds]))))
    .execute();
}

export async function markUsed(
  trx: Trx,
  office: string,
  invitationId: string,
  applicationId: string,
): Promise<void> {
  await trx
    .updateTable('invitations')
    .set({ applicationId })
    .where('officeCode', '=', office)
    .where('invitationId', '=', invitationId)
    .execute();
}
