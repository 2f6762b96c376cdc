import type { Trx } from '#platform/db/connect.server.ts';
import { canonicalIds, listRecordsBehind } from '../../register-enterprise/index.server.ts';
import { listStored, type StoredApplication } from '../application-store.server.ts';
import { type Joined, joinSame } from '../rules/join-same.ts';

/**
 * An application with its status as of now: `received`, `withdrawn`, or `joined` to the earlier one of the same enterprise.
 * `enterpriseId` is the one it was written with; read it through canonicalIds.
 */
export type ApplicationRow = Joined<StoredApplication>;

/** Applications for an intake in the order of arrival, those withdrawn and joined as well. */
export async function listApplications(
  trx: Trx,
  office: string,
  intakeId: string,
): Promise<ApplicationRow[]> {
  const rows = await listStored(trx, office, { intakeId });
  const enterpriseIds = rows.map(({ enterpriseId }) => enterpriseId);
  return joinSame(rows, await canonicalIds(trx, office, enterpriseIds));
}

/** Null where there is none. */
export async function findApplication(
  trx: Trx,
  office: string,
  applicationId: string,
): Promise<ApplicationRow | null> {
  const [stored] = await listStored(trx, office, { applicationIds: [applicationId] });
  if (!stored) return null;
  const all = await listApplicationsOf(trx, office, [stored.enterpriseId]);
  return all.find((one) => one.applicationId === applicationId) ?? null;
}

/** All applications of these enterprises, by whichever record of theirs, the newest first. */
export async function listApplicationsOf(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<ApplicationRow[]> {
  const standsFor = await listRecordsBehind(trx, office, enterpriseIds);
  const rows = await listStored(trx, office, { enterpriseIds: [...standsFor.keys()] });
  return joinSame(rows, standsFor).reverse();
}
