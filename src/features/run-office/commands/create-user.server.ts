import type { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, invalid, type Outcome, refused } from '#kernel/refusal.ts';
import { hashPassword } from '#platform/auth/password.server.ts';
import { randomWords } from '#platform/auth/random-code.server.ts';
import { type CommandContext, defineCommand, execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { insertMembership, makeAccount } from '../../sign-in/index.server.ts';
import { type grantInput, personInput } from '../input.ts';
import { permissions } from '../permissions.ts';
import { isFitScope } from '../rules/role-scopes.ts';
import { hasArea } from '../store.server.ts';
import { listGroups, listPartners } from './open-work.server.ts';

type Grant = z.output<typeof grantInput>;

/** Whether a role may be given so: scope fits the role, the area exists, group and partner are the office's, the days are in order. */
export async function refuseGrant(
  context: Pick<CommandContext, 'trx' | 'officeCode'>,
  grant: Grant,
  prefix = '',
) {
  const { role, scope, validFrom, validTo } = grant;
  if (!isFitScope(role, scope, context.officeCode))
    return invalid([{ path: `${prefix}scope`, code: 'not_a_choice' }]);
  const isArea = scope.kind === 'district' || scope.kind === 'village';
  if (isArea && !(await hasArea(context.trx, scope.code)))
    return invalid([{ path: `${prefix}scope`, code: 'not_a_choice' }]);
  const isGroup = scope.kind === 'group';
  if (isGroup && !(await listGroups(context.trx)).some((group) => group.groupId === scope.code))
    return invalid([{ path: `${prefix}scope`, code: 'not_a_choice' }]);
  const isPartner = scope.kind === 'partner';
  if (isPartner && !(await listPartners(context.trx)).some(({ partnerId }) => partnerId === scope.code))
    return invalid([{ path: `${prefix}scope`, code: 'not_a_choice' }]);
  if (validFrom && validTo && validTo < validFrom)
    return invalid([{ path: `${prefix}validTo`, code: 'out_of_range' }]);
  return null;
}

/** Saves one role and its audit line. */
export async function giveRole(context: CommandContext, userId: string, grant: Grant): Promise<string> {
  const membershipId = await insertMembership(context.trx, context.officeCode, {
    membershipId: context.newId(),
    userId,
    role: grant.role,
    scope: grant.scope,
    validFrom: grant.validFrom ?? plainDateInWib(context.now.getTime()),
    validTo: grant.validTo,
  });
  await context.audit({
    action: 'role.given',
    subject: { kind: 'user', id: userId },
    details: {
      role: grant.role,
      scope: `${grant.scope.kind}:${grant.scope.code}`,
      validTo: grant.validTo ?? '',
    },
  });
  return membershipId;
}

export const addPerson = defineCommand({
  name: 'person.add',
  permission: permissions['people.manage'],
  input: personInput,
  async run(context, { grants, ...person }) {
    for (const [at, grant] of grants.entries()) {
      const refusal = await refuseGrant(context, grant, `grants.${at}.`);
      if (refusal) return refusal;
    }
    const made = await makeAccount(context, person);
    if (!made.ok) return refused('duplicate');
    const userId = made.value;
    await context.audit({ action: 'person.added', subject: { kind: 'user', id: userId } });
    for (const grant of grants) await giveRole(context, userId, grant);
    return done({ userId });
  },
});

export type NewPerson = Omit<z.input<typeof personInput>, 'passwordHash' | 'mustChangePassword'> & {
  /** Unset: one is made up, to be handed over once and changed at the first sign-in. */
  password?: string;
};

/**
 * Makes an account with its roles. The value holds the password that was made up, in the clear, for the one time
 * that it is shown; undefined when one was given. Refused: `duplicate` (e-mail, phone or NIP in use), `invalid_input`.
 */
export async function createUser(
  services: Services,
  actor: Actor,
  { password, ...person }: NewPerson,
): Promise<Outcome<{ userId: string; firstPassword: string | undefined }>> {
  const firstPassword = password ?? randomWords(3, 4);
  // Hashing takes a tenth of a second: before the transaction, not inside it.
  const passwordHash = await hashPassword(services, firstPassword);
  const outcome = await execute(services, actor, addPerson, {
    ...person,
    passwordHash,
    mustChangePassword: password === undefined,
  });
  if (!outcome.ok) return outcome;
  return done({
    userId: outcome.value.userId,
    firstPassword: password === undefined ? firstPassword : undefined,
  });
}
