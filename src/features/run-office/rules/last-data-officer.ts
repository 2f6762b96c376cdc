import type { Role } from '#kernel/actor.ts';
import type { PlainDate } from '#kernel/calendar.ts';

export type DatedRole = {
  membershipId: string;
  userId: string;
  role: Role;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

export function holdsOn(day: PlainDate, role: Pick<DatedRole, 'validFrom' | 'validTo'>): boolean {
  return role.validFrom <= day && (role.validTo === null || role.validTo >= day);
}

/**
 * Whether the office would still have a data officer without an end date, one whose account is not closed, once the
 * given roles are ended. Someone must always be able to give roles.
 */
export function keepsDataOfficer(
  all: readonly DatedRole[],
  ending: (role: DatedRole) => boolean,
  today: PlainDate,
  isClosed: (userId: string) => boolean,
): boolean {
  return all.some(
    (one) =>
      one.role === 'data_officer' &&
      one.validTo === null &&
      holdsOn(today, one) &&
      !ending(one) &&
      !isClosed(one.userId),
  );
}
