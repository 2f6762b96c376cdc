import type { Insertable } from 'kysely';
import { bulkInsert, type ColumnTypes } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type {
  EnterpriseFigures,
  Enterprises,
  Evidences,
  GroupMemberships,
  OwnerPhones,
  Owners,
  PersonKeys,
  Premises,
  Products,
  RecordChanges,
  SourceEntries,
} from '#platform/db/tables.ts';

type Whole<Table> = Required<Insertable<Table>>;

const owners: ColumnTypes<Omit<Whole<Owners>, 'mergedInto' | 'own'>> = {
  officeCode: 'text',
  ownerId: 'uuid',
  fullName: 'text',
  sex: 'text',
  birthDate: 'date',
  disability: 'text',
  nikAnswer: 'text',
  nikCipher: 'bytea',
  nikIndex: 'bytea',
  nikLast4: 'text',
  noKkCipher: 'bytea',
  noKkIndex: 'bytea',
  emailCipher: 'bytea',
  emailIndex: 'bytea',
  emailHint: 'text',
  homeAddress: 'text',
  deceased: 'bool',
  revision: 'int',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
};
const personKeys: ColumnTypes<Whole<PersonKeys>> = {
  officeCode: 'text',
  personId: 'uuid',
  wrappedKey: 'bytea',
};
const ownerPhones: ColumnTypes<Whole<OwnerPhones>> = {
  officeCode: 'text',
  phoneId: 'uuid',
  ownerId: 'uuid',
  whose: 'text',
  phoneCipher: 'bytea',
  phoneIndex: 'bytea',
  phoneHint: 'text',
  createdAt: 'timestamptz',
};
const enterprises: ColumnTypes<
  Omit<Whole<Enterprises>, 'touched' | 'withdrawnAt' | 'withdrawnWith' | 'mergedInto' | 'own'>
> = {
  officeCode: 'text',
  enterpriseId: 'uuid',
  ownerId: 'uuid',
  name: 'text',
  brand: 'text',
  activity: 'text',
  sector: 'text',
  kbliVersion: 'text',
  kbliCode: 'text',
  legalForm: 'text',
  nibAnswer: 'text',
  nib: 'text',
  reportedScale: 'text',
  computedScale: 'text',
  standing: 'text',
  verifiedOn: 'date',
  operation: 'text',
  startedOn: 'date',
  revision: 'int',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
};
const premises: ColumnTypes<Whole<Premises>> = {
  officeCode: 'text',
  premisesId: 'uuid',
  enterpriseId: 'uuid',
  kind: 'text',
  villageCode: 'text',
  rt: 'text',
  rw: 'text',
  hamlet: 'text',
  address: 'text',
  latitude: 'float8',
  longitude: 'float8',
  accuracyM: 'float8',
};
const products: ColumnTypes<Whole<Products>> = {
  officeCode: 'text',
  productId: 'uuid',
  enterpriseId: 'uuid',
  name: 'text',
  unit: 'text',
  price: 'bigint',
  monthlyCapacity: 'float8',
  createdAt: 'timestamptz',
  endedOn: 'date',
};
const enterpriseFigures: ColumnTypes<Whole<EnterpriseFigures>> = {
  officeCode: 'text',
  figureId: 'uuid',
  enterpriseId: 'uuid',
  kind: 'text',
  year: 'int',
  amount: 'bigint',
  amountUpper: 'bigint',
  grade: 'text',
  sourceKind: 'text',
  sourceId: 'uuid',
  observedOn: 'date',
  recordedAt: 'timestamptz',
  recordedBy: 'text',
};
const evidences: ColumnTypes<Whole<Evidences>> = {
  officeCode: 'text',
  evidenceId: 'uuid',
  enterpriseId: 'uuid',
  kind: 'text',
  number: 'text',
  issuer: 'text',
  issuedOn: 'date',
  expiresOn: 'date',
  grade: 'text',
  fileId: 'uuid',
  createdAt: 'timestamptz',
  createdBy: 'text',
  withdrawnAt: 'timestamptz',
};
const groupMemberships: ColumnTypes<Whole<GroupMemberships>> = {
  officeCode: 'text',
  groupMembershipId: 'uuid',
  groupId: 'uuid',
  enterpriseId: 'uuid',
  joinedOn: 'date',
  leftOn: 'date',
};
const sourceEntries: ColumnTypes<Whole<SourceEntries>> = {
  officeCode: 'text',
  sourceListId: 'uuid',
  enterpriseId: 'uuid',
  sourceRow: 'int',
  sourceKey: 'text',
};
const recordChanges: ColumnTypes<Whole<RecordChanges>> = {
  officeCode: 'text',
  changeId: 'uuid',
  enterpriseId: 'uuid',
  ownerId: 'uuid',
  changedAt: 'timestamptz',
  changedBy: 'text',
  via: 'text',
  sourceListId: 'uuid',
  kind: 'text',
  changes: 'jsonb',
};

/** Rows of every table of the register, whole: what one batch writes. */
export type RegisterRows = {
  owners: Omit<Whole<Owners>, 'mergedInto' | 'own'>[];
  personKeys: Whole<PersonKeys>[];
  ownerPhones: Whole<OwnerPhones>[];
  enterprises: Omit<Whole<Enterprises>, 'touched' | 'withdrawnAt' | 'withdrawnWith' | 'mergedInto' | 'own'>[];
  premises: Whole<Premises>[];
  products: Whole<Products>[];
  enterpriseFigures: Whole<EnterpriseFigures>[];
  evidences: Whole<Evidences>[];
  groupMemberships: Whole<GroupMemberships>[];
  sourceEntries: Whole<SourceEntries>[];
  recordChanges: Whole<RecordChanges>[];
};

export const noRegisterRows = (): RegisterRows => ({
  owners: [],
  personKeys: [],
  ownerPhones: [],
  enterprises: [],
  premises: [],
  products: [],
  enterpriseFigures: [],
  evidences: [],
  groupMemberships: [],
  sourceEntries: [],
  recordChanges: [],
});

/** One statement a table, parents before children. */
export async function insertRegisterRows(trx: Trx, rows: RegisterRows): Promise<void> {
  await bulkInsert(trx, 'owners', owners, rows.owners);
  await bulkInsert(trx, 'personKeys', personKeys, rows.personKeys);
  await bulkInsert(trx, 'ownerPhones', ownerPhones, rows.ownerPhones);
  await bulkInsert(trx, 'enterprises', enterprises, rows.enterprises);
  await bulkInsert(trx, 'premises', premises, rows.premises);
  await bulkInsert(trx, 'products', products, rows.products);
  await bulkInsert(trx, 'enterpriseFigures', enterpriseFigures, rows.enterpriseFigures);
  await bulkInsert(trx, 'evidences', evidences, rows.evidences);
  await bulkInsert(trx, 'groupMemberships', groupMemberships, rows.groupMemberships);
  await bulkInsert(trx, 'sourceEntries', sourceEntries, rows.sourceEntries);
  await bulkInsert(trx, 'recordChanges', recordChanges, rows.recordChanges);
}
