import type { Grant, Role, Scope } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { withUser } from '../db/connect.server.ts';
import type { Services } from '../services.server.ts';

export type OfficeSummary = {
  officeCode: string;
  name: string;
  shortName: string;
  isDemo: boolean;
  idleLockMinutes: number;
};

export type MembershipToday = {
  officeCode: string;
  grant: Grant;
  /** Null for every office but the one that was asked for with them. */
  office: OfficeSummary | null;
};

/**
 * All roles a person has today (WIB), in every office, ordered by office; with the particulars of `activeOffice`,
 * since that is where they most likely go on.
 */
export async function membershipsToday(
  services: Pick<Services, 'db' | 'clock'>,
  userId: string,
  activeOffice?: string | null,
): Promise<MembershipToday[]> {
  const today = plainDateInWib(services.clock().getTime());
  const rows = await withUser(services.db, userId, activeOffice ?? null, (trx) =>
    trx
      .selectFrom('memberships as m')
      // Row-level security shows the active office alone.
      .leftJoin('offices as o', 'o.officeCode', 'm.officeCode')
      .select(['m.officeCode', 'role', 'scopeKind', 'scopeCode'])
      .select(['o.officeCode as shown', 'o.name', 'o.shortName', 'o.isDemo', 'o.idleLockMinutes'])
      .where('m.userId', '=', userId)
      .where('validFrom', '<=', today)
      .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', today)]))
      .orderBy('m.officeCode')
      .execute(),
  );
  return rows.map(({ officeCode, role, scopeKind, scopeCode, shown, ...office }) => ({
    officeCode,
    grant: { role: role as Role, scope: { kind: scopeKind as Scope['kind'], code: scopeCode } },
    office: shown === null ? null : { officeCode, ...(office as Omit<OfficeSummary, 'officeCode'>) },
  }));
}
