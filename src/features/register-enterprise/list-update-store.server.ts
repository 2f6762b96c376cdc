import { sql } from 'kysely';
import { bulkUpdate } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';

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
  emailCipher: 'bytea',
  emailIndex: 'bytea',
  emailHint: 'text',
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
  standing: 'text',
  verifiedOn: 'date',
  operation: 'text',
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

/** A main place, still empty, for those that have none. */
export async function openMainPremises(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<void> {
  await sql`insert into premises (office_code, premises_id, enterprise_id)
    select ${office}, gen_random_uuid(), e.enterprise_id from enterprises e
    where e.office_code = ${office} and e.enterprise_id = any(${[...enterpriseIds]}::uuid[])
      and not exists (select 1 from premises p where p.office_code = e.office_code
        and p.enterprise_id = e.enterprise_id and p.kind = 'main')`.execute(trx);
}

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
