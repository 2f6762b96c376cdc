import { newId } from '#kernel/id.ts';
import { maskPhone } from '#kernel/statutory/phone.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';

/** An owner in the register with at most one phone, as far as signing in looks at one. */
export async function anOwner(
  services: Services,
  officeCode: string,
  more: { name?: string; phone?: string; whose?: 'own' | 'family' | 'kader'; villageCode?: string } = {},
): Promise<string> {
  const ownerId = newId();
  const { phone } = more;
  const fullName = more.name ?? 'Siti Aminah';
  const now = services.clock();
  await withOffice(services.db, officeCode, async (trx) => {
    await trx
      .insertInto('owners')
      .values({ officeCode, ownerId, fullName, createdAt: now, updatedAt: now })
      .execute();
    if (phone) {
      await trx
        .insertInto('ownerPhones')
        .values({
          officeCode,
          phoneId: newId(),
          ownerId,
          whose: more.whose ?? 'own',
          phoneCipher: Buffer.from('x'),
          phoneIndex: services.vault.blindIndex('phone', phone),
          phoneHint: maskPhone(phone),
          createdAt: now,
        })
        .execute();
    }
    if (more.villageCode) {
      const enterpriseId = newId();
      await trx
        .insertInto('enterprises')
        .values({ officeCode, enterpriseId, ownerId, name: 'Usaha', createdAt: now, updatedAt: now })
        .execute();
      await trx
        .insertInto('premises')
        .values({ officeCode, premisesId: newId(), enterpriseId, villageCode: more.villageCode })
        .execute();
    }
  });
  return ownerId;
}
