import { plainDateInWib } from '#kernel/calendar.ts';
import type { CommandContext } from '#platform/command.server.ts';
import {
  type EnterpriseColumns,
  type EnterpriseRow,
  findMainPremises,
  type PremisesColumns,
  type PremisesRow,
  saveMainPremises,
  updateEnterprise,
} from '../enterprise-store.server.ts';
import { listFigures } from '../figure-store.server.ts';
import { listOwn, listRedirects, updateOwn } from '../merge-store.server.ts';
import { computeScale } from '../rules/computed-scale.ts';
import { columnsOf, enterpriseUnits } from '../rules/merge-units.ts';
import {
  nextSeq,
  type Own,
  type Redirect,
  shownValues,
  type Values,
  written,
} from '../rules/merged-values.ts';

type Writing = Pick<CommandContext, 'trx' | 'officeCode' | 'now' | 'newId'>;

/** Enterprises shown as one: what each says by itself, and which was led to which. */
export type EnterpriseUnion = { own: Map<string, Own>; redirects: Redirect[] };

const placeColumns = columnsOf(enterpriseUnits.filter(({ inPlace }) => inPlace));
const plainColumns = columnsOf(enterpriseUnits.filter(({ inPlace }) => !inPlace));

const pick = (values: Record<string, unknown>, columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, values[column] ?? null]));

export function ownOfEnterprise(row: EnterpriseRow, premises: PremisesRow | undefined): Own {
  return {
    values: { ...pick(row, plainColumns), ...pick(premises ?? {}, placeColumns) } as Values,
    written: {},
  };
}

/** Also of one that stands alone. */
export async function loadUnion({ trx, officeCode }: Writing, root: EnterpriseRow): Promise<EnterpriseUnion> {
  if (root.own === null) {
    const premises = await findMainPremises(trx, officeCode, root.enterpriseId);
    return { own: new Map([[root.enterpriseId, ownOfEnterprise(root, premises)]]), redirects: [] };
  }
  const own = await listOwn(trx, officeCode, 'enterprise', root.enterpriseId);
  return { own, redirects: await listRedirects(trx, officeCode, 'enterprise', [...own.keys()]) };
}

/** Writes values into the record; its scale is worked out from the figures of `memberIds`. */
async function putEnterprise(
  { trx, officeCode, now, newId }: Writing,
  enterpriseId: string,
  values: Values,
  memberIds: readonly string[],
): Promise<void> {
  const place = pick(values, placeColumns) as PremisesColumns;
  const isPlaced = Object.values(place).some((value) => value !== null);
  if (isPlaced || (await findMainPremises(trx, officeCode, enterpriseId)))
    await saveMainPremises(trx, officeCode, enterpriseId, newId(), place);
  const figures = await listFigures(trx, officeCode, memberIds);
  const columns = pick(values, plainColumns) as Omit<EnterpriseColumns, 'computedScale'>;
  const computedScale = computeScale(figures, plainDateInWib(now.getTime()));
  await updateEnterprise(trx, officeCode, enterpriseId, { ...columns, computedScale }, now);
}

/** The record as it is by itself. */
export function putOwn(context: Writing, enterpriseId: string, own: Own): Promise<void> {
  return putEnterprise(context, enterpriseId, own.values, [enterpriseId]);
}

/** The survivor as all that are led to it make it. */
export function putShown(
  context: Writing,
  rootId: string,
  { own, redirects }: EnterpriseUnion,
): Promise<void> {
  const { values } = shownValues(rootId, own, redirects, enterpriseUnits);
  return putEnterprise(context, rootId, values, [...own.keys()]);
}

type Write = {
  /** Held for writing. */
  root: EnterpriseRow;
  /** The record that was written to: the root itself, or one that is led to it. */
  addressedTo: string;
  columns: Partial<EnterpriseColumns & PremisesColumns>;
  /** Restores what stood there before: it counts as written no more. */
  isTakenBack?: boolean;
};

/** Writes into one of several records that are shown as one: shown at once, and kept with the record it was meant for. */
export async function writeToUnion(
  context: Writing,
  { root, addressedTo, columns, isTakenBack = false }: Write,
): Promise<void> {
  const { trx, officeCode } = context;
  const rootId = root.enterpriseId;
  const union = await loadUnion(context, root);
  const before = union.own.get(addressedTo);
  if (!before) throw new Error(`${addressedTo} is not led to ${rootId}`);
  const seq = isTakenBack ? null : nextSeq(union.own.values(), union.redirects);
  const own = written(before, columns as Values, enterpriseUnits, seq);
  union.own.set(addressedTo, own);
  const mergedInto = addressedTo === rootId ? null : rootId;
  await updateOwn(trx, officeCode, 'enterprise', addressedTo, { own, mergedInto });
  if (mergedInto !== null) await putOwn(context, addressedTo, own);
  await putShown(context, rootId, union);
}
