import type { Trx } from '#platform/db/connect.server.ts';

export async function insertOffice(
  trx: Trx,
  office: { officeCode: string; name: string; shortName: string; isDemo: boolean; createdAt: Date },
): Promise<boolean> {
  const answer = await trx
    .insertInto('offices')
    .values(office)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return answer.numInsertedOrUpdatedRows === 1n;
}

export async function findOffice(trx: Trx, officeCode: string) {
  return trx
    .selectFrom('offices')
    .select(['officeCode', 'name', 'shortName', 'isDemo', 'idleLockMinutes'])
    .where('officeCode', '=', officeCode)
    .executeTakeFirst();
}

/** Kelurahan/desa and kecamatan of the office's area, for choosing a scope by name. */
export async function listAreas(trx: Trx, officeCode: string) {
  return trx
    .selectFrom('areas')
    .select(['areaCode', 'name', 'level', 'parentCode'])
    .where('level', 'in', ['district', 'village'])
    .where('areaCode', 'like', `${officeCode}.%`)
    .orderBy('areaCode')
    .execute();
}

export async function hasArea(trx: Trx, areaCode: string): Promise<boolean> {
  return (
    (await trx.selectFrom('areas').select('areaCode').where('areaCode', '=', areaCode).executeTakeFirst()) !==
    undefined
  );
}

export async function insertHandOver(
  trx: Trx,
  officeCode: string,
  handOver: {
    handOverId: string;
    fromUserId: string;
    toUserId: string;
    handedOverAt: Date;
    moved: Record<string, number>;
    note: string | null;
  },
): Promise<void> {
  await trx
    .insertInto('handOvers')
    .values({ officeCode, ...handOver, moved: JSON.stringify(handOver.moved) })
    .execute();
}

export async function findHandOver(trx: Trx, officeCode: string, handOverId: string) {
  return trx
    .selectFrom('handOvers')
    .selectAll()
    .where('officeCode', '=', officeCode)
    .where('handOverId', '=', handOverId)
    .executeTakeFirst();
}

export async function listHandOvers(trx: Trx, officeCode: string) {
  return trx
    .selectFrom('handOvers as h')
    .innerJoin('authUsers as f', 'f.id', 'h.fromUserId')
    .innerJoin('authUsers as t', 't.id', 'h.toUserId')
    .select(['h.handOverId', 'f.name as fromName', 't.name as toName', 'h.handedOverAt', 'h.moved', 'h.note'])
    .where('h.officeCode', '=', officeCode)
    .orderBy('h.handedOverAt', 'desc')
    .limit(50)
    .execute();
}
