import { contains } from '#kernel/statutory/area-code.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listAreasOf } from '../enterprise-list-store.server.ts';
import { listNamesOf } from '../glance-store.server.ts';
import { withinOf } from '../rules/scope.ts';

export type Village = { code: string; name: string; districtName: string };

/** Villages of the office's regency in which the person may work, by name. */
export async function villages({ trx, officeCode, scopes }: QueryContext): Promise<Village[]> {
  const areas = await listAreasOf(trx, officeCode);
  const names = new Map(areas.map((area) => [area.areaCode, area.name]));
  const within = withinOf(scopes);
  return areas
    .filter((area) => area.level === 'village')
    .filter((area) => within === null || within.areas.some((outer) => contains(outer, area.areaCode)))
    .map((area) => ({
      code: area.areaCode,
      name: area.name,
      districtName: names.get(area.parentCode ?? '') ?? '',
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Names of the villages that a history speaks of. */
export async function villageNamesIn(
  { trx }: QueryContext,
  history: readonly { changes: readonly { field: string; before: string | null; after: string | null }[] }[],
): Promise<Record<string, string>> {
  const codes = history.flatMap(({ changes }) =>
    changes
      .filter(({ field }) => field === 'village' || field === 'villageCode')
      .flatMap(({ before, after }) => [before, after]),
  );
  const names = await listNamesOf(trx, [...new Set(codes.filter((code) => code !== null))]);
  return Object.fromEntries(names.map(({ areaCode, name }) => [areaCode, name]));
}
