import type { Actor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import {
  isMadeUpEmail,
  listStaffAccounts,
  listStaffMemberships,
  type Membership,
} from '../../sign-in/index.server.ts';
import { openWorkKinds } from '../commands/open-work.server.ts';
import { permissions } from '../permissions.ts';

export type Person = {
  userId: string;
  name: string;
  /** Null for people who sign in by phone or NIP. */
  email: string | null;
  twoFactorEnabled: boolean;
  closed: boolean;
  lastSeenAt: Date | null;
  /** Running and coming roles first, ended ones after. */
  roles: (Membership & { ended: boolean })[];
};

/** People of the office with all their roles, ended ones included; who can work today stands first. */
export async function listPeople(services: Services, actor: Actor): Promise<Outcome<Person[]>> {
  return read(services, actor, permissions['people.view'], async ({ trx, officeCode, now }) => {
    const today = plainDateInWib(now.getTime());
    const memberships = await listStaffMemberships(trx, officeCode);
    const people = (await listStaffAccounts(trx, officeCode)).map((account): Person => {
      const roles = memberships
        .filter((one) => one.userId === account.userId)
        .map((one) => ({ ...one, ended: one.validTo !== null && one.validTo < today }));
      return {
        userId: account.userId,
        name: account.name,
        email: isMadeUpEmail(account.email) ? null : account.email,
        twoFactorEnabled: account.twoFactorEnabled,
        closed: account.deactivatedAt !== null,
        lastSeenAt: account.lastSeenAt,
        roles: [...roles.filter((one) => !one.ended), ...roles.filter((one) => one.ended)],
      };
    });
    const works = (person: Person) => !person.closed && person.roles.some((role) => !role.ended);
    return [...people.filter(works), ...people.filter((person) => !works(person))];
  });
}

/** How much open work of each kind a person has, for the hand-over. */
export async function countOpenWork(services: Services, actor: Actor, userId: string) {
  return read(services, actor, permissions['work.hand_over'], async ({ trx }) => {
    const counted = [];
    for (const { kind, label, count } of openWorkKinds())
      counted.push({ kind, label, count: await count(trx, userId) });
    return counted;
  });
}
