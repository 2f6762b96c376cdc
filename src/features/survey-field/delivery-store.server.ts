import { type Selectable, sql } from 'kysely';
import { bulkInsert, type ColumnTypes } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Deliveries } from '#platform/db/tables.ts';
import type { DeliveryState } from './rules/delivery-states.ts';

export type DeliveryRow = Omit<Selectable<Deliveries>, 'state'> & { state: DeliveryState };

/** Which of these envelopes the office has already, with the SHA-256 of what came under that id. */
export async function listKnownEnvelopes(
  trx: Trx,
  office: string,
  ids: readonly string[],
): Promise<Map<string, Buffer>> {
  const rows = await trx
    .selectFrom('deliveries')
    .select(['envelopeId', 'sealedHash'])
    .where('officeCode', '=', office)
    .where((eb) => eb('envelopeId', '=', eb.fn.any(eb.val([...ids]))))
    .execute();
  return new Map(rows.map(({ envelopeId, sealedHash }) => [envelopeId, sealedHash]));
}

/**
 * Takes these envelopes in hand: of two who bring the same at once one waits here for the other. Answers those that
 * nobody brought before. The ids are put in order first, so that two batches never wait for each other.
 */
export async function claimEnvelopes(
  trx: Trx,
  office: string,
  envelopes: readonly { id: string; keyId: string; hash: Buffer }[],
  facts: { phoneId: string | null; via: 'sync' | 'file'; receivedAt: Date },
): Promise<Set<string>> {
  const inOrder = envelopes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const { rows } = await sql<{ envelopeId: string }>`
    insert into deliveries (office_code, envelope_id, phone_id, via, received_at, state, key_id, sealed_hash)
    select ${office}, listed.id, ${facts.phoneId}::uuid, ${facts.via}, ${facts.receivedAt}, 'applied', listed.key_id,
      listed.hash
    from unnest(${inOrder.map(({ id }) => id)}::uuid[], ${inOrder.map(({ keyId }) => keyId)}::uuid[],
      ${inOrder.map(({ hash }) => hash)}::bytea[]) as listed(id, key_id, hash)
    on conflict (office_code, envelope_id) do nothing
    returning envelope_id`.execute(trx);
  return new Set(rows.map(({ envelopeId }) => envelopeId));
}

export type Waiting = {
  envelopeId: string;
  state: 'quarantined' | 'unreadable';
  reason: string;
  sealed: Buffer;
};

/** Envelopes that are kept as they came, until a person has looked. */
export async function updateWaiting(trx: Trx, office: string, waiting: readonly Waiting[]): Promise<void> {
  if (waiting.length === 0) return;
  await sql`update deliveries d set state = given.state, reason = given.reason, sealed = given.sealed
    from unnest(${waiting.map((one) => one.envelopeId)}::uuid[], ${waiting.map((one) => one.state)}::text[],
      ${waiting.map((one) => one.reason)}::text[], ${waiting.map((one) => one.sealed)}::bytea[])
      as given(envelope_id, state, reason, sealed)
    where d.office_code = ${office} and d.envelope_id = given.envelope_id`.execute(trx);
}

/** Keeps envelopes whose id another one holds, each once. Gives how many were new. */
export async function insertOthers(
  trx: Trx,
  office: string,
  others: readonly { id: string; keyId: string; sealed: Buffer; hash: Buffer; sealedUnder: string }[],
  { phoneId, via, receivedAt }: { phoneId: string | null; via: 'sync' | 'file'; receivedAt: Date },
): Promise<number> {
  if (others.length === 0) return 0;
  const values = others.map(({ id, keyId, sealed, hash, sealedUnder }) => ({
    officeCode: office,
    envelopeId: id,
    phoneId,
    via,
    receivedAt,
    state: 'quarantined',
    reason: 'other_under_same_id',
    keyId,
    sealed,
    sealedHash: hash,
    sealedUnder,
  }));
  const added = await trx
    .insertInto('deliveries')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning('envelopeId')
    .execute();
  return added.length;
}

