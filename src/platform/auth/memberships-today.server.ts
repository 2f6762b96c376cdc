import type { Grant, Role, Scope } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { withUser } from '../db/connect.server.ts';
import type { Services } from '../services.server.ts';

export type MembershipToday = { officeCode: string; grant: Grant };

/** All roles a person has today (WIB), in every office, ordered by office. */
export async function membershipsToday(
  services: Pick<Services, 'db' | 'clock'>,
  userId: string,
): Promise<MembershipToday[]> {
  const today = plainDateInWib(services.clock().getTime());
  const rows = await withUser(services.db, userId, (trx) =>
    trx
      .selectFrom('memberships')
      .select(['officeCode', 'role', 'scopeKind', 'scopeCode'])
      .where('userId', '=', userId)
      .where('validFrom', '<=', today)
      .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>=', today)]))
      .orderBy('officeCode')
      .execute(),
  );
  return rows.map((row) => ({
    officeCode: row.officeCode,
    grant: { role: row.role as Role, scope: { kind: row.scopeKind as Scope['kind'], code: row.scopeCode } },
  }));
}
