import type { PlainDate } from '#kernel/calendar.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { maskPhone } from '#kernel/statutory/phone.ts';
import type { CommandContext } from '#platform/command.server.ts';
import type { PersonKey } from '#platform/vault/vault.server.ts';
import { insertRegisterRows, noRegisterRows, type RegisterRows } from '../bulk-store.server.ts';
import { findEnterpriseForUpdate } from '../enterprise-store.server.ts';
import type { RecordForLists } from '../list-record-store.server.ts';
import {
  openMainPremises,
  updateEnterprises,
  updateOwners,
  updatePremises,
} from '../list-update-store.server.ts';
import { findOwnerForUpdate, listPersonKeys } from '../owner-store.server.ts';
import { computeScale, type Figure } from '../rules/computed-scale.ts';
import type { EvidenceKind } from '../rules/evidence-kinds.ts';
import { type FieldChange, hidePersonal } from '../rules/field-changes.ts';
import { emailColumns } from './owner-identifiers.server.ts';
import { writeToUnion } from './shown-enterprise.server.ts';
import { writeOwner } from './shown-owner.server.ts';

type Stated<Of> = { readonly [Field in keyof Of]?: Of[Field] | undefined };

/** What a list adds to or says otherwise of an enterprise on the register. Left out: nothing is changed. */
export type ListUpdate = {
  enterpriseId: string;
  owner: Stated<
    Omit<NonNullable<RecordForLists['owner']>, 'nikIndex' | 'noKkIndex' | 'emailIndex' | 'phoneIndexes'>
  > & {
    readonly nik?: string;
    readonly noKk?: string;
    readonly email?: string;
  };
  enterprise: Stated<RecordForLists['enterprise']>;
  place: Stated<RecordForLists['place']>;
  phones: readonly string[];
  /** Whose these numbers are; left out: the owner's own. */
  whosePhones?: 'own' | 'family' | 'kader';
  products: readonly string[];
  figures: readonly { kind: string; year: number; amount: number; amountUpper: number | null }[];
  evidences: readonly { kind: EvidenceKind; number: string }[];
  /** For the history; personal values already masked, or hidden here. */
  changes: readonly FieldChange[];
};

/** What was added, to be taken out again should the list be taken back. */
export type AddedIds = { phoneIds: string[]; productIds: string[]; evidenceIds: string[] };

export type ListOrigin = {
  sourceListId: string;
  observedOn: PlainDate;
  /** Found on this visit, by phone; else told by a list. */
  visitId?: string;
};

/**
 * Brings what a list, or a visit, says into enterprises that are on the register, in the caller's transaction. `known` was read
 * with a lock before. Answers what was added to each, in the order of `updates`.
 */
export async function updateFromList(
  context: CommandContext,
  known: ReadonlyMap<string, RecordForLists>,
  updates: readonly ListUpdate[],
  origin: ListOrigin,
): Promise<AddedIds[]> {
  const { trx, officeCode, vault } = context;
  const ownerIds = updates.flatMap(({ enterpriseId, owner, phones }) => {
    const ownerId = known.get(enterpriseId)?.ownerSide;
    return ownerId && (owner.nik || owner.noKk || owner.email || phones.length > 0) ? [ownerId] : [];
  });
  const wrapped = await listPersonKeys(trx, officeCode, [...new Set(ownerIds)]);
  const rows = noRegisterRows();
  const apart: Apart = { owners: [], enterprises: [] };
  const phones = new Set<string>();
  const owners: Parameters<typeof updateOwners>[1][number][] = [];
  const enterprises: Parameters<typeof updateEnterprises>[1][number][] = [];
  const premises: Parameters<typeof updatePremises>[1][number][] = [];
  const added = updates.map((update) => {
    const { enterpriseId } = update;
    const record = known.get(enterpriseId);
    if (!record) throw new Error(`not read before: ${enterpriseId}`);
    const ownerId = record.ownerSide;
    const key = (): PersonKey => {
      const sealed = ownerId === null ? undefined : wrapped.get(ownerId);
      if (ownerId === null || !sealed) throw new Error(`owner without a key: ${ownerId}`);
      return vault.openPersonKey(officeCode, ownerId, sealed);
    };
    if (ownerId !== null && Object.keys(update.owner).length > 0) {
      const columns = ownerColumns(context, update.owner, key);
      if (record.isOwnerMerged) apart.owners.push({ ownerId, columns });
      else owners.push({ officeCode, ownerId, ...columns });
    }
    const { nib, ...plain } = update.enterprise;
    const columns = { ...plain, ...(nib ? { nib, nibAnswer: 'known' } : {}) };
    if (record.isMerged) apart.enterprises.push({ enterpriseId, columns: { ...columns, ...update.place } });
    else {
      const computedScale = scaleWith(record.figures, update.figures, origin, context.now);
      enterprises.push({ officeCode, enterpriseId, ...columns, computedScale });
      if (Object.keys(update.place).length > 0) premises.push({ officeCode, enterpriseId, ...update.place });
    }
    // One owner of two enterprises on the list: the number is added once.
    const news = update.phones.filter((number) => !phones.has(`${ownerId} ${number}`));
    for (const number of news) phones.add(`${ownerId} ${number}`);
    return addRows(rows, context, { ...update, phones: news }, ownerId, key, origin);
  });
  await updateOwners(trx, owners, context.now);
  await updateEnterprises(trx, enterprises, context.now);
  await openMainPremises(
    trx,
    officeCode,
    premises.map(({ enterpriseId }) => enterpriseId),
  );
  await updatePremises(trx, premises);
  await insertRegisterRows(trx, rows);
  await writeApart(context, apart);
  return added;
}

