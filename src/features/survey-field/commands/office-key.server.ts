import { z } from 'zod';
import { done } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Vault } from '#platform/vault/vault.server.ts';
import {
  findCurrentKey,
  insertOfficeKey,
  insertWrappedKey,
  listPrivateKeys,
  lockKeys,
  type OfficeKeyRow,
  retireKeys,
} from '../key-store.server.ts';
import { fieldPermissions } from '../permissions.ts';
import { importKey, makeKeyBytes, type OpeningKey } from './open-sealed.server.ts';

type Writing = Pick<CommandContext, 'trx' | 'officeCode' | 'vault' | 'now' | 'newId'>;

/** The key to which phones of this office seal, made when the first one asks. */
export async function currentOfficeKey(context: Writing): Promise<OfficeKeyRow> {
  const known = await findCurrentKey(context.trx, context.officeCode);
  if (known) return known;
  await lockKeys(context.trx, context.officeCode);
  return (await findCurrentKey(context.trx, context.officeCode)) ?? (await makeOfficeKey(context));
}

async function makeOfficeKey({ trx, officeCode, vault, now, newId }: Writing): Promise<OfficeKeyRow> {
  const keyId = newId();
  const { publicKey, privateKey } = makeKeyBytes();
  const { personKey, wrapped } = vault.makePersonKey(officeCode, keyId);
  const privateCipher = vault.encrypt(personKey, 'census_key', privateKey.toString('base64'));
  await insertWrappedKey(trx, officeCode, keyId, wrapped);
  await insertOfficeKey(trx, officeCode, { keyId, publicKey, privateCipher, createdAt: now });
  return { keyId, publicKey };
}

/**
 * Another key from now on; phones get it with their next list. What was sealed to the one before can still be opened.
 */
export const rotateOfficeKey = defineCommand({
  name: 'field.rotate_key',
  permission: fieldPermissions['field.receive'],
  input: z.object({}),
  async run(context) {
    await lockKeys(context.trx, context.officeCode);
    await retireKeys(context.trx, context.officeCode, context.now);
    const { keyId } = await makeOfficeKey(context);
    await context.audit({ action: 'field.key_rotated', subject: { kind: 'census_key', id: keyId } });
    return done({ keyId });
  },
});

/** Opened keys of this process. A key never changes, so it may be remembered as long as the vault that opened it. */
const opened = new WeakMap<Vault, Map<string, OpeningKey>>();

/** Private halves by their ids; a key that this office does not have is left out. */
export async function openingKeys(
  { trx, officeCode, vault }: { trx: Trx; officeCode: string; vault: Vault },
  keyIds: readonly string[],
): Promise<Map<string, OpeningKey>> {
  const known = opened.get(vault) ?? new Map<string, OpeningKey>();
  opened.set(vault, known);
  const nameOf = (keyId: string) => `${officeCode} ${keyId}`;
  const missing = [...new Set(keyIds)].filter((keyId) => !known.has(nameOf(keyId)));
  if (missing.length > 0) {
    for (const row of await listPrivateKeys(trx, officeCode, missing)) {
      const personKey = vault.openPersonKey(officeCode, row.keyId, row.wrappedKey);
      const privateKey = Buffer.from(vault.decrypt(personKey, 'census_key', row.privateCipher), 'base64');
      known.set(nameOf(row.keyId), importKey({ privateKey }));
    }
  }
  return new Map(
    keyIds.flatMap((keyId) => {
      const key = known.get(nameOf(keyId));
      return key ? [[keyId, key] as const] : [];
    }),
  );
}
