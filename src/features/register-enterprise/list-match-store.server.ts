import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';

/** An enterprise by what a list can name it with. */
export type KnownEnterprise = {
  enterpriseId: string;
  ownerId: string | null;
  name: string;
  activity: string | null;
  nib: string | null;
  nikIndex: Buffer | null;
  ownerName: string | null;
  /** Its number in an earlier list of the asked kind. */
  sourceKey: string | null;
};

type Found = KnownEnterprise & { mergedInto: string | null };

export type ListIdentifiers = {
  nikIndexes: readonly Buffer[];
  nibs: readonly string[];
  enterpriseIds: readonly string[];
  /** Numbers that the source itself gave, with the kind of list in which they mean something. */
  sourceKeys: { kind: string; keys: readonly string[] };
};

const AT_ONCE = 10_000;

function* chunks<T>(values: readonly T[]): Generator<T[]> {
  for (let at = 0; at < values.length; at += AT_ONCE) yield values.slice(at, at + AT_ONCE);
}

const columns = (
  sourceKey: string,
) => sql`e.enterprise_id, e.merged_into, coalesce(o.merged_into, o.owner_id) as owner_id, e.name, e.activity, e.nib,
  o.nik_index, o.full_name as owner_name, ${sql.raw(sourceKey)} as source_key`;

/**
 * Enterprises that carry one of these identifiers; taken-back ones left out. Each once, with its source key if asked.
 * One that is led to another is named by its own id where it says something else than that one or was asked for by id:
 * what is written to it then is shown there, and kept with it.
 */
export async function listByIdentifiers(
  trx: Trx,
  office: string,
  { nikIndexes, nibs, enterpriseIds, sourceKeys }: ListIdentifiers,
): Promise<KnownEnterprise[]> {
  const found = new Map<string, Found>();
  const named = new Set<string>();
  const keep = (rows: readonly Found[], byName: boolean) => {
    for (const row of rows) {
      if (!found.has(row.enterpriseId)) found.set(row.enterpriseId, row);
      if (byName) named.add(row.enterpriseId);
    }
  };
  const owned = sql`left join owners o on o.office_code = e.office_code and o.owner_id = e.owner_id`;
  const here = sql`e.office_code = ${office} and e.withdrawn_at is null`;
  for (const keys of chunks(sourceKeys.keys)) {
    const { rows } =
      await sql<Found>`select distinct on (s.source_key, e.enterprise_id) ${columns('s.source_key')}
      from source_entries s
      join source_lists l on l.office_code = s.office_code and l.source_list_id = s.source_list_id
        and l.kind = ${sourceKeys.kind} and l.withdrawn_at is null
      join enterprises e on e.office_code = s.office_code and e.enterprise_id = s.enterprise_id ${owned}
      where s.office_code = ${office} and ${here} and s.source_key = any(${keys}::text[])`.execute(trx);
    keep(rows, true);
  }
  for (const ids of chunks(enterpriseIds)) {
    const { rows } = await sql<Found>`select ${columns('null::text')} from enterprises e ${owned}
      where ${here} and e.enterprise_id = any(${ids}::uuid[])`.execute(trx);
    keep(rows, true);
  }
  for (const ids of chunks(nibs)) {
    const { rows } = await sql<Found>`select ${columns('null::text')} from enterprises e ${owned}
      where ${here} and e.nib = any(${ids}::text[])`.execute(trx);
    keep(rows, false);
  }
  for (const ids of chunks(nikIndexes)) {
    const { rows } = await sql<Found>`select ${columns('null::text')} from owners o
      join enterprises e on e.office_code = o.office_code and e.owner_id = o.owner_id
      where o.office_code = ${office} and ${here} and o.nik_index = any(${ids}::bytea[])`.execute(trx);
    keep(rows, false);
  }
  const saysTheSame = (row: Found) => {
    const survivor = row.mergedInto === null ? undefined : found.get(row.mergedInto);
    if (!survivor) return false;
    const alike = (one: Buffer | null, other: Buffer | null) => one === null || other?.equals(one) === true;
    return (row.nib === null || row.nib === survivor.nib) && alike(row.nikIndex, survivor.nikIndex);
  };
  return [...found.values()]
    .filter((row) => named.has(row.enterpriseId) || !saysTheSame(row))
    .map(({ mergedInto: _into, ...row }) => row);
}

/** Owners with one of these NIK, oldest record first; each by the record that stands for them. */
export async function listOwnersByNiks(
  trx: Trx,
  office: string,
  nikIndexes: readonly Buffer[],
): Promise<{ ownerId: string; fullName: string; nikIndex: Buffer }[]> {
  const found: { ownerId: string; fullName: string; nikIndex: Buffer }[] = [];
  for (const indexes of chunks(nikIndexes)) {
    const { rows } = await sql<(typeof found)[number]>`
      select coalesce(o.merged_into, o.owner_id) as owner_id, min(o.full_name) as full_name, o.nik_index from owners o
      where o.office_code = ${office} and o.nik_index = any(${indexes}::bytea[])
      group by 1, o.nik_index order by min(o.created_at), 1`.execute(trx);
    found.push(...rows);
  }
  return found;
}

/** Changes whenever anything that the register shows does: the newest transaction that touched it. */
export async function registerTouched(trx: Trx, office: string): Promise<number> {
  const { rows } = await sql<{ touched: number }>`select coalesce(max(touched), 0)::bigint as touched
    from enterprises where office_code = ${office}`.execute(trx);
  return rows[0]?.touched ?? 0;
}

/** Areas of every level under a province or regency, with the code that BPS gives them. */
export function listAreasUnder(
  trx: Trx,
  code: string,
): Promise<{ areaCode: string; name: string; bpsCode: string | null }[]> {
  return trx
    .selectFrom('areas')
    .select(['areaCode', 'name', 'bpsCode'])
    .where('areaCode', 'like', `${code}.%`)
    .execute();
}
