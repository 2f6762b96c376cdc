import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import { currentFigureRows } from './figure-store.server.ts';
import { memberArray } from './merge-store.server.ts';

export type ExportRow = {
  enterpriseId: string;
  ownerId: string | null;
  name: string;
  brand: string | null;
  activity: string | null;
  ownerName: string | null;
  sex: string | null;
  birthDate: string | null;
  nikLast4: string | null;
  nikCipher: Buffer | null;
  wrappedKey: Buffer | null;
  emailHint: string | null;
  emailCipher: Buffer | null;
  phoneHint: string | null;
  phoneCipher: Buffer | null;
  /** Whose key opens the phone: of a record that is one person with the owner. */
  phoneOwnerId: string | null;
  phoneWrappedKey: Buffer | null;
  sector: string;
  kbliCode: string | null;
  nib: string | null;
  standing: string;
  operation: string;
  reportedScale: string | null;
  computedScale: string | null;
  startedOn: string | null;
  villageName: string | null;
  districtName: string | null;
  rt: string | null;
  rw: string | null;
  address: string | null;
  products: string | null;
  sales: number | null;
  salesYear: number | null;
  updatedAt: Date;
};

/** Everything a sheet of the register holds, in the order of the given ids; identifiers as ciphertext and as masks. */
export async function listExportRows(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<ExportRow[]> {
  const rows = await trx
    .selectFrom('enterprises as e')
    .leftJoin('owners as w', (join) =>
      join.onRef('w.officeCode', '=', 'e.officeCode').onRef('w.ownerId', '=', 'e.ownerId'),
    )
    .leftJoin('owners as o', (join) =>
      join
        .onRef('o.officeCode', '=', 'e.officeCode')
        .on('o.ownerId', '=', sql<string>`coalesce(w.merged_into, w.owner_id)`),
    )
    .leftJoin('personKeys as k', (join) =>
      join.onRef('k.officeCode', '=', 'o.officeCode').onRef('k.personId', '=', 'o.ownerId'),
    )
    .leftJoin('premises as p', (join) =>
      join
        .onRef('p.officeCode', '=', 'e.officeCode')
        .onRef('p.enterpriseId', '=', 'e.enterpriseId')
        .on('p.kind', '=', 'main'),
    )
    .leftJoin('areas as v', 'v.areaCode', 'p.villageCode')
    .leftJoin('areas as d', 'd.areaCode', 'v.parentCode')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('ownerPhones as h')
          .leftJoin('personKeys as hk', (join) =>
            join.onRef('hk.officeCode', '=', 'h.officeCode').onRef('hk.personId', '=', 'h.ownerId'),
          )
          .select([
            'h.phoneHint',
            'h.phoneCipher',
            'h.ownerId as phoneOwnerId',
            'hk.wrappedKey as phoneWrappedKey',
          ])
          .whereRef('h.officeCode', '=', 'e.officeCode')
          .where(sql<boolean>`h.owner_id = any(${memberArray('owner', 'o')})`)
          .orderBy(sql`h.whose = 'own'`, 'desc')
          .orderBy('h.createdAt')
          .limit(1)
          .as('phone'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('enterpriseFigures as f')
          .select(['f.amount as sales', 'f.year as salesYear'])
          .whereRef('f.officeCode', '=', 'e.officeCode')
          .where(sql<boolean>`f.enterprise_id = any(${memberArray('enterprise', 'e')})`)
          .where('f.kind', '=', 'sales')
          .where(currentFigureRows)
          .orderBy('f.year', 'desc')
          .orderBy('f.observedOn', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select([
      'e.enterpriseId',
      'o.ownerId',
      'e.name',
      'e.brand',
      'e.activity',
      'o.fullName as ownerName',
      'o.sex',
      'o.birthDate',
      'o.nikLast4',
      'o.nikCipher',
      'k.wrappedKey',
      'o.emailHint',
      'o.emailCipher',
      'phone.phoneHint',
      'phone.phoneCipher',
      'phone.phoneOwnerId',
      'phone.phoneWrappedKey',
      'e.sector',
      'e.kbliCode',
      'e.nib',
      'e.standing',
      'e.operation',
      'e.reportedScale',
      'e.computedScale',
      'e.startedOn',
      'v.name as villageName',
      'd.name as districtName',
      'p.rt',
      'p.rw',
      'p.address',
      'newest.sales',
      'newest.salesYear',
      'e.updatedAt',
    ])
    .select(
      sql<string | null>`(select string_agg(x.name, ', ' order by x.created_at, x.product_id) from products x
        where x.office_code = e.office_code and x.enterprise_id = any(${memberArray('enterprise', 'e')}) and x.ended_on is null)`.as(
        'products',
      ),
    )
    .where('e.officeCode', '=', office)
    .where((eb) => eb('e.enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .execute();
  const byId = new Map(rows.map((row) => [row.enterpriseId, row]));
  return enterpriseIds.flatMap((id) => byId.get(id) ?? []);
}