export async function lockDelivery(
  trx: Trx,
  office: string,
  envelopeId: string,
): Promise<DeliveryRow | null> {
  const row = await trx
    .selectFrom('deliveries')
    .selectAll()
    .where('officeCode', '=', office)
    .where('envelopeId', '=', envelopeId)
    .forUpdate()
    .executeTakeFirst();
  return (row as DeliveryRow | undefined) ?? null;
}

export async function updateDecided(
  trx: Trx,
  office: string,
  envelopeId: string,
  decided: { state: 'released' | 'set_aside'; by: string; at: Date },
): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({
      state: decided.state,
      decidedBy: decided.by,
      decidedAt: decided.at,
      // What was put in stands among the submissions; what was set aside is kept as it came.
      ...(decided.state === 'released' ? { sealed: null } : {}),
    })
    .where('officeCode', '=', office)
    .where('envelopeId', '=', envelopeId)
    .execute();
}

/** What waits for a person, oldest first. */
export async function listWaiting(trx: Trx, office: string, limit: number): Promise<DeliveryRow[]> {
  const rows = await trx
    .selectFrom('deliveries')
    .selectAll()
    .where('officeCode', '=', office)
    .where('state', 'in', ['quarantined', 'unreadable'])
    .orderBy('receivedAt')
    .orderBy('envelopeId')
    .limit(limit)
    .execute();
  return rows as DeliveryRow[];
}

export async function countWaiting(
  trx: Trx,
  office: string,
): Promise<{ quarantined: number; unreadable: number }> {
  const { rows } = await sql<{ quarantined: number; unreadable: number }>`
    select count(*) filter (where state = 'quarantined')::int as quarantined,
      count(*) filter (where state = 'unreadable')::int as unreadable
    from deliveries where office_code = ${office} and state in ('quarantined', 'unreadable')`.execute(trx);
  return rows[0]!;
}

export type NewSubmission = {
  officeCode: string;
  submissionId: string;
  roundId: string;
  rowId: string | null;
  enterpriseId: string | null;
  recheckOf: string | null;
  phoneId: string | null;
  userId: string;
  formId: string;
  formVersion: number;
  appVersion: string;
  isFinished: boolean;
  verdict: string | null;
  startedAt: Date;
  finishedAt: Date;
  receivedAt: Date;
  clockOffS: number | null;
  activeS: number | null;
  latitude: number | null;
  longitude: number | null;
  accuracyM: number | null;
  answers: string;
  preloaded: string;
  personal: Buffer | null;
  phoneIndex: Buffer | null;
  photoNotes: string;
  villageCode: string | null;
  baseRevision: number | null;
};

const submissionTypes: ColumnTypes<NewSubmission> = {
  officeCode: 'text',
  submissionId: 'uuid',
  roundId: 'uuid',
  rowId: 'uuid',
  enterpriseId: 'uuid',
  recheckOf: 'uuid',
  phoneId: 'uuid',
  userId: 'text',
  formId: 'text',
  formVersion: 'int',
  appVersion: 'text',
  isFinished: 'bool',
  verdict: 'text',
  startedAt: 'timestamptz',
  finishedAt: 'timestamptz',
  receivedAt: 'timestamptz',
  clockOffS: 'int',
  activeS: 'int',
  latitude: 'float8',
  longitude: 'float8',
  accuracyM: 'float8',
  answers: 'jsonb',
  preloaded: 'jsonb',
  personal: 'bytea',
  phoneIndex: 'bytea',
  photoNotes: 'jsonb',
  villageCode: 'text',
  baseRevision: 'int',
};

export type WrappedKey = { officeCode: string; personId: string; wrappedKey: Buffer };
const keyTypes: ColumnTypes<WrappedKey> = { officeCode: 'text', personId: 'uuid', wrappedKey: 'bytea' };

export async function insertSubmissions(
  trx: Trx,
  submissions: readonly NewSubmission[],
  keys: readonly WrappedKey[],
): Promise<void> {
  await bulkInsert(trx, 'personKeys', keyTypes, keys);
  await bulkInsert(trx, 'submissions', submissionTypes, submissions);
}

