import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { hashPassword } from '#platform/auth/password.server.ts';
import { randomWords } from '#platform/auth/random-code.server.ts';
import { defineCommand, execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import {
  deleteSecondFactor,
  deleteSessions,
  hasRoleElsewhere,
  listStaffMemberships,
  updatePassword,
} from '../../sign-in/index.server.ts';
import { userIdInput } from '../input.ts';
import { permissions } from '../permissions.ts';

const resetCommand = defineCommand({
  name: 'person.reset',
  permission: permissions['people.manage'],
  input: userIdInput.extend({ passwordHash: z.string().min(1), secondFactor: z.boolean() }),
  async run({ trx, actor, officeCode, now, audit }, { userId, passwordHash, secondFactor }) {
    const own = await listStaffMemberships(trx, officeCode, userId);
    if (own.length === 0) return refused('not_found');
    const today = plainDateInWib(now.getTime());
    // A new password opens every office of the person: only the machine's own administrator may go that far.
    if (actor.kind !== 'system' && (await hasRoleElsewhere(trx, officeCode, userId, today)))
      return refused('wrong_office');
    await updatePassword(trx, userId, passwordHash, true, now);
    if (secondFactor) await deleteSecondFactor(trx, userId);
    const sessions = await deleteSessions(trx, userId, 'all');
    await audit({
      action: 'person.reset',
      subject: { kind: 'user', id: userId },
      details: { secondFactor, sessions },
    });
    return done();
  },
});

/**
 * Gives a person a temporary password (shown once, to be changed at the next sign-in), closes their sessions and,
 * when asked, removes the second factor. Refused: `not_found`; `wrong_office` when another office counts on the
 * account too and an officer asks.
 */
export async function resetAccount(
  services: Services,
  actor: Actor,
  { userId, secondFactor }: { userId: string; secondFactor: boolean },
): Promise<Outcome<{ temporaryPassword: string }>> {
  const temporaryPassword = randomWords(3, 4);
  const passwordHash = await hashPassword(services, temporaryPassword);
  const outcome = await execute(services, actor, resetCommand, { userId, passwordHash, secondFactor });
  return outcome.ok ? done({ temporaryPassword }) : outcome;
}
