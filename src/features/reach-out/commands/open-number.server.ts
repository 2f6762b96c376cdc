import type { CommandContext } from '#platform/command.server.ts';
import { findSealedPhone } from '../../register-enterprise/index.server.ts';

/** The number behind a blind index (E.164), in the clear; null when no owner has it any more. */
export async function openNumber(
  { trx, officeCode, vault }: Pick<CommandContext, 'trx' | 'officeCode' | 'vault'>,
  phoneIndex: Buffer | null,
): Promise<string | null> {
  if (phoneIndex === null) return null;
  const sealed = await findSealedPhone(trx, officeCode, phoneIndex);
  if (!sealed) return null;
  const key = vault.openPersonKey(officeCode, sealed.ownerId, sealed.wrappedKey);
  return vault.decrypt(key, 'phone', sealed.phoneCipher);
}
