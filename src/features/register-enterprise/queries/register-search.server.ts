import { parseNib } from '#kernel/statutory/nib.ts';
import { parseNik } from '#kernel/statutory/nik.ts';
import { parsePhone } from '#kernel/statutory/phone.ts';
import type { QueryContext } from '#platform/command.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Services } from '#platform/services.server.ts';
import {
  type IndexRow,
  listIndexPage,
  listIndexRows,
  readHorizon,
  readTouchedSince,
} from '../index-store.server.ts';
import { listEnterprisesByIdentifier } from '../owner-store.server.ts';
import { type FacetFilter, type RegisterAnswer, RegisterIndex } from '../rules/register-index.ts';
import { withinOf } from '../rules/scope.ts';

const PAGE = 5_000;
/** Above this many changes at once, pages of the whole register are cheaper than single enterprises. */
const MANY_CHANGES = 50_000;

type OfficeIndex = { index: RegisterIndex; horizon: number };

/** One index per installation and office, each behind the promise of its last reading: readings go one after another. */
const indexes = new WeakMap<Services, Map<string, Promise<OfficeIndex>>>();

/**
 * The index of an office, true as of this transaction: before each search it reads what was touched by transactions
 * that were not yet finished at the last reading. Right under concurrent writers and with several processes, and a
 * fraction of a millisecond when nothing has changed.
 */
async function freshIndex({ services, trx, officeCode }: QueryContext): Promise<RegisterIndex> {
  const offices = indexes.get(services) ?? new Map<string, Promise<OfficeIndex>>();
  indexes.set(services, offices);
  const last = offices.get(officeCode);
  const next = (last ?? Promise.reject())
    .catch(() => null)
    .then((known) =>
      known && !known.index.isWorn ? refresh(trx, officeCode, known) : build(trx, officeCode),
    );
  offices.set(officeCode, next);
  return (await next).index;
}

async function build(trx: Trx, office: string): Promise<OfficeIndex> {
  const horizon = await readHorizon(trx);
  const index = new RegisterIndex();
  let after: string | null = null;
  for (;;) {
    const page: string[] = await listIndexPage(trx, office, after, PAGE);
    await putAll(trx, office, index, page);
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return { index, horizon };
  }
}

async function putAll(
  trx: Trx,
  office: string,
  index: RegisterIndex,
  enterpriseIds: readonly string[],
): Promise<void> {
  for (const row of await listIndexRows(trx, office, enterpriseIds)) {
    if (row.hidden) index.remove(row.enterpriseId);
    else index.put(indexed(row));
  }
}

async function refresh(trx: Trx, office: string, known: OfficeIndex): Promise<OfficeIndex> {
  const { horizon, touched } = await readTouchedSince(trx, office, known.horizon, MANY_CHANGES);
  if (touched.length === MANY_CHANGES) return build(trx, office);
  for (let at = 0; at < touched.length; at += PAGE) {
    await putAll(trx, office, known.index, touched.slice(at, at + PAGE));
  }
  return { index: known.index, horizon };
}

function indexed(row: IndexRow) {
  return {
    enterpriseId: row.enterpriseId,
    ownerId: row.ownerId,
    name: row.name,
    brand: row.brand,
    ownerName: row.ownerName,
    otherNames: row.otherNames,
    otherOwnerNames: row.otherOwnerNames,
    products: row.products,
    placeNames: [row.villageName, row.districtName].filter((name) => name !== null),
    facets: {
      village: row.villageCode,
      sector: row.sector,
      scale: row.scale,
      standing: row.standing,
      operation: row.operation,
      sources: row.sources,
      groups: row.groups,
    },
  };
}

export type RegisterSearch = { text: string; filter: FacetFilter; offset: number; limit: number };

/** Finds enterprises by name, owner, product, place, NIB, NIK or phone, within what the person may see. */
export async function searchRegister(context: QueryContext, search: RegisterSearch): Promise<RegisterAnswer> {
  const index = await freshIndex(context);
  const identified = await findByIdentifier(context, search.text);
  return index.search({
    ...search,
    text: identified ? '' : search.text,
    within: withinOf(context.scopes),
    only: identified && new Set(identified),
  });
}

/** Enterprises behind a whole NIB, NIK or phone number; null when the text is none of these. */
async function findByIdentifier(
  { trx, officeCode, vault }: QueryContext,
  text: string,
): Promise<string[] | null> {
  if (!/^[\d\s.+()-]{8,}$/.test(text.trim())) return null;
  const nik = parseNik(text);
  if (nik.ok)
    return listEnterprisesByIdentifier(trx, officeCode, { nikIndex: vault.blindIndex('nik', nik.value) });
  const nib = parseNib(text);
  if (nib.ok) {
    const found = await listEnterprisesByIdentifier(trx, officeCode, { nib: nib.value });
    if (found.length > 0) return found;
  }
  const phone = parsePhone(text);
  if (phone.ok)
    return listEnterprisesByIdentifier(trx, officeCode, {
      phoneIndex: vault.blindIndex('phone', phone.value.e164),
    });
  return [];
}
