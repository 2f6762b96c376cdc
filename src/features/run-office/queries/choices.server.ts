import type { Actor } from '#kernel/actor.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listGroups, listPartners } from '../commands/open-work.server.ts';
import { permissions } from '../permissions.ts';
import { listAreas, listHandOvers } from '../store.server.ts';

export type ScopeChoices = {
  officeCode: string;
  areas: { areaCode: string; name: string; level: string; parentCode: string | null }[];
  groups: { groupId: string; name: string }[];
  partners: { partnerId: string; name: string }[];
};

/** Kecamatan, kelurahan, groups and partners by name, from which the scope of a role is chosen. */
export function scopeChoices(services: Services, actor: Actor) {
  return read(
    services,
    actor,
    permissions['people.view'],
    async ({ trx, officeCode }): Promise<ScopeChoices> => ({
      officeCode,
      areas: await listAreas(trx, officeCode),
      groups: await listGroups(trx),
      partners: await listPartners(trx),
    }),
  );
}

/** Past hand-overs, newest first. */
export function handOvers(services: Services, actor: Actor) {
  return read(services, actor, permissions['work.hand_over'], ({ trx, officeCode }) =>
    listHandOvers(trx, officeCode),
  );
}
