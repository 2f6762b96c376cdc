import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { systemActor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { done } from '#kernel/refusal.ts';
import { auditAccount } from '#platform/auth/audit-account.server.ts';
import { membershipsToday } from '#platform/auth/memberships-today.server.ts';
import { countAttempt, type RateLimit } from '#platform/auth/rate-limits.server.ts';
import { defineCommand, execute, read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { ownerCodeInput } from '../input.ts';
import { insertMembership } from '../membership-store.server.ts';
import {
  deleteOwnerRoles,
  findOwnerUser,
  listOwnerNames,
  listOwnerRoles,
  listOwnersWithPhone,
  type OwnerKey,
  saveOwnerUser,
  spendAttempt,
  updateCodeUsed,
} from '../owner-store.server.ts';
import { permissions } from '../permissions.ts';
import { readOwnerNumber } from '../rules/owner-number.ts';
import { type AtTheDoor, turnedAway } from '../rules/sign-in-fault.ts';
import { limits } from './limits.ts';
import { noteOpenedSession, type Visitor } from './open-session.server.ts';
import { isCode, ownerNumberIndex, sendOwnerCode } from './owner-codes.server.ts';

const DOOR = 'Pintu masuk';

async function within(services: Services, ...counted: [RateLimit, string][]): Promise<AtTheDoor<void>> {
  for (const [limit, key] of counted) {
    const answer = await countAttempt(services.db, limit, key);
    if (!answer.ok)
      return turnedAway({ code: 'wait', seconds: Number(answer.refusal.details?.seconds ?? 60) });
  }
  return { ok: true, value: undefined };
}

/** A known number causes more work than an unknown one; the answer to both comes after the same time. */
const ANSWER_AFTER_MS = 300;

/**
 * Sends a one-time code to an owner's phone, if some office knows it. The answer is the same whether or not.
 * Returned: `blank`, `phone_unreadable`, `wait`.
 */
export async function requestOwnerCode(
  services: Services,
  visitor: Visitor,
  typed: string,
): Promise<AtTheDoor<void>> {
  if (typed.trim() === '') return turnedAway({ code: 'blank', field: 'number' });
  const number = readOwnerNumber(typed);
  if (!number) return turnedAway({ code: 'phone_unreadable' });
  const index = ownerNumberIndex(services.vault, number);
  const allowed = await within(
    services,
    [limits.codeRequestByAddress, visitor.address],
    [limits.codeRequestByPhone, index.toString('hex')],
  );
  if (!allowed.ok) return allowed;
  const evenly = pause(ANSWER_AFTER_MS);
  if (number.kind === 'phone') await sendIfKnown(services, index, number.value);
  await evenly;
  return { ok: true, value: undefined };
}

async function sendIfKnown(services: Services, index: Buffer, phone: string): Promise<void> {
  const [owner] = await listOwnersWithPhone(services.db, index);
  if (!owner) return;
  const sent = await execute(services, systemActor(owner.officeCode, DOOR), sendOwnerCode, { phone });
  if (!sent.ok) throw new Error(`sign-in code not sent: ${sent.refusal.code}`);
}

/**
 * Brings the roles of an owner's account in one office in line with the owner records that carry its phone: new
 * ones are added, those that no longer do are taken away.
 */
const alignOwnerRoles = defineCommand({
  name: 'owner.align_roles',
  permission: permissions['owner.send_code'],
  input: z.object({ userId: z.string(), ownerIds: z.array(z.uuid()) }),
  async run({ trx, officeCode, now, newId: id, audit }, { userId, ownerIds }) {
    const held = await listOwnerRoles(trx, officeCode, userId);
    const added = ownerIds.filter((one) => !held.includes(one));
    const removed = held.filter((one) => !ownerIds.includes(one));
    for (const ownerId of added) {
      const role = {
        membershipId: id(),
        userId,
        role: 'owner',
        scope: { kind: 'owner', code: ownerId },
      } as const;
      await insertMembership(trx, officeCode, {
        ...role,
        validFrom: plainDateInWib(now.getTime()),
        validTo: null,
      });
    }
    for (const ownerId of removed) await deleteOwnerRoles(trx, officeCode, { userId, ownerId });
    if (added.length + removed.length > 0) {
      await audit({
        action: 'owner.roles_aligned',
        subject: { kind: 'user', id: userId },
        details: { added: added.length, removed: removed.length },
      });
    }
    return done();
  },
});

/** The account behind a phone, made if need be, with the roles of all owners who carry it now. Null: nobody does. */
async function accountForPhone(services: Services, phoneIndex: Buffer): Promise<string | null> {
  const owners = await listOwnersWithPhone(services.db, phoneIndex);
  const key = phoneIndex.toString('hex');
  const known = await findOwnerUser(services.db, key);
  const [first] = owners;
  if (!first && !known) return null;
  const userId = known?.id ?? newId();
  if (first) {
    const user = {
      id: userId,
      name: await nameOf(services, first),
      email: `${userId}@pemilik.invalid`,
      phoneNumber: key,
    };
    await saveOwnerUser(services.db, user, services.clock());
  }
  const before = (await membershipsToday(services, userId)).map((one) => one.officeCode);
  for (const officeCode of new Set([...before, ...owners.map((one) => one.officeCode)])) {
    const ownerIds = owners.filter((one) => one.officeCode === officeCode).map((one) => one.ownerId);
    const aligned = await execute(services, systemActor(officeCode, DOOR), alignOwnerRoles, {
      userId,
      ownerIds,
    });
    if (!aligned.ok) throw new Error(`owner roles not aligned: ${aligned.refusal.code}`);
  }
  return first ? userId : null;
}

async function nameOf(services: Services, { officeCode, ownerId }: OwnerKey): Promise<string> {
  const found = await read(
    services,
    systemActor(officeCode, DOOR),
    permissions['owner.send_code'],
    ({ trx }) => listOwnerNames(trx, officeCode, [ownerId]),
  );
  return (found.ok && found.value[0]?.fullName) || 'Pemilik usaha';
}

/**
 * Lets an owner in by phone (or printed number) and one-time code. Each wrong code costs every living code of the
 * number one of its five attempts. Wrong, expired, used and never sent get one answer: `wrong_code`.
 */
export async function signInOwner(
  services: Services,
  visitor: Visitor,
  raw: unknown,
): Promise<AtTheDoor<{ setCookies: string[] }>> {
  const input = ownerCodeInput.safeParse(raw);
  if (!input.success)
    return turnedAway({ code: 'blank', field: String(input.error.issues[0]?.path[0] ?? 'number') });
  const number = readOwnerNumber(input.data.number);
  if (!number) return turnedAway({ code: 'phone_unreadable' });
  const index = ownerNumberIndex(services.vault, number);
  const key = index.toString('hex');
  const allowed = await within(
    services,
    [limits.codeEntryByAddress, visitor.address],
    [limits.codeEntryByPhone, key],
  );
  if (!allowed.ok) return allowed;

  const now = services.clock();
  const typed = input.data.code.replace(/\D/g, '');
  const living = await spendAttempt(services.db, key, now);
  const matching = living.filter((one) => isCode(services.vault, one, typed));
  const used = matching[0] ? await updateCodeUsed(services.db, matching[0].codeId, now) : false;
  if (!used) {
    if (living.some((one) => one.attemptsLeft === 0))
      await auditSpent(services, number.kind === 'phone' ? index : null, key);
    return turnedAway({ code: 'wrong_code' });
  }
  const userId =
    number.kind === 'phone'
      ? await accountForPhone(services, index)
      : ((await findOwnerUser(services.db, key))?.id ?? null);
  if (!userId) return turnedAway({ code: 'wrong_code' });
  const { headers, response } = await services.auth.api.openSessionForUser({
    body: { userId },
    headers: new Headers(),
    returnHeaders: true,
  });
  await noteOpenedSession(services, visitor, { userId, token: response.token, by: 'owner_code' });
  return { ok: true, value: { setCookies: headers.getSetCookie() } };
}

/** A code is spent by wrong attempts: told to the offices concerned, without the number. */
async function auditSpent(services: Services, phoneIndex: Buffer | null, key: string): Promise<void> {
  const owners = phoneIndex
    ? await listOwnersWithPhone(services.db, phoneIndex)
    : await ownersOfPrintedNumber(services, key);
  for (const { officeCode, ownerId } of owners) {
    await auditAccount(services, systemActor(officeCode, DOOR), {
      action: 'owner_code.failed_repeatedly',
      subject: { kind: 'owner', id: ownerId },
    });
  }
}

async function ownersOfPrintedNumber(services: Services, key: string): Promise<OwnerKey[]> {
  const user = await findOwnerUser(services.db, key);
  const roles = user ? await membershipsToday(services, user.id) : [];
  return roles.map(({ officeCode, grant }) => ({ officeCode, ownerId: grant.scope.code }));
}
