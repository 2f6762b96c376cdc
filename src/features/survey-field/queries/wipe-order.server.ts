import { plainDateInWib } from '#kernel/calendar.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listActiveStaff } from '../../sign-in/index.server.ts';
import type { DeliveringPhone } from '../commands/identify-phone.server.ts';
import { listPhoneUsers } from '../phone-store.server.ts';

/**
 * Whose data a phone is to forget, once all that it had is at the office: everybody's where its own right was taken
 * away, else of those whose right or account has ended.
 */
export function wipeOrder(
  services: Services,
  { officeCode, phoneId, isRevoked }: DeliveringPhone,
): Promise<{ wipe?: true; wipeUsers?: string[] }> {
  return withOffice(services.db, officeCode, async (trx) => {
    const users = (await listPhoneUsers(trx, officeCode, [phoneId])).filter(
      ({ wipedAt }) => wipedAt === null,
    );
    const today = plainDateInWib(services.clock().getTime());
    const ids = users.map(({ userId }) => userId);
    const active = new Set((await listActiveStaff(trx, officeCode, ids, today)).map(({ userId }) => userId));
    const ended = users.filter(({ userId, revokedAt }) => isRevoked || revokedAt || !active.has(userId));
    if (ended.length === 0 && !isRevoked) return {};
    const wipeUsers = ended.map(({ userId }) => userId);
    return isRevoked || ended.length === users.length ? { wipe: true, wipeUsers } : { wipeUsers };
  });
}
