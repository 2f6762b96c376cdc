import type { CommandContext } from '#platform/command.server.ts';
import { listOwn, listRedirects, touchEnterprisesOf, updateOwn } from '../merge-store.server.ts';
import { type OwnerColumns, type OwnerRow, updateOwner } from '../owner-store.server.ts';
import { columnsOf, ownerUnits } from '../rules/merge-units.ts';
import {
  nextSeq,
  type Own,
  type Redirect,
  shownValues,
  type Values,
  written,
} from '../rules/merged-values.ts';
import { personKeyOf } from './owner-identifiers.server.ts';

/** Owners who are one person: what each record says by itself, and which was led to which. */
export type OwnerUnion = { own: Map<string, Own>; redirects: Redirect[] };

const columns = columnsOf(ownerUnits);
const sealed = new Set(['nikCipher', 'nikIndex', 'noKkCipher', 'noKkIndex', 'emailCipher', 'emailIndex']);

/** Sealed values as text, for JSON. */
function asValues(row: object): Values {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => columns.includes(column))
      .map(([column, value]) => [
        column,
        Buffer.isBuffer(value) ? value.toString('base64') : (value ?? null),
      ]),
  );
}

/** The columns that own values of an owner stand for. */
export function ownerColumnsOf(values: Values): OwnerColumns {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      sealed.has(column) && value !== null ? Buffer.from(String(value), 'base64') : value,
    ]),
  ) as unknown as OwnerColumns;
}

/** Also of one that stands alone. */
export async function loadOwnerUnion(
  { trx, officeCode }: Pick<CommandContext, 'trx' | 'officeCode'>,
  root: OwnerRow,
): Promise<OwnerUnion> {
  if (root.own === null)
    return { own: new Map([[root.ownerId, { values: asValues(root), written: {} }]]), redirects: [] };
  const own = await listOwn(trx, officeCode, 'owner', root.ownerId);
  return { own, redirects: await listRedirects(trx, officeCode, 'owner', [...own.keys()]) };
}

/** The record as it is by itself. */
export function putOwnOwner({ trx, officeCode, now }: CommandContext, ownerId: string, own: Own) {
  return updateOwner(trx, officeCode, ownerId, ownerColumnsOf(own.values), now);
}

/** The survivor as all that are led to it make it; numbers of the others sealed anew under its own key. */
export async function putShownOwner(
  context: CommandContext,
  rootId: string,
  { own, redirects }: OwnerUnion,
): Promise<void> {
  const { trx, officeCode, vault, now } = context;
  const { values, from } = shownValues(rootId, own, redirects, ownerUnits);
  const shown: OwnerColumns = ownerColumnsOf(values);
  for (const [unit, column, field] of [
    ['nik', 'nikCipher', 'nik'],
    ['noKk', 'noKkCipher', 'no_kk'],
    ['email', 'emailCipher', 'email'],
  ] as const) {
    const cipher = shown[column];
    // Own values written before there was an address do not name it.
    if (!cipher || from[unit] === rootId) continue;
    const number = vault.decrypt(await personKeyOf(context, from[unit]!), field, cipher);
    shown[column] = vault.encrypt(await personKeyOf(context, rootId), field, number);
  }
  await updateOwner(trx, officeCode, rootId, shown, now);
}

type Write = {
  /** Held for writing. */
  root: OwnerRow;
  /** The record that was written to; numbers are sealed under its key. */
  addressedTo: string;
  columns: Partial<OwnerColumns>;
  /** Restores what stood there before: it counts as written no more. */
  isTakenBack?: boolean;
};

/** Writes into an owner's record, also into one of several that are one person. */
export async function writeOwner(
  context: CommandContext,
  { root, addressedTo, columns: given, isTakenBack = false }: Write,
): Promise<void> {
  const { trx, officeCode, now } = context;
  const { ownerId: rootId } = root;
  if (root.own === null) {
    await updateOwner(trx, officeCode, rootId, given, now);
    return touchEnterprisesOf(trx, officeCode, [rootId]);
  }
  const union = await loadOwnerUnion(context, root);
  const before = union.own.get(addressedTo);
  if (!before) throw new Error(`${addressedTo} is not led to ${rootId}`);
  const seq = isTakenBack ? null : nextSeq(union.own.values(), union.redirects);
  const own = written(before, asValues(given), ownerUnits, seq);
  union.own.set(addressedTo, own);
  const mergedInto = addressedTo === rootId ? null : rootId;
  await updateOwn(trx, officeCode, 'owner', addressedTo, { own, mergedInto });
  if (mergedInto !== null) await putOwnOwner(context, addressedTo, own);
  await putShownOwner(context, rootId, union);
  await touchEnterprisesOf(trx, officeCode, [...union.own.keys()]);
}
