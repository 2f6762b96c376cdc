import { listStaffAccounts, listStaffMemberships } from '#features/sign-in/index.server.ts';
import type { Actor, Role } from '#kernel/actor.ts';
import type { Trx } from '#platform/db/connect.server.ts';

export type SamplePerson = { id: string; name: string; role: Role; actor: Actor };

/** Staff of the sample office, each able to act. */
export async function listSamplePeople(trx: Trx, office: string): Promise<SamplePerson[]> {
  const names = new Map((await listStaffAccounts(trx, office)).map(({ userId, name }) => [userId, name]));
  return (await listStaffMemberships(trx, office)).map(({ userId, role, scope }) => {
    const name = names.get(userId) ?? '';
    return {
      id: userId,
      name,
      role,
      actor: { kind: 'person', id: userId, name, officeCode: office, grants: [{ role, scope }] },
    };
  });
}