/** Adds a conflict to these submissions, once. */
export async function addConflict(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
  conflict: string,
): Promise<void> {
  if (submissionIds.length === 0) return;
  await sql`update submissions set conflicts = array_append(conflicts, ${conflict}),
      touched = pg_current_xact_id()::text::bigint
    where office_code = ${office} and submission_id = any(${[...submissionIds]}::uuid[])
      and not conflicts @> array[${conflict}]`.execute(trx);
}

export type StandingAnswer = {
  submissionId: string;
  rowId: string | null;
  userId: string;
  status: string;
  hasVerdict: boolean;
};

/** Answers to these rows that stand: received, sent back or approved. Second looks are no answers of their own. */
export async function listStandingAnswers(
  trx: Trx,
  office: string,
  rowIds: readonly string[],
): Promise<StandingAnswer[]> {
  if (rowIds.length === 0) return [];
  const { rows } = await sql<StandingAnswer>`
    select submission_id, row_id, user_id, status, verdict is not null as has_verdict from submissions
    where office_code = ${office} and row_id = any(${[...rowIds]}::uuid[]) and recheck_of is null
      and status in ('received', 'sent_back', 'approved')`.execute(trx);
  return rows;
}

/** Submissions with these ids that are there already, with what tells whether they are the same. */
export function listSameIds(trx: Trx, office: string, submissionIds: readonly string[]) {
  return trx
    .selectFrom('submissions')
    .select(['submissionId', 'userId', 'finishedAt'])
    .where('officeCode', '=', office)
    .where((eb) => eb('submissionId', '=', eb.fn.any(eb.val([...submissionIds]))))
    .execute();
}

/** Of two who found an enterprise under the same id at once, the second waits here until the first is saved. */
export async function lockNewIds(trx: Trx, office: string, enterpriseIds: readonly string[]): Promise<void> {
  if (enterpriseIds.length === 0) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${office} || listed.id, 0))
    from (select unnest(${[...enterpriseIds]}::text[]) as id order by 1) listed`.execute(trx);
}

/** Who found these enterprises in the field first, by enterprise. */
export async function listFinders(
  trx: Trx,
  office: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, string>> {
  if (enterpriseIds.length === 0) return new Map();
  const { rows } = await sql<{ enterpriseId: string; userId: string }>`
    select distinct on (enterprise_id) enterprise_id, user_id from submissions
    where office_code = ${office} and enterprise_id = any(${[...enterpriseIds]}::uuid[]) and row_id is null
    order by enterprise_id, received_at, submission_id`.execute(trx);
  return new Map(rows.map(({ enterpriseId, userId }) => [enterpriseId, userId]));
}

/** These were answered anew: what was sent back, or told that nobody was home, is history. */
export async function markReplaced(
  trx: Trx,
  office: string,
  submissionIds: readonly string[],
): Promise<void> {
  if (submissionIds.length === 0) return;
  await sql`update submissions set status = 'replaced', touched = pg_current_xact_id()::text::bigint
    where office_code = ${office} and submission_id = any(${[...submissionIds]}::uuid[])`.execute(trx);
}

/** Which of these are codes of villages. */
export async function listVillagesAmong(trx: Trx, codes: readonly string[]): Promise<Set<string>> {
  if (codes.length === 0) return new Set();
  const rows = await trx
    .selectFrom('areas')
    .select('areaCode')
    .where('level', '=', 'village')
    .where((eb) => eb('areaCode', '=', eb.fn.any(eb.val([...codes]))))
    .execute();
  return new Set(rows.map(({ areaCode }) => areaCode));
}

/** Names of people who had a role in the office, by their ids. */
export async function listUserNames(trx: Trx, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await trx
    .selectFrom('authUsers as u')
    .select(['u.id', 'u.name'])
    .where((eb) => eb('u.id', '=', eb.fn.any(eb.val([...userIds]))))
    // Only of this office: the policy shows no other memberships.
    .where('u.id', 'in', (eb) => eb.selectFrom('memberships').select('userId'))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
