import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { registerPhoneShape } from '../input.ts';
import { insertWrappedKey } from '../key-store.server.ts';
import { fieldPermissions } from '../permissions.ts';
import {
  findDeliveryCipher,
  findPhone,
  insertPhone,
  lockPhone,
  updatePhoneSeen,
  upsertPhoneUser,
} from '../phone-store.server.ts';
import { formatPhoneToken } from '../rules/phone-token.ts';
import type { PhoneRegistered } from '../rules/wire.ts';
import { currentOfficeKey } from './office-key.server.ts';
import { hashOfToken, newSecret } from './phone-secrets.server.ts';

/**
 * Gives a person's phone what it needs to work for months without signing in. Several people may share a phone: each
 * has a token of their own for their list, and the phone has one with which it may deliver, the same for all. Who signs
 * in on it again gets a new token. Refused: `wrong_state` for a phone whose right was taken away; once it is wiped it
 * comes back under another id.
 */
export const registerPhone = defineCommand({
  name: 'field.register_phone',
  permission: fieldPermissions['field.work'],
  input: registerPhoneShape,
  async run(context, { phoneId, label, appVersion, userAgent }) {
    const { trx, officeCode, actor, now } = context;
    await lockPhone(trx, officeCode, phoneId);
    const known = await findPhone(trx, officeCode, phoneId);
    if (known?.revokedAt) return refused('wrong_state');
    const deliveryToken = known
      ? await deliveryTokenOf(context, phoneId)
      : await addPhone(context, { phoneId, label, appVersion, userAgent });
    if (known) await updatePhoneSeen(trx, officeCode, phoneId, now, { appVersion });
    const pullToken = formatPhoneToken({ officeCode, phoneId, secret: newSecret() });
    await upsertPhoneUser(trx, officeCode, {
      phoneId,
      userId: actor.id,
      pullHash: hashOfToken(pullToken),
      grantedAt: now,
    });
    const { keyId, publicKey } = await currentOfficeKey(context);
    await context.audit({ action: 'phone.registered', subject: { kind: 'phone', id: phoneId } });
    return done<Omit<PhoneRegistered, 'officeName'>>({
      phoneId,
      officeCode,
      user: { id: actor.id, name: actor.name },
      deliveryToken,
      pullToken,
      officeKey: { keyId, publicKey: publicKey.toString('base64url') },
      serverTime: now.toISOString(),
    });
  },
});

async function addPhone(
  { trx, officeCode, vault, actor, now }: CommandContext,
  phone: { phoneId: string; label: string; appVersion: string; userAgent: string | null },
): Promise<string> {
  const { phoneId } = phone;
  const token = formatPhoneToken({ officeCode, phoneId, secret: newSecret() });
  const { personKey, wrapped } = vault.makePersonKey(officeCode, phoneId);
  await insertWrappedKey(trx, officeCode, phoneId, wrapped);
  await insertPhone(trx, officeCode, {
    ...phone,
    deliveryHash: hashOfToken(token),
    deliveryCipher: vault.encrypt(personKey, 'delivery_token', token),
    registeredBy: actor.id,
    registeredAt: now,
  });
  return token;
}

/** The token with which a phone delivers: handed to the next who signs in on it, and used to sign receipts. */
export async function deliveryTokenOf(
  { trx, officeCode, vault }: Pick<CommandContext, 'trx' | 'officeCode' | 'vault'>,
  phoneId: string,
): Promise<string> {
  const kept = await findDeliveryCipher(trx, officeCode, phoneId);
  if (!kept) throw new Error(`phone without a key: ${phoneId}`);
  return vault.decrypt(
    vault.openPersonKey(officeCode, phoneId, kept.wrappedKey),
    'delivery_token',
    kept.deliveryCipher,
  );
}
