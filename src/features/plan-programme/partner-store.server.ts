import type { Selectable } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Partners } from '#platform/db/tables.ts';
import type { PartnerKind } from './rules/programme-kinds.ts';

export type PartnerRow = Omit<Selectable<Partners>, 'officeCode' | 'kind'> & { kind: PartnerKind };

const columns = ['partnerId', 'kind', 'name', 'note', 'createdAt', 'endedOn', 'revision'] as const;

export async function insertPartner(trx: Trx, office: string, partner: PartnerRow): Promise<void> {
  await trx
    .insertInto('partners')
    .values({ officeCode: office, ...partner })
    .execute();
}

export async function updatePartner(
  trx: Trx,
  office: string,
  partnerId: string,
  changes: Partial<Omit<PartnerRow, 'partnerId'>>,
): Promise<void> {
  await trx
    .updateTable('partners')
    .set((eb) => ({ ...changes, revision: eb('revision', '+', 1) }))
    .where('officeCode', '=', office)
    .where('partnerId', '=', partnerId)
    .execute();
}

/** `lock`: held until the transaction ends. */
export async function findPartner(
  trx: Trx,
  office: string,
  partnerId: string,
  lock = false,
): Promise<PartnerRow | null> {
  const query = trx
    .selectFrom('partners')
    .select([...columns])
    .where('officeCode', '=', office)
    .where('partnerId', '=', partnerId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return (row as PartnerRow | undefined) ?? null;
}

/** By name; those with whom the office no longer works too. */
export async function listPartners(trx: Trx, office: string): Promise<PartnerRow[]> {
  const rows = await trx
    .selectFrom('partners')
    .select([...columns])
    .where('officeCode', '=', office)
    .orderBy('name')
    .orderBy('partnerId')
    .execute();
  return rows as PartnerRow[];
}

/** For the forms in which duties are given: the row-level policy leaves those of this office. */
export function listPartnerChoices(trx: Trx): Promise<{ partnerId: string; name: string }[]> {
  return trx.selectFrom('partners').select(['partnerId', 'name']).orderBy('name').execute();
}