/** What is written to records that are one with others, which are few: one after another, after their figures. */
type Apart = {
  owners: { ownerId: string; columns: Record<string, unknown> }[];
  enterprises: { enterpriseId: string; columns: Record<string, unknown> }[];
};

async function writeApart(context: CommandContext, apart: Apart): Promise<void> {
  const { trx, officeCode } = context;
  const said = (columns: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null && value !== undefined));
  for (const { ownerId, columns } of apart.owners) {
    const root = (await findOwnerForUpdate(trx, officeCode, ownerId))!;
    await writeOwner(context, { root, addressedTo: ownerId, columns: said(columns) });
  }
  for (const { enterpriseId, columns } of apart.enterprises) {
    const root = (await findEnterpriseForUpdate(trx, officeCode, enterpriseId))!;
    await writeToUnion(context, { root, addressedTo: enterpriseId, columns: said(columns) });
  }
}

function ownerColumns(
  { vault }: CommandContext,
  { nik, noKk, email, ...plain }: ListUpdate['owner'],
  key: () => PersonKey,
) {
  return {
    ...plain,
    ...(nik
      ? {
          nikAnswer: 'known',
          nikCipher: vault.encrypt(key(), 'nik', nik),
          nikIndex: vault.blindIndex('nik', nik),
          nikLast4: nik.slice(-4),
        }
      : {}),
    ...(noKk
      ? { noKkCipher: vault.encrypt(key(), 'no_kk', noKk), noKkIndex: vault.blindIndex('no_kk', noKk) }
      : {}),
    ...(email ? emailColumns(vault, key(), email) : {}),
  };
}

function scaleWith(
  before: readonly Figure[],
  added: ListUpdate['figures'],
  { observedOn }: ListOrigin,
  now: Date,
): string | null {
  if (added.length === 0) return null;
  return computeScale(
    [...before, ...added.map((figure) => ({ ...figure, observedOn }))],
    plainDateInWib(now.getTime()),
  );
}

function addRows(
  rows: RegisterRows,
  { officeCode, vault, now, newId, actor }: CommandContext,
  update: ListUpdate,
  ownerId: string | null,
  key: () => PersonKey,
  { sourceListId, observedOn, visitId }: ListOrigin,
): AddedIds {
  const { enterpriseId } = update;
  const added: AddedIds = { phoneIds: [], productIds: [], evidenceIds: [] };
  const keep = (kind: keyof AddedIds) => {
    const id = newId();
    added[kind].push(id);
    return id;
  };
  for (const number of ownerId === null ? [] : update.phones) {
    rows.ownerPhones.push({
      officeCode,
      phoneId: keep('phoneIds'),
      ownerId: ownerId!,
      whose: update.whosePhones ?? 'own',
      phoneCipher: vault.encrypt(key(), 'phone', number),
      phoneIndex: vault.blindIndex('phone', number),
      phoneHint: maskPhone(number),
      createdAt: now,
    });
  }
  for (const name of update.products) {
    rows.products.push({
      officeCode,
      productId: keep('productIds'),
      enterpriseId,
      name,
      unit: null,
      price: null,
      monthlyCapacity: null,
      createdAt: now,
      endedOn: null,
    });
  }
  for (const figure of update.figures) {
    rows.enterpriseFigures.push({
      officeCode,
      figureId: newId(),
      enterpriseId,
      ...figure,
      grade: 'declared',
      sourceKind: visitId ? 'census' : 'list',
      sourceId: visitId ?? sourceListId,
      observedOn,
      recordedAt: now,
      recordedBy: actor.name,
    });
  }
  for (const { kind, number } of update.evidences) {
    rows.evidences.push({
      officeCode,
      evidenceId: keep('evidenceIds'),
      enterpriseId,
      kind,
      number,
      issuer: null,
      issuedOn: null,
      expiresOn: null,
      grade: 'declared',
      fileId: null,
      createdAt: now,
      createdBy: actor.name,
      withdrawnAt: null,
    });
  }
  rows.recordChanges.push({
    officeCode,
    changeId: newId(),
    enterpriseId,
    ownerId,
    changedAt: now,
    changedBy: actor.name,
    via: visitId ? 'phone' : 'import',
    sourceListId,
    kind: 'edited',
    changes: JSON.stringify(hidePersonal(update.changes)),
  });
  return added;
}
