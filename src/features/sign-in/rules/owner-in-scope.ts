import type { Scope } from '#kernel/actor.ts';
import { contains } from '#kernel/statutory/area-code.ts';

/** Where an owner's enterprises are. */
export type OwnerPlace = { ownerId: string; villageCodes: readonly string[]; groupIds: readonly string[] };

/** Whether one of the scopes reaches the owner: the whole office, an area or group of one of their enterprises. */
export function reachesOwner(scopes: readonly Scope[], owner: OwnerPlace): boolean {
  return scopes.some(({ kind, code }) => {
    if (kind === 'office') return true;
    if (kind === 'group') return owner.groupIds.includes(code);
    if (kind === 'owner') return owner.ownerId === code;
    return owner.villageCodes.some((village) => contains(code, village));
  });
}
