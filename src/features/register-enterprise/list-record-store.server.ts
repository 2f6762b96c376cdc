import { type RawBuilder, sql } from 'kysely';
import { bulkUpdate } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import { currentFigureRows } from './figure-store.server.ts';

/** What the register holds of an enterprise, as far as a list can say something about it. */
export type RecordForLists = {
  enterpriseId: string;
  ownerId: string | null;
  owner: {
    fullName: string;
    sex: string | null;
    birthDate: string | null;
    disability: string | null;
    homeAddress: string | null;
    nikAnswer: string;
    nikIndex: Buffer | null;
    noKkIndex: Buffer | null;
    phoneIndexes: Buffer[];
  } | null;
  enterprise: {
    name: string;
    brand: string | null;
    activity: string | null;
    sector: string;
    kbliVersion: string | null;
    kbliCode: string | null;
    legalForm: string | null;
    nib: string | null;
    nibAnswer: string;
    reportedScale: string | null;
    startedOn: string | null;
  };
  place: {
    villageCode: string | null;
    rt: string | null;
    rw: string | null;
    hamlet: string | null;
    address: string | null;
    latitude: number | null;
    longitude: number | null;
  };
  products: string[];
  figures: { kind: string; year: number; amount: number; amountUpper: number | null; observedOn: string }[];
  evidences: { kind: string; number: string | null }[];
};

type OwnerRow = Omit<NonNullable<RecordForLists['owner']>, 'phoneIndexes'>;
type FlatRow = RecordForLists['enterprise'] &
  RecordForLists['place'] & { enterpriseId: string; ownerId: string | null } & {
    [Column in keyof OwnerRow]: OwnerRow[Column] | null;
  };

/** `lock`: held against other writers until the transaction ends. */
export async function listRecordsForLists(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
  lock: boolean,
): Promise<Map<string, RecordForLists>> {
  if (enterpriseIds.length === 0) return new Map();
  const ids = [...enterpriseIds];
  if (lock) {
    // In one order for all, so that two lists never wait for each other.
    await sql`select 1 from enterprises where office_code = ${office} and enterprise_id = any(${ids}::uuid[])
      order by enterprise_id for update`.execute(trx);
  }
  const { rows } =
    await sql<FlatRow>`select e.enterprise_id, e.owner_id, e.name, e.brand, e.activity, e.sector,
      e.kbli_version, e.kbli_code, e.legal_form, e.nib, e.nib_answer, e.reported_scale, e.started_on,
      o.full_name, o.sex, o.birth_date, o.disability, o.home_address, o.nik_answer, o.nik_index, o.no_kk_index,
      p.village_code, p.rt, p.rw, p.hamlet, p.address, p.latitude, p.longitude
    from enterprises e
    left join owners o on o.office_code = e.office_code and o.owner_id = e.owner_id
    left join premises p on p.office_code = e.office_code and p.enterprise_id = e.enterprise_id and p.kind = 'main'
    where e.office_code = ${office} and e.enterprise_id = any(${ids}::uuid[]) and e.withdrawn_at is null`.execute(
      trx,
    );
  const phones = await grouped<{ ownerId: string; phoneIndex: Buffer }>(
    trx,
    sql`select owner_id, phone_index from owner_phones
      where office_code = ${office} and owner_id = any(${rows.flatMap(({ ownerId }) => ownerId ?? [])}::uuid[])`,
    ({ ownerId }) => ownerId,
  );
  const byEnterprise = <Row extends { enterpriseId: string }>(query: RawBuilder<Row>) =>
    grouped(trx, query, ({ enterpriseId }) => enterpriseId);
  const products = await byEnterprise(
    sql<{ enterpriseId: string; name: string }>`select enterprise_id, name from products
      where office_code = ${office} and enterprise_id = any(${ids}::uuid[]) and ended_on is null`,
  );
  const figures = await byEnterprise(
    sql<
      RecordForLists['figures'][number] & { enterpriseId: string }
    >`select f.enterprise_id, f.kind, f.year, f.amount,
        f.amount_upper, f.observed_on from enterprise_figures f
      where f.office_code = ${office} and f.enterprise_id = any(${ids}::uuid[]) and ${currentFigureRows}`,
  );
  const evidences = await byEnterprise(
    sql<RecordForLists['evidences'][number] & { enterpriseId: string }>`select enterprise_id, kind, number
      from evidences
      where office_code = ${office} and enterprise_id = any(${ids}::uuid[]) and withdrawn_at is null`,
  );
  return new Map(
    rows.map((row) => [
      row.enterpriseId,
      {
        enterpriseId: row.enterpriseId,
        ownerId: row.ownerId,
        owner:
          row.ownerId === null
            ? null
            : {
                ...(row as OwnerRow),
                phoneIndexes: (phones.get(row.ownerId) ?? []).map(({ phoneIndex }) => phoneIndex),
              },
        enterprise: row,
        place: row,
        products: (products.get(row.enterpriseId) ?? []).map(({ name }) => name),
        figures: figures.get(row.enterpriseId) ?? [],
        evidences: evidences.get(row.enterpriseId) ?? [],
      },
    ]),
  );
}

