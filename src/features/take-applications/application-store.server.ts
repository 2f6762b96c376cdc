import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Applications } from '#platform/db/tables.ts';

export type ApplicationRow = Omit<Selectable<Applications>, 'officeCode' | 'via' | 'status'> & {
  via: 'owner' | 'officer' | 'invitation';
  status: 'received' | 'withdrawn' | 'joined';
};

/** Applications for an intake in the order of arrival, those withdrawn and joined as well. */
export async function listApplications(
  trx: Trx,
  office: string,
  intakeId: string,
): Promise<ApplicationRow[]> {
  const rows = await trx
    .selectFrom('applications')
    .selectAll()
    .where('officeCode', '=', office)
    .where('intakeId', '=', intakeId)
    .orderBy('seq')
    .execute();
  return rows as ApplicationRow[];
}

/** Null where there is none. */
export async function findApplication(
  trx: Trx,
  office: string,
  applicationId: string,
): Promise<ApplicationRow | null> {
  const row = await trx
    .selectFrom('applications')
    .selectAll()
    .where('officeCode', '=', office)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst();
  return (row as ApplicationRow | undefined) ?? null;
}

/** All applications of these enterprises (ids as written on them), the newest first. */
export async function listApplicationsOf(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<ApplicationRow[]> {
  if (enterpriseIds.length === 0) return [];
  const rows = await trx
    .selectFrom('applications')
    .selectAll()
    .where('officeCode', '=', office)
    .where('enterpriseId', 'in', [...enterpriseIds])
    .orderBy('seq', 'desc')
    .execute();
  return rows as ApplicationRow[];
}
