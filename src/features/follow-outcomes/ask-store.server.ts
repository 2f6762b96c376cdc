import { type Selectable, sql } from 'kysely';
import { bulkInsert } from '#platform/db/bulk-insert.server.ts';
import type { Database, Trx } from '#platform/db/connect.server.ts';
import type { OutcomeAsks } from '#platform/db/tables.ts';
import type { Wave } from './rules/ask-calendar.ts';

export type AskRow = Omit<Selectable<OutcomeAsks>, 'officeCode' | 'months'> & { months: Wave };
export type NewAsk = Omit<AskRow, 'codeHash' | 'linkMadeAt'>;

const columns = {
  askId: 'uuid',
  participantId: 'uuid',
  intakeId: 'uuid',
  enterpriseId: 'uuid',
  months: 'int',
  dueOn: 'date',
  closesOn: 'date',
  createdAt: 'timestamptz',
} as const;

/** Adds those that are not there yet; answers how many were added. */
export function insertAsks(trx: Trx, office: string, asks: readonly NewAsk[]): Promise<number> {
  return bulkInsert(
    trx,
    'outcomeAsks',
    { officeCode: 'text', ...columns },
    asks.map((ask) => ({ officeCode: office, ...ask })),
    { skipSame: true },
  );
}

/** Asks of an intake, or of these enterprises (ids as written), in the order in which they are due. */
export async function listAsks(
  trx: Trx,
  office: string,
  of: { intakeId: string } | { enterpriseIds: readonly string[] },
): Promise<AskRow[]> {
  const query = trx.selectFrom('outcomeAsks').selectAll().where('officeCode', '=', office);
  const narrowed =
    'intakeId' in of
      ? query.where('intakeId', '=', of.intakeId)
      : query.where((eb) => eb('enterpriseId', '=', eb.fn.any(eb.val([...of.enterpriseIds]))));
  return (await narrowed.orderBy('dueOn').orderBy('askId').execute()) as AskRow[];
}

/** Null where there is none. `lock`: held until the transaction ends. */
export async function findAsk(trx: Trx, office: string, askId: string, lock = false): Promise<AskRow | null> {
  const query = trx
    .selectFrom('outcomeAsks')
    .selectAll()
    .where('officeCode', '=', office)
    .where('askId', '=', askId);
  return ((await (lock ? query.forUpdate() : query).executeTakeFirst()) as AskRow | undefined) ?? null;
}

/** By the hash of its link's code, held until the transaction ends. */
export async function findAskByHash(trx: Trx, office: string, codeHash: Buffer): Promise<AskRow | null> {
  const row = await trx
    .selectFrom('outcomeAsks')
    .selectAll()
    .where('officeCode', '=', office)
    .where('codeHash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
  return (row as AskRow | undefined) ?? null;
}

export async function updateLink(
  trx: Trx,
  office: string,
  askId: string,
  link: { codeHash: Buffer; linkMadeAt: Date },
): Promise<void> {
  await trx
    .updateTable('outcomeAsks')
    .set(link)
    .where('officeCode', '=', office)
    .where('askId', '=', askId)
    .execute();
}

/** Which ask of which office the holder of a code is asked, whatever office it is. */
export async function findByCode(
  db: Database,
  codeHash: Buffer,
): Promise<{ officeCode: string; askId: string } | null> {
  const { rows } = await sql<{ officeCode: string; askId: string }>`
    select office_code, ask_id from outcome_ask_by_code(${codeHash})`.execute(db);
  return rows[0] ?? null;
}

export async function listOfficesWithParticipants(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{
    officeCode: string;
  }>`select office_code from offices_with_participants()`.execute(trx);
  return rows.map(({ officeCode }) => officeCode);
}

/** Intakes that have their asks. */
export async function listAskedIntakes(trx: Trx, office: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('outcomeAsks')
    .select('intakeId')
    .distinct()
    .where('officeCode', '=', office)
    .execute();
  return rows.map(({ intakeId }) => intakeId);
}

/** Enterprises (ids as written) that may be asked on the day. */
export async function listOpenEnterprises(trx: Trx, office: string, today: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('outcomeAsks')
    .select('enterpriseId')
    .distinct()
    .where('officeCode', '=', office)
    .where('dueOn', '<=', today)
    .where('closesOn', '>=', today)
    .execute();
  return rows.map(({ enterpriseId }) => enterpriseId);
}

export type WaveCount = {
  intakeId: string;
  months: Wave;
  dueOn: string;
  closesOn: string;
  people: number;
  answered: number;
  confirmed: number;
};

/**
 * How each wave of each intake stands; `among`: only of these enterprises (ids as written). An answer that the owner
 * disputed does not count.
 */
export async function countWaves(
  trx: Trx,
  office: string,
  among: readonly string[] | null,
): Promise<WaveCount[]> {
  const { rows } = await sql<WaveCount>`
    select a.intake_id, a.months, min(a.due_on)::text as due_on, max(a.closes_on)::text as closes_on,
      count(*)::int as people, count(newest.via)::int as answered,
      count(*) filter (where newest.via = 'owner' or newest.confirmed_at is not null)::int as confirmed
    from outcome_asks a
    left join lateral (
      select w.via, w.confirmed_at from outcome_answers w
      where w.office_code = a.office_code and w.ask_id = a.ask_id and w.disputed_at is null
      order by w.recorded_at desc, w.answer_id desc limit 1
    ) newest on true
    where a.office_code = ${office}
      ${among === null ? sql`` : sql`and a.enterprise_id = any(${[...among]}::uuid[])`}
    group by 1, 2`.execute(trx);
  return rows;
}

/** An intake ended on another day than was thought: asks of which nobody was told yet follow. */
export async function moveAsks(
  trx: Trx,
  office: string,
  { intakeId, months, dueOn, closesOn }: { intakeId: string; months: Wave; dueOn: string; closesOn: string },
): Promise<void> {
  await sql`
    update outcome_asks a set due_on = ${dueOn}, closes_on = ${closesOn}
    where a.office_code = ${office} and a.intake_id = ${intakeId} and a.months = ${months}
      and a.due_on <> ${dueOn} and a.code_hash is null
      and not exists (select 1 from outcome_answers w where w.office_code = a.office_code and w.ask_id = a.ask_id)`.execute(
    trx,
  );
}
