import type { Trx } from '#platform/db/connect.server.ts';

/** Names of an area and of those it lies in, smallest first, down to the regency. */
export async function listAreaNames(trx: Trx, areaCode: string): Promise<string[]> {
  const steps = areaCode.split('.');
  const codes = [4, 3, 2]
    .filter((length) => length <= steps.length)
    .map((length) => steps.slice(0, length).join('.'));
  const rows = await trx
    .selectFrom('areas')
    .select(['areaCode', 'name'])
    .where('areaCode', 'in', codes)
    .execute();
  return rows.sort((a, b) => b.areaCode.length - a.areaCode.length).map((row) => row.name);
}

export function listSourcesOf(
  trx: Trx,
  office: string,
  enterpriseId: string,
): Promise<{ sourceListId: string; name: string; kind: string; asOf: string; sourceRow: number | null }[]> {
  return trx
    .selectFrom('sourceEntries')
    .innerJoin('sourceLists', (join) =>
      join
        .onRef('sourceLists.officeCode', '=', 'sourceEntries.officeCode')
        .onRef('sourceLists.sourceListId', '=', 'sourceEntries.sourceListId'),
    )
    .select([
      'sourceLists.sourceListId',
      'sourceLists.name',
      'sourceLists.kind',
      'sourceLists.asOf',
      'sourceRow',
    ])
    .where('sourceEntries.officeCode', '=', office)
    .where('enterpriseId', '=', enterpriseId)
    .orderBy('asOf', 'desc')
    .execute();
}
