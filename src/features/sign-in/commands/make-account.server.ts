import { done, type Outcome, refused } from '#kernel/refusal.ts';
import type { CommandContext } from '#platform/command.server.ts';
import { insertAccount } from '../account-store.server.ts';
import { signInNameKey } from '../rules/sign-in-name.ts';
import { accountEmail, namesOf, type StaffIdentity } from '../rules/staff-identity.ts';

/**
 * Makes a staff account inside the caller's transaction. At least one of e-mail, phone (E.164) and NIP (18 digits)
 * must be given; phone and NIP are kept as blind indexes only. Refused as `duplicate` when one of them is taken.
 */
export async function makeAccount(
  { trx, vault, now, newId }: Pick<CommandContext, 'trx' | 'vault' | 'now' | 'newId'>,
  account: StaffIdentity & { name: string; passwordHash: string; mustChangePassword: boolean },
): Promise<Outcome<string>> {
  const userId = newId();
  const names = namesOf(account).map((name) => ({
    kind: name.kind,
    index: vault.blindIndex('sign_in_name', signInNameKey(name)),
  }));
  const { name, passwordHash, mustChangePassword } = account;
  const email = accountEmail(userId, account.email);
  const made = await insertAccount(
    trx,
    { userId, name, email, passwordHash, mustChangePassword, names },
    now,
  );
  return made ? done(userId) : refused('duplicate');
}
