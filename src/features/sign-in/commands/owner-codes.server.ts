import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { plainDateInWib } from '#kernel/calendar.ts';
import { messagesFor } from '#kernel/language.ts';
import { done, refused } from '#kernel/refusal.ts';
import { maskPhone } from '#kernel/statutory/phone.ts';
import { randomDigits } from '#platform/auth/random-code.server.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { queueMessage } from '#platform/messages/outbox.server.ts';
import type { Vault } from '#platform/vault/vault.server.ts';
import { ownerIdInput } from '../input.ts';
import { insertMembership } from '../membership-store.server.ts';
import { ownerCodeMessage } from '../messages/owner-code-message.ts';
import {
  findOwnerForCode,
  findOwnerPhone,
  findPrintedNumberUser,
  getOfficeName,
  insertCode,
  saveOwnerUser,
} from '../owner-store.server.ts';
import { permissions } from '../permissions.ts';
import { reachesOwner } from '../rules/owner-in-scope.ts';
import { type OwnerNumber, printedNumberLength } from '../rules/owner-number.ts';

const CODE_LENGTH = 6;
const MESSAGE_MINUTES = 10;

/** Under which a number's codes and account are kept: keyed, so that the table tells no number. */
export function ownerNumberIndex(vault: Vault, number: OwnerNumber): Buffer {
  return number.kind === 'phone'
    ? vault.blindIndex('phone', number.value)
    : vault.blindIndex('sign_in_name', `printed:${number.value}`);
}

/** Keyed and salted with the code's id: six digits alone would be guessed from any plain hash. */
function codeHash(vault: Vault, codeId: string, code: string): string {
  return vault.blindIndex('sign_in_name', `code:${codeId}:${code}`).toString('hex');
}

export function isCode(vault: Vault, kept: { codeId: string; codeHash: string }, typed: string): boolean {
  return timingSafeEqual(
    Buffer.from(kept.codeHash, 'hex'),
    Buffer.from(codeHash(vault, kept.codeId, typed), 'hex'),
  );
}

async function makeCode(
  { trx, vault, newId, now }: CommandContext,
  phoneIndex: string,
  delivery: 'message' | 'officer',
  expiresAt: Date,
) {
  const [codeId, code] = [newId(), randomDigits(CODE_LENGTH)];
  await insertCode(trx, {
    codeId,
    phoneIndex,
    codeHash: codeHash(vault, codeId, code),
    delivery,
    createdAt: now,
    expiresAt,
  });
  return code;
}

/** Puts a fresh code for a known phone into the office's outbox. Only the system does so, at the owner's request. */
export const sendOwnerCode = defineCommand({
  name: 'owner.send_code',
  permission: permissions['owner.send_code'],
  input: z.object({ phone: z.string().startsWith('+') }),
  async run(context, { phone }) {
    const { trx, vault, now, officeCode, services } = context;
    const index = ownerNumberIndex(vault, { kind: 'phone', value: phone }).toString('hex');
    const office = await getOfficeName(trx, officeCode);
    const code = await makeCode(
      context,
      index,
      'message',
      new Date(now.getTime() + MESSAGE_MINUTES * 60_000),
    );
    await queueMessage(
      { trx, vault, jobs: services.jobs, officeCode, now },
      {
        channel: 'whatsapp',
        purpose: 'sign_in_code',
        recipient: phone,
        recipientHint: maskPhone(phone),
        body: messagesFor(ownerCodeMessage, 'id').text({ code, office, minutes: MESSAGE_MINUTES }),
      },
    );
    await context.audit({ action: 'owner_code.sent', details: { channel: 'whatsapp' } });
    return done();
  },
});

/** An owner without a phone gets a number of their own and an account bound to it; a new number ends the old one. */
async function givePrintedNumber(context: CommandContext, owner: { ownerId: string; name: string }) {
  const { trx, vault, officeCode, newId, now } = context;
  const known = await findPrintedNumberUser(trx, officeCode, owner.ownerId);
  const userId = known ?? newId();
  for (;;) {
    const number = randomDigits(printedNumberLength);
    const index = ownerNumberIndex(vault, { kind: 'printed', value: number }).toString('hex');
    const user = {
      id: userId,
      name: owner.name,
      email: `${userId}@nomor-pemilik.invalid`,
      phoneNumber: index,
    };
    if (!(await saveOwnerUser(trx, user, now))) continue;
    const role = {
      membershipId: newId(),
      userId,
      role: 'owner',
      scope: { kind: 'owner', code: owner.ownerId },
    } as const;
    await insertMembership(trx, officeCode, {
      ...role,
      validFrom: plainDateInWib(now.getTime()),
      validTo: null,
    });
    return { number, index };
  }
}

export type IssuedOwnerCode = {
  ownerName: string;
  code: string;
  /** Printed sign-in number of an owner without a phone; otherwise they type the phone that `phoneHint` shows masked. */
  number: string | null;
  phoneHint: string | null;
  expiresAt: Date;
};

/**
 * A one-time code that an officer prints or reads out; valid for 24 hours, shown once. Refused: `not_found`,
 * `forbidden` when the owner lies outside the officer's area. Done twice: the first code is worthless.
 */
export const issueOwnerCode = defineCommand({
  name: 'owner.issue_code',
  permission: permissions['owner.issue_code'],
  input: ownerIdInput,
  async run(context, { ownerId }) {
    const { trx, officeCode, now, scopes, audit } = context;
    const owner = await findOwnerForCode(trx, officeCode, ownerId);
    if (!owner) return refused('not_found');
    if (!reachesOwner(scopes, owner)) return refused('forbidden');
    const phone = await findOwnerPhone(trx, officeCode, ownerId);
    const printed = phone ? null : await givePrintedNumber(context, owner);
    const index = phone ? phone.phoneIndex.toString('hex') : (printed?.index ?? '');
    const expiresAt = new Date(now.getTime() + 24 * 60 * 60_000);
    const code = await makeCode(context, index, 'officer', expiresAt);
    await audit({ action: 'owner_code.issued', subject: { kind: 'owner', id: ownerId } });
    const issued: IssuedOwnerCode = {
      ownerName: owner.name,
      code,
      number: printed?.number ?? null,
      phoneHint: phone?.phoneHint ?? null,
      expiresAt,
    };
    return done(issued);
  },
});
