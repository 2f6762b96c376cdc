import type { Services } from '#platform/services.server.ts';
import { findUserByName } from '../account-store.server.ts';
import { readSignInName, signInNameKey } from '../rules/sign-in-name.ts';

/** The account behind an e-mail, phone or NIP; for the command line, where the administrator already holds the machine. */
export async function findPerson(
  services: Services,
  typed: string,
): Promise<{ id: string; name: string } | null> {
  const name = readSignInName(typed);
  if (!name) return null;
  const user = await findUserByName(
    services.db,
    services.vault.blindIndex('sign_in_name', signInNameKey(name)),
  );
  return user ? { id: user.id, name: user.name } : null;
}
