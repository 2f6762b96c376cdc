import type { Services } from '../services.server.ts';

/** The hash to be kept (scrypt); about a tenth of a second of work, so never inside a transaction. */
export async function hashPassword(services: Pick<Services, 'auth'>, password: string): Promise<string> {
  return (await services.auth.$context).password.hash(password);
}

/** Whether this is the person's password. Takes as long for a person without one. */
export async function isPasswordOf(
  services: Pick<Services, 'auth' | 'db'>,
  userId: string,
  password: string,
): Promise<boolean> {
  const context = await services.auth.$context;
  const account = await services.db
    .selectFrom('authAccounts')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  if (!account?.password) {
    await context.password.hash(password);
    return false;
  }
  return context.password.verify({ hash: account.password, password });
}
