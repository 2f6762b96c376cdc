import type { Actor, Role, Scope } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';

/** An office, Kota Pekalongan unless told otherwise. */
export async function anOffice(services: Services, officeCode = '33.75'): Promise<string> {
  await withOffice(services.db, officeCode, (trx) =>
    trx
      .insertInto('offices')
      .values({ officeCode, name: `Dinas UMKM ${officeCode}`, shortName: `Dinas ${officeCode}` })
      .execute(),
  );
  return officeCode;
}

/** A person with one role in an office, as commands see them; no account is made. */
export function anActor(officeCode: string, role: Role = 'officer', scope?: Scope): Actor {
  return {
    kind: 'person',
    id: newId(),
    name: `Uji ${role}`,
    officeCode,
    grants: [{ role, scope: scope ?? { kind: 'office', code: officeCode } }],
  };
}
