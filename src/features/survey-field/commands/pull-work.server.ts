import { systemActor } from '#kernel/actor.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { updatePhoneSeen, updatePulled } from '../phone-store.server.ts';
import { workForPhone } from '../queries/work-for-phone.server.ts';
import { newestApp } from '../rules/newest-app.ts';
import type { PhoneToken } from '../rules/phone-token.ts';
import type { Work } from '../rules/wire.ts';
import { personByPullToken } from './identify-phone.server.ts';
import { currentOfficeKey } from './office-key.server.ts';

export type Pulled = { ok: true; work: Work } | { ok: false; code: 'revoked' | 'unknown_token' };

/** A person's list for the phone that proved itself, and a note that it was fetched. */
export function pullWork(
  services: Services,
  given: { token: string; parts: PhoneToken },
  asked: { cursor: string | undefined; forms: ReadonlySet<string> },
): Promise<Pulled> {
  const { officeCode } = given.parts;
  return inOneTransaction(
    services,
    systemActor(officeCode, 'HP pendata'),
    async (context): Promise<Pulled> => {
      const { trx, now } = context;
      const person = await personByPullToken(trx, given, now);
      if (person.state !== 'known') return { ok: false, code: person.state };
      // The horizon is read before anything of this transaction is written: what is written now is no news to the phone.
      const work = await workForPhone(trx, officeCode, { userId: person.userId, ...asked });
      const { keyId, publicKey } = await currentOfficeKey(context);
      await updatePulled(trx, officeCode, person, now);
      await updatePhoneSeen(trx, officeCode, person.phoneId, now);
      const officeKey = { keyId, publicKey: publicKey.toString('base64url') };
      return { ok: true, work: { ...work, officeKey, newestApp, serverTime: now.toISOString() } };
    },
  );
}
