import type { Selectable } from 'kysely';
import { bulkInsert } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Applications } from '#platform/db/tables.ts';

export type ApplicationVia = 'owner' | 'officer' | 'invitation';
/** As it stands in the table; read it through queries/applications, which know of merges. */
export type StoredApplication = Omit<Selectable<Applications>, 'officeCode' | 'via' | 'status'> & {
  via: ApplicationVia;
  status: 'received' | 'withdrawn';
};

type NewApplication = Pick<
  StoredApplication,
  | 'applicationId'
  | 'intakeId'
  | 'enterpriseId'
  | 'via'
  | 'proposedBy'
  | 'note'
  | 'status'
  | 'receivedAt'
  | 'receivedBy'
>;

/** In their order: it is the order of arrival. */
export async function insertApplications(
  trx: Trx,
  office: string,
  rows: readonly NewApplication[],
): Promise<void> {
  await bulkInsert(
    trx,
    'applications',
    {
      officeCode: 'text',
      applicationId: 'uuid',
      intakeId: 'uuid',
      enterpriseId: 'uuid',
      via: 'text',
      proposedBy: 'text',
      note: 'text',
      status: 'text',
      receivedAt: 'timestamptz',
      receivedBy: 'text',
    },
    rows.map((row) => ({ officeCode: office, ...row })),
  );
}

/** In the order of arrival. */
export async function listStored(
  trx: Trx,
  office: string,
  of: { intakeId: string } | { applicationIds: readonly string[] } | { enterpriseIds: readonly string[] },
): Promise<StoredApplication[]> {
  let query = trx.selectFrom('applications').selectAll().where('officeCode', '=', office);
  if ('intakeId' in of) query = query.where('intakeId', '=', of.intakeId);
  if ('applicationIds' in of)
    query = query.where((eb) => eb('applicationId', '=', eb.fn.any(eb.val([...of.applicationIds]))));
  if ('enterpriseIds' in of)
    query = query.where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...of.enterpriseIds]))));
  const rows = await query.orderBy('seq').execute();
  return rows.map(({ officeCode: _, ...row }) => row as StoredApplication);
}

export async function markWithdrawn(
  trx: Trx,
  office: string,
  applicationIds: readonly string[],
  how: { at: Date; by: string; reason: string },
): Promise<void> {
  await trx
    .updateTable('applications')
    .set({ status: 'withdrawn', withdrawnAt: how.at, withdrawnBy: how.by, withdrawnReason: how.reason })
    .where('officeCode', '=', office)
    .where((eb) => eb('applicationId', '=', eb.fn.any(eb.val([...applicationIds]))))
    .where('status', '=', 'received')
    .execute();
}

export async function insertApplicationFile(
  trx: Trx,
  office: string,
  row: { applicationId: string; fileId: string },
): Promise<void> {
  await trx
    .insertInto('applicationFiles')
    .values({ officeCode: office, ...row })
    .execute();
}

/** Files of these applications: application → ids of files. */
export async function listApplicationFiles(
  trx: Trx,
  office: string,
  applicationIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await trx
    .selectFrom('applicationFiles')
    .select(['applicationId', 'fileId'])
    .where('officeCode', '=', office)
    .where((eb) => eb('applicationId', '=', eb.fn.any(eb.val([...applicationIds]))))
    .orderBy('fileId')
    .execute();
  const byApplication = Map.groupBy(rows, ({ applicationId }) => applicationId);
  return new Map([...byApplication].map(([id, files]) => [id, files.map(({ fileId }) => fileId)]));
}
