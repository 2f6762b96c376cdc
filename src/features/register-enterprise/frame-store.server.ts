import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** An enterprise that stands for itself, on one of the lists asked for. */
export type FrameEntry = {
  enterpriseId: string;
  /** Records for which it stands. */
  ledIds: string[];
  /** Of the lists asked for the first on which it stands. */
  sourceListId: string;
  name: string;
  ownerName: string | null;
  rw: string | null;
  rt: string | null;
  address: string | null;
};

/**
 * Enterprises of one village (null: of no known village) that stand on one of these lists, by their own records or by
 * those led to them; none that was withdrawn or led to another. One plain query a table: a join is planned badly
 * where a list was just brought in.
 */
export async function listFrame(
  trx: Trx,
  office: string,
  { villageCode, sourceListIds }: { villageCode: string | null; sourceListIds: readonly string[] },
): Promise<FrameEntry[]> {
  const places = await listPlacesIn(trx, office, villageCode);
  const placeOf = new Map(places.map((place) => [place.enterpriseId, place]));
  const standing = (await listRecords(trx, office, 'enterpriseId', [...placeOf.keys()])).filter(
    ({ withdrawnAt, mergedInto }) => withdrawnAt === null && mergedInto === null,
  );
  const ids = standing.map(({ enterpriseId }) => enterpriseId);
  const led = await listRecords(trx, office, 'mergedInto', ids);
  const standsFor = new Map([
    ...ids.map((id): [string, string] => [id, id]),
    ...led.map(({ enterpriseId, mergedInto }): [string, string] => [
      enterpriseId,
      mergedInto ?? enterpriseId,
    ]),
  ]);
  const ledTo = new Map<string, string[]>();
  for (const { enterpriseId, mergedInto } of led)
    if (mergedInto !== null) ledTo.set(mergedInto, [...(ledTo.get(mergedInto) ?? []), enterpriseId]);
  const rank = new Map(sourceListIds.map((id, at) => [id, at]));
  const listOf = new Map<string, string>();
  for (const { enterpriseId, sourceListId } of await listEntries(
    trx,
    office,
    [...standsFor.keys()],
    sourceListIds,
  )) {
    const canonical = standsFor.get(enterpriseId) ?? enterpriseId;
    const known = listOf.get(canonical);
    if (known === undefined || (rank.get(sourceListId) ?? 0) < (rank.get(known) ?? 0))
      listOf.set(canonical, sourceListId);
  }
  const names = await listNames(trx, office, [...new Set(standing.flatMap(({ ownerId }) => ownerId ?? []))]);
  return standing.flatMap(({ enterpriseId, ownerId, name }) => {
    const sourceListId = listOf.get(enterpriseId);
    if (sourceListId === undefined) return [];
    const { rw = null, rt = null, address = null } = placeOf.get(enterpriseId) ?? {};
    const ownerName = ownerId === null ? null : (names.get(ownerId) ?? null);
    const ledIds = ledTo.get(enterpriseId) ?? [];
    return [{ enterpriseId, ledIds, sourceListId, name, ownerName, rw, rt, address }];
  });
}

type Place = { enterpriseId: string; rw: string | null; rt: string | null; address: string | null };

async function listPlacesIn(trx: Trx, office: string, villageCode: string | null): Promise<Place[]> {
  if (villageCode !== null)
    return trx
      .selectFrom('premises')
      .select(['enterpriseId', 'rw', 'rt', 'address'])
      .where('officeCode', '=', office)
      .where('kind', '=', 'main')
      .where('villageCode', '=', villageCode)
      .execute();
  const { rows } = await sql<Place>`select e.enterprise_id, p.rw, p.rt, p.address from enterprises e
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    where e.office_code = ${office} and p.village_code is null and e.withdrawn_at is null and e.merged_into is null`.execute(
    trx,
  );
  return rows;
}

function listRecords(
  trx: Trx,
  office: string,
  column: 'enterpriseId' | 'mergedInto',
  ids: readonly string[],
) {
  return trx
    .selectFrom('enterprises')
    .select(['enterpriseId', 'ownerId', 'name', 'withdrawnAt', 'mergedInto'])
    .where('officeCode', '=', office)
    .where((eb) => eb(column, '=', eb.fn.any(eb.val([...ids]))))
    .execute();
}

function listEntries(trx: Trx, office: string, ids: readonly string[], lists: readonly string[]) {
  return trx
    .selectFrom('sourceEntries')
    .select(['enterpriseId', 'sourceListId'])
    .where('officeCode', '=', office)
    .where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...ids]))))
    .where((eb) => eb('sourceListId', '=', eb.fn.any(eb.val([...lists]))))
    .execute();
}

/** Names of the people who stand for these owner records. */
async function listNames(
  trx: Trx,
  office: string,
  ownerIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ ownerId: string; fullName: string }>`
    select w.owner_id, o.full_name from owners w
    join owners o on o.office_code = w.office_code and o.owner_id = coalesce(w.merged_into, w.owner_id)
    where w.office_code = ${office} and w.owner_id = any(${[...ownerIds]}::uuid[])`.execute(trx);
  return new Map(rows.map(({ ownerId, fullName }) => [ownerId, fullName]));
}

/** Of these enterprises those that no longer stand for themselves: the one that does; null where it was withdrawn. */
export async function listMovedOn(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ enterpriseId: string; standsFor: string | null }>`
    select e.enterprise_id, case when s.withdrawn_at is null then s.enterprise_id end as stands_for
    from enterprises e
    join enterprises s on s.office_code = e.office_code and s.enterprise_id = coalesce(e.merged_into, e.enterprise_id)
    where e.office_code = ${office} and e.enterprise_id = any(${[...enterpriseIds]}::uuid[])
      and (e.merged_into is not null or e.withdrawn_at is not null)`.execute(trx);
  return new Map(rows.map(({ enterpriseId, standsFor }) => [enterpriseId, standsFor]));
}

/** Records led to these, by the one that stands for them. */
export async function listLedTo(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<{ enterpriseId: string; standsFor: string }[]> {
  const led = await listRecords(trx, office, 'mergedInto', enterpriseIds);
  return led.flatMap(({ enterpriseId, mergedInto }) =>
    mergedInto === null ? [] : [{ enterpriseId, standsFor: mergedInto }],
  );
}

export type FrameCount = { sourceListId: string; villageCode: string | null; enterprises: number };

/** How many enterprises stand on each list, by village; one on two lists counts with both. */
export async function countFrame(trx: Trx, office: string): Promise<FrameCount[]> {
  const { rows } = await sql<FrameCount>`
    select s.source_list_id, p.village_code, count(*)::int as enterprises from source_entries s
    join enterprises e on e.office_code = s.office_code and e.enterprise_id = s.enterprise_id
      and e.withdrawn_at is null and e.merged_into is null
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    where s.office_code = ${office} group by 1, 2`.execute(trx);
  return rows;
}
