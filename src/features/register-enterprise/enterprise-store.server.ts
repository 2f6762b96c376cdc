import { type Selectable, sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Enterprises, Evidences, Premises, Products } from '#platform/db/tables.ts';
import { findCanonicalId, listMemberIds } from './merge-store.server.ts';
import type { FieldChange } from './rules/field-changes.ts';

export type EnterpriseRow = Selectable<Enterprises>;
export type PremisesRow = Selectable<Premises>;
export type ProductRow = Selectable<Products>;
export type EvidenceRow = Selectable<Evidences>;

export type EnterpriseColumns = Omit<
  EnterpriseRow,
  | 'officeCode'
  | 'enterpriseId'
  | 'revision'
  | 'createdAt'
  | 'updatedAt'
  | 'touched'
  | 'withdrawnAt'
  | 'withdrawnWith'
  | 'mergedInto'
  | 'own'
>;
export type PremisesColumns = Omit<PremisesRow, 'officeCode' | 'enterpriseId' | 'premisesId' | 'kind'>;

/** Marks an enterprise as changed for the search index of every process. */
const touchNow = sql<number>`pg_current_xact_id()::text::bigint`;

export async function insertEnterprise(
  trx: Trx,
  office: string,
  enterpriseId: string,
  columns: EnterpriseColumns,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('enterprises')
    .values({ officeCode: office, enterpriseId, ...columns, createdAt: at, updatedAt: at })
    .execute();
}

/** The enterprise that stands for this id: itself, or the one it was led to. */
export function findEnterprise(
  trx: Trx,
  office: string,
  enterpriseId: string,
): Promise<EnterpriseRow | undefined> {
  return trx
    .selectFrom('enterprises')
    .selectAll()
    .where('officeCode', '=', office)
    .where('enterpriseId', '=', (eb) =>
      eb
        .selectFrom('enterprises as asked')
        .select(sql<string>`coalesce(asked.merged_into, asked.enterprise_id)`.as('standing'))
        .where('asked.officeCode', '=', office)
        .where('asked.enterpriseId', '=', enterpriseId),
    )
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
}

