import type { Trx } from '#platform/db/connect.server.ts';
import { listAliasesOf, listAreasOf, listKbli } from '../enterprise-list-store.server.ts';

export type VillageForLists = {
  code: string;
  name: string;
  districtCode: string;
  districtName: string;
  aliases: string[];
};

/** Villages of a regency with their district and old names, for lists that come in. */
export async function areasForLists(trx: Trx, regency: string): Promise<VillageForLists[]> {
  const areas = await listAreasOf(trx, regency);
  const names = new Map(areas.map((area) => [area.areaCode, area.name]));
  const aliases = new Map<string, string[]>();
  for (const { areaCode, alias } of await listAliasesOf(trx, regency))
    aliases.set(areaCode, [...(aliases.get(areaCode) ?? []), alias]);
  return areas
    .filter((area) => area.level === 'village')
    .map((village) => ({
      code: village.areaCode,
      name: village.name,
      districtCode: village.parentCode ?? '',
      districtName: names.get(village.parentCode ?? '') ?? '',
      aliases: aliases.get(village.areaCode) ?? [],
    }));
}

export function kbliForLists(
  trx: Trx,
  version: string,
): Promise<{ kbliCode: string; title: string; synonyms: string[] }[]> {
  return listKbli(trx, version);
}
