import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listActiveStaff } from '../../sign-in/index.server.ts';
import { countWaiting } from '../delivery-store.server.ts';
import {
  type ListedPhone,
  type ListedPhoneUser,
  listPhones,
  listUsersOfPhones,
} from '../phone-store.server.ts';

const MOST = 500;

type PhoneOnList = Omit<ListedPhone, 'userAgent'> & {
  users: (Omit<ListedPhoneUser, 'phoneId'> & { isActive: boolean })[];
};

/** Phones of the office with those who work with them. */
async function phoneList({ trx, officeCode, now }: QueryContext): Promise<PhoneOnList[]> {
  const phones = await listPhones(trx, officeCode, MOST);
  const users = await listUsersOfPhones(
    trx,
    officeCode,
    phones.map(({ phoneId }) => phoneId),
  );
  const active = new Set(
    (
      await listActiveStaff(
        trx,
        officeCode,
        users.map(({ userId }) => userId),
        plainDateInWib(now.getTime()),
      )
    ).map(({ userId }) => userId),
  );
  const byPhone = Map.groupBy(users, ({ phoneId }) => phoneId);
  return phones.map(({ userAgent: _, ...phone }) => ({
    ...phone,
    users: (byPhone.get(phone.phoneId) ?? []).map(({ phoneId: _phone, ...user }) => ({
      ...user,
      isActive: active.has(user.userId),
    })),
  }));
}

export type PhonesPage = { phones: PhoneOnList[]; waiting: number };

/** The phones, and how many deliveries wait for a person. */
export async function phonesPage(context: QueryContext): Promise<PhonesPage> {
  const { quarantined, unreadable } = await countWaiting(context.trx, context.officeCode);
  return { phones: await phoneList(context), waiting: quarantined + unreadable };
}
