import { membershipsToday } from '#platform/auth/memberships-today.server.ts';
import type { SignedIn } from '#platform/auth/session.server.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listSessions } from '../account-store.server.ts';
import { getOfficeName, listOwnerNames } from '../owner-store.server.ts';
import { permissions } from '../permissions.ts';
import { describeDevice } from '../rules/describe-device.ts';

export type OwnSession = {
  sessionId: string;
  device: string | null;
  address: string | null;
  lastSeenAt: Date;
  isThis: boolean;
};

/** The sessions of the person signed in, this one first, then by when they were last seen. */
export async function ownSessions(services: Services, session: SignedIn): Promise<OwnSession[]> {
  const rows = (await listSessions(services.db, session.userId)).map((row) => ({
    sessionId: row.id,
    device: describeDevice(row.userAgent),
    address: row.ipAddress,
    lastSeenAt: row.lastSeenAt ?? row.createdAt,
    isThis: row.id === session.sessionId,
  }));
  return [...rows.filter((row) => row.isThis), ...rows.filter((row) => !row.isThis)];
}

export type OwnOffice = { officeCode: string; name: string; isThis: boolean };

/** The offices in which the person has a role today. */
export async function ownOffices(services: Services, session: SignedIn): Promise<OwnOffice[]> {
  const offices: OwnOffice[] = [];
  for (const officeCode of session.officeCodes) {
    const found = await read(
      services,
      { ...session.actor, officeCode },
      permissions['account.use'],
      ({ trx }) => getOfficeName(trx, officeCode),
    );
    if (found.ok)
      offices.push({ officeCode, name: found.value, isThis: officeCode === session.office.officeCode });
  }
  return offices;
}

export type OwnRecord = { officeCode: string; officeName: string; ownerId: string; name: string };

/** The owner records that the phone signed in with stands for, in all offices. */
export async function ownRecords(services: Services, session: SignedIn): Promise<OwnRecord[]> {
  const memberships = await membershipsToday(services, session.userId);
  const records: OwnRecord[] = [];
  for (const officeCode of new Set(memberships.map((one) => one.officeCode))) {
    const grants = memberships.filter((one) => one.officeCode === officeCode).map((one) => one.grant);
    const found = await read(
      services,
      { ...session.actor, officeCode, grants },
      permissions['owner.see_own'],
      async ({ trx, scopes }) => {
        const ownerIds = scopes.filter((scope) => scope.kind === 'owner').map((scope) => scope.code);
        const officeName = await getOfficeName(trx, officeCode);
        return (await listOwnerNames(trx, officeCode, ownerIds)).map(({ ownerId, fullName }) => ({
          officeCode,
          officeName,
          ownerId,
          name: fullName,
        }));
      },
    );
    if (found.ok) records.push(...found.value);
  }
  return records;
}