/** As findEnterprise, and held against other writers until the transaction ends. */
export async function findEnterpriseForUpdate(
  trx: Trx,
  office: string,
  enterpriseId: string,
): Promise<EnterpriseRow | undefined> {
  let standing: string | undefined = enterpriseId;
  // It may be led elsewhere, or back, while this waits for it.
  while (standing !== undefined) {
    const row = await trx
      .selectFrom('enterprises')
      .selectAll()
      .where('officeCode', '=', office)
      .where('enterpriseId', '=', standing)
      .where('mergedInto', 'is', null)
      .where('withdrawnAt', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (row && standing === enterpriseId) return row;
    const now = await findCanonicalId(trx, office, 'enterprise', enterpriseId);
    if (now === standing) return row;
    standing = now;
  }
  return undefined;
}

/** The enterprise and all that are led to it: whose products, figures and so on are shown as its own. */
export async function listMembers(trx: Trx, office: string, enterprise: EnterpriseRow): Promise<string[]> {
  if (enterprise.own === null) return [enterprise.enterpriseId];
  return listMemberIds(trx, office, 'enterprise', enterprise.enterpriseId);
}

export async function updateEnterprise(
  trx: Trx,
  office: string,
  enterpriseId: string,
  columns: Partial<EnterpriseColumns>,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('enterprises')
    .set((eb) => ({ ...columns, revision: eb('revision', '+', 1), updatedAt: at, touched: touchNow }))
    .where('officeCode', '=', office)
    .where('enterpriseId', '=', enterpriseId)
    .execute();
}

/** Tells the search index, and whoever counts, that something they hold of it, or of the one it is led to, has changed. */
export async function touchEnterprises(
  trx: Trx,
  office: string,
  { enterpriseId }: { enterpriseId: string },
): Promise<void> {
  await trx
    .updateTable('enterprises')
    .set({ touched: touchNow })
    .where('officeCode', '=', office)
    .where('enterpriseId', '=', enterpriseId)
    .execute();
}

/** Enterprises of these owners, which are one. */
export function listEnterprisesOfOwner(
  trx: Trx,
  office: string,
  ownerIds: readonly string[],
): Promise<{ enterpriseId: string; name: string }[]> {
  return trx
    .selectFrom('enterprises')
    .select(['enterpriseId', 'name'])
    .where('officeCode', '=', office)
    .where((eb) => eb('ownerId', '=', eb.fn.any(eb.val([...ownerIds]))))
    .where('withdrawnAt', 'is', null)
    .where('mergedInto', 'is', null)
    .orderBy('name')
    .execute();
}

export function findMainPremises(
  trx: Trx,
  office: string,
  enterpriseId: string,
): Promise<PremisesRow | undefined> {
  return trx
    .selectFrom('premises')
    .selectAll()
    .where('officeCode', '=', office)
    .where('enterpriseId', '=', enterpriseId)
    .where('kind', '=', 'main')
    .executeTakeFirst();
}

export async function saveMainPremises(
  trx: Trx,
  office: string,
  enterpriseId: string,
  premisesId: string,
  columns: PremisesColumns,
): Promise<void> {
  await trx
    .insertInto('premises')
    .values({ officeCode: office, premisesId, enterpriseId, kind: 'main', ...columns })
    .onConflict((conflict) =>
      conflict.columns(['officeCode', 'enterpriseId']).where('kind', '=', 'main').doUpdateSet(columns),
    )
    .execute();
}

export async function insertProducts(trx: Trx, products: readonly ProductRow[]): Promise<void> {
  if (products.length > 0)
    await trx
      .insertInto('products')
      .values([...products])
      .execute();
}

export function listProducts(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<ProductRow[]> {
  return trx
    .selectFrom('products')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .where('endedOn', 'is', null)
    .orderBy('createdAt')
    .execute();
}

/** Returns how many were ended: none when the product is another's or ended before. */
export async function endProduct(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
  productId: string,
  on: string,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('products')
    .set({ endedOn: on })
    .where('officeCode', '=', office)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .where('productId', '=', productId)
    .where('endedOn', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function insertEvidence(trx: Trx, evidence: EvidenceRow): Promise<void> {
  await trx.insertInto('evidences').values(evidence).execute();
}

export function listEvidences(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<EvidenceRow[]> {
  return trx
    .selectFrom('evidences')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .where('withdrawnAt', 'is', null)
    .orderBy('kind')
    .orderBy('createdAt', 'desc')
    .execute();
}

export async function withdrawEvidence(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
  evidenceId: string,
  at: Date,
): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('evidences')
    .set({ withdrawnAt: at })
    .where('officeCode', '=', office)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...enterpriseIds]))))
    .where('evidenceId', '=', evidenceId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export type ChangeKind =
  | 'created'
  | 'edited'
  | 'evidence'
  | 'figure'
  | 'product'
  | 'group'
  | 'premises'
  | 'note'
  | 'merged'
  | 'unmerged';

export type RecordChange = {
  changeId: string;
  enterpriseId: string | null;
  ownerId: string | null;
  changedAt: Date;
  changedBy: string;
  via: 'form' | 'import' | 'phone' | 'api' | 'system';
  kind: ChangeKind;
  /** Of a list that made the change, or whose change was taken back. */
  sourceListId?: string;
  changes: readonly FieldChange[];
};

export async function insertChange(trx: Trx, office: string, change: RecordChange): Promise<void> {
  await trx
    .insertInto('recordChanges')
    .values({ officeCode: office, ...change, changes: JSON.stringify(change.changes) })
    .execute();
}

/** What happened to these enterprises, which are one, and to their owner; newest first. */
export async function listChanges(
  trx: Trx,
  office: string,
  of: { enterpriseIds: readonly string[]; ownerIds: readonly string[] },
  limit: number,
): Promise<
  (Omit<RecordChange, 'changes' | 'sourceListId'> & { changes: FieldChange[]; sourceListId: string | null })[]
> {
  const rows = await trx
    .selectFrom('recordChanges')
    .selectAll()
    .where('officeCode', '=', office)
    .where((eb) =>
      eb.or([
        eb('enterpriseId', '=', eb.fn.any(eb.val([...of.enterpriseIds]))),
        eb.and([eb('ownerId', '=', eb.fn.any(eb.val([...of.ownerIds]))), eb('enterpriseId', 'is', null)]),
      ]),
    )
    .orderBy('changedAt', 'desc')
    .orderBy('changeId', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    via: row.via as RecordChange['via'],
    kind: row.kind as ChangeKind,
    changes: row.changes as unknown as FieldChange[],
  }));
}
