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

export type SourceOfEnterprise = {
  sourceListId: string;
  name: string;
  kind: string;
  asOf: string;
  sourceRow: number | null;
  /** Of several that are shown as one: which of them stands there. */
  enterpriseId: string;
};

export function listSourcesOf(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<SourceOfEnterprise[]> {
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
      'enterpriseId',
    ])
    .where('sourceEntries.officeCode', '=', office)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .orderBy('asOf', 'desc')
    .execute();
}