async function grouped<Row>(
  trx: Trx,
  query: RawBuilder<Row>,
  keyOf: (row: Row) => string,
): Promise<Map<string, Row[]>> {
  const groups = new Map<string, Row[]>();
  for (const row of (await query.execute(trx)).rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

type Update<Columns> = { officeCode: string } & Partial<Columns>;

const ownerTypes = {
  officeCode: 'text',
  ownerId: 'uuid',
  fullName: 'text',
  sex: 'text',
  birthDate: 'date',
  disability: 'text',
  homeAddress: 'text',
  nikAnswer: 'text',
  nikCipher: 'bytea',
  nikIndex: 'bytea',
  nikLast4: 'text',
  noKkCipher: 'bytea',
  noKkIndex: 'bytea',
} as const;
const enterpriseTypes = {
  officeCode: 'text',
  enterpriseId: 'uuid',
  name: 'text',
  brand: 'text',
  activity: 'text',
  sector: 'text',
  kbliVersion: 'text',
  kbliCode: 'text',
  legalForm: 'text',
  nib: 'text',
  nibAnswer: 'text',
  reportedScale: 'text',
  computedScale: 'text',
  startedOn: 'date',
} as const;
const placeTypes = {
  officeCode: 'text',
  enterpriseId: 'uuid',
  villageCode: 'text',
  rt: 'text',
  rw: 'text',
  hamlet: 'text',
  address: 'text',
  latitude: 'float8',
  longitude: 'float8',
} as const;

type Values<Types> = { [Column in keyof Types]?: string | number | Buffer | null | undefined };
const touchNow = sql`touched = pg_current_xact_id()::text::bigint`;
const revised = (at: Date) => [sql`revision = kept.revision + 1`, sql`updated_at = ${at}`];

/** Sets what is given of many owners; what is left out stays. Their enterprises are told to the search index. */
export async function updateOwners(
  trx: Trx,
  owners: readonly (Update<Values<typeof ownerTypes>> & { ownerId: string })[],
  at: Date,
): Promise<void> {
  await bulkUpdate(trx, 'owners', ownerTypes, ['officeCode', 'ownerId'], owners, revised(at));
  const [first] = owners;
  if (!first) return;
  await sql`update enterprises set ${touchNow} where office_code = ${first.officeCode}
    and owner_id = any(${owners.map(({ ownerId }) => ownerId)}::uuid[])`.execute(trx);
}

export async function updateEnterprises(
  trx: Trx,
  enterprises: readonly (Update<Values<typeof enterpriseTypes>> & { enterpriseId: string })[],
  at: Date,
): Promise<void> {
  await bulkUpdate(trx, 'enterprises', enterpriseTypes, ['officeCode', 'enterpriseId'], enterprises, [
    ...revised(at),
    touchNow,
  ]);
}

export async function updatePremises(
  trx: Trx,
  premises: readonly (Update<Values<typeof placeTypes>> & { enterpriseId: string })[],
): Promise<void> {
  await bulkUpdate(trx, 'premises', placeTypes, ['officeCode', 'enterpriseId'], premises, []);
}
