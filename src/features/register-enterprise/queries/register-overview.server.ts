import type { QueryContext } from '#platform/command.server.ts';
import { listAreasOf, listSourceLists } from '../enterprise-list-store.server.ts';
import { searchRegister } from './register-search.server.ts';

export type RegisterOverview = {
  enterprises: number;
  owners: number;
  verified: number;
  /** Without a known village: they stay in every denominator. */
  withoutVillage: number;
  villages: { areaCode: string; name: string; listed: number; verified: number }[];
  sources: { sourceListId: string; name: string; asOf: string; enterprises: number }[];
};

/** Listed and verified, in all and by village, within what the person may see. */
export async function registerOverview(context: QueryContext): Promise<RegisterOverview> {
  const all = await searchRegister(context, { text: '', filter: {}, offset: 0, limit: 0 });
  const verified = await searchRegister(context, {
    text: '',
    filter: { standing: ['verified'] },
    offset: 0,
    limit: 0,
  });
  const areas = await listAreasOf(context.trx, context.officeCode);
  const villages = areas
    .filter((area) => area.level === 'village' && (all.counts.village[area.areaCode] ?? 0) > 0)
    .map(({ areaCode, name }) => ({
      areaCode,
      name,
      listed: all.counts.village[areaCode] ?? 0,
      verified: verified.counts.village[areaCode] ?? 0,
    }));
  const placed = Object.values(all.counts.village).reduce((sum, count) => sum + count, 0);
  return {
    enterprises: all.enterprises,
    owners: all.owners,
    verified: verified.enterprises,
    withoutVillage: all.enterprises - placed,
    villages: villages.sort((a, b) => b.listed - a.listed),
    sources: (await listSourceLists(context.trx, context.officeCode)).map(({ sourceListId, name, asOf }) => ({
      sourceListId,
      name,
      asOf,
      enterprises: all.counts.sources[sourceListId] ?? 0,
    })),
  };
}
