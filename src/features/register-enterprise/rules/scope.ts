import { contains } from '#kernel/statutory/area-code.ts';

type Scope = { kind: string; code: string };

/** Areas and groups within which a person may work; null: the whole office. */
export type Within = { areas: string[]; groups: string[] } | null;

export function withinOf(scopes: readonly Scope[]): Within {
  if (scopes.some((scope) => scope.kind === 'office')) return null;
  const codes = (kinds: string[]) =>
    scopes.filter((scope) => kinds.includes(scope.kind)).map((scope) => scope.code);
  return { areas: codes(['district', 'village']), groups: codes(['group']) };
}

/** Whether an enterprise at this village, in these groups, is among those the person may work with. */
export function isWithin(within: Within, villageCode: string | null, groupIds: readonly string[]): boolean {
  if (within === null) return true;
  if (villageCode !== null && within.areas.some((area) => contains(area, villageCode))) return true;
  return groupIds.some((group) => within.groups.includes(group));
}
