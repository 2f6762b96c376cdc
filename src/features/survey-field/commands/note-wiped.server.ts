import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { updatePhoneSeen, updateWiped } from '../phone-store.server.ts';
import type { DeliveringPhone } from './identify-phone.server.ts';

/** The phone says that this person's data is gone from it. */
export function noteWiped(services: Services, phone: DeliveringPhone, userId: string): Promise<void> {
  const { officeCode, phoneId } = phone;
  return inOneTransaction(services, systemActor(officeCode, 'HP pendata'), async ({ trx, now, audit }) => {
    await updatePhoneSeen(trx, officeCode, phoneId, now);
    if (await updateWiped(trx, officeCode, { phoneId, userId }, now))
      await audit({ action: 'phone.wiped', subject: { kind: 'phone', id: phoneId }, details: { userId } });
  });
}
