import type { Role } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { CommandContext, QueryContext } from '#platform/command.server.ts';
import { listStaffAccounts, listStaffMemberships } from '../../sign-in/index.server.ts';
import type { Duty } from '../rules/duties.ts';

const rolesOf: Record<Duty, readonly Role[]> = {
  // In a small office officers go from door to door themselves.
  enumerator: ['enumerator', 'companion', 'officer'],
  supervisor: ['officer', 'data_officer'],
};

export type FieldPerson = { userId: string; name: string; roles: Role[]; villages: string[] };

/** People who can work today in a role that goes with the duty, by name, and the villages their role is for. */
export async function fieldStaff(
  { trx, officeCode, now }: CommandContext | QueryContext,
  duty: Duty,
): Promise<FieldPerson[]> {
  const today = plainDateInWib(now.getTime());
  const running = (await listStaffMemberships(trx, officeCode)).filter(
    ({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo >= today),
  );
  const accounts = await listStaffAccounts(trx, officeCode);
  return accounts
    .filter(({ deactivatedAt }) => deactivatedAt === null)
    .map(({ userId, name }) => {
      const own = running.filter((one) => one.userId === userId && rolesOf[duty].includes(one.role));
      return {
        userId,
        name,
        roles: [...new Set(own.map(({ role }) => role))],
        villages: own.flatMap(({ scope }) => (scope.kind === 'village' ? [scope.code] : [])),
      };
    })
    .filter(({ roles }) => roles.length > 0);
}
