import { type Selectable, sql, type Updateable } from 'kysely';
import { bulkInsert } from '#platform/db/bulk-insert.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { OutreachRecipients } from '#platform/db/tables.ts';

export type RecipientRow = Selectable<OutreachRecipients>;

export type NewRecipient = Pick<
  RecipientRow,
  'officeCode' | 'recipientId' | 'outreachId' | 'place' | 'ownerId' | 'phoneIndex' | 'lane' | 'laneReason'
>;
export type NewOutreachEnterprise = {
  officeCode: string;
  outreachId: string;
  enterpriseId: string;
  recipientId: string;
};

export async function insertRecipients(
  trx: Trx,
  recipients: readonly NewRecipient[],
  enterprises: readonly NewOutreachEnterprise[],
): Promise<void> {
  await bulkInsert(
    trx,
    'outreachRecipients',
    {
      officeCode: 'text',
      recipientId: 'uuid',
      outreachId: 'uuid',
      place: 'int',
      ownerId: 'uuid',
      phoneIndex: 'bytea',
      lane: 'text',
      laneReason: 'text',
    },
    recipients,
  );
  await bulkInsert(
    trx,
    'outreachEnterprises',
    { officeCode: 'text', outreachId: 'uuid', enterpriseId: 'uuid', recipientId: 'uuid' },
    enterprises,
  );
}

/** `lock`: held until the transaction ends. */
export async function findRecipient(
  trx: Trx,
  office: string,
  recipientId: string,
  lock = false,
): Promise<RecipientRow | null> {
  const query = trx
    .selectFrom('outreachRecipients')
    .selectAll()
    .where('officeCode', '=', office)
    .where('recipientId', '=', recipientId);
  return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

/**
 * The next person of the queue for this officer, leased to them: whom they have before them already, else the first who
 * is nobody else's. Two who ask at once are given different people (`skip locked`). Materialized: a plan may otherwise ask
 * the subquery again for each row, and lease more than one.
 */
export async function leaseNext(
  trx: Trx,
  office: string,
  asked: { outreachId: string; userId: string; now: Date; until: Date },
): Promise<RecipientRow | null> {
  const { outreachId, userId, now, until } = asked;
  const free = (mine: boolean) => sql`select recipient_id from outreach_recipients
    where office_code = ${office} and outreach_id = ${outreachId} and lane = 'chat' and state = 'waiting'
      and ${mine ? sql`leased_by = ${userId} and leased_until > ${now}` : sql`(leased_until is null or leased_until <= ${now} or leased_by = ${userId})`}
    order by skips, place limit 1 for update skip locked`;
  for (const mine of [true, false]) {
    const { rows } = await sql<RecipientRow>`
      with chosen as materialized (${free(mine)})
      update outreach_recipients r set leased_by = ${userId}, leased_until = ${until} from chosen
      where r.office_code = ${office} and r.recipient_id = chosen.recipient_id returning r.*`.execute(trx);
    if (rows[0]) return rows[0];
  }
  return null;
}

export async function updateRecipient(
  trx: Trx,
  office: string,
  recipientId: string,
  change: Updateable<OutreachRecipients>,
): Promise<void> {
  await trx
    .updateTable('outreachRecipients')
    .set(change)
    .where('officeCode', '=', office)
    .where('recipientId', '=', recipientId)
    .execute();
}

/** Enterprises of these people, by the ids with which the list was made. */
export function listEnterprisesOf(
  trx: Trx,
  office: string,
  recipientIds: readonly string[],
): Promise<{ recipientId: string; enterpriseId: string }[]> {
  return trx
    .selectFrom('outreachEnterprises')
    .select(['recipientId', 'enterpriseId'])
    .where('officeCode', '=', office)
    .where((eb) => eb('recipientId', '=', eb.fn.any(eb.val([...recipientIds]))))
    .orderBy('recipientId')
    .orderBy('enterpriseId')
    .execute();
}

/** People of a list on these lanes, in their order. */
export function listOnLane(
  trx: Trx,
  office: string,
  asked: {
    outreachId: string;
    lane: string;
    states?: readonly string[];
    after?: number;
    limit: number;
  },
): Promise<RecipientRow[]> {
  return trx
    .selectFrom('outreachRecipients')
    .selectAll()
    .where('officeCode', '=', office)
    .where('outreachId', '=', asked.outreachId)
    .where('lane', '=', asked.lane)
    .$if(asked.states !== undefined, (query) => query.where('state', 'in', [...(asked.states ?? [])]))
    .$if(asked.after !== undefined, (query) => query.where('place', '>', asked.after ?? 0))
    .orderBy('place')
    .limit(asked.limit)
    .execute();
}

/** Numbers found to be wrong in any list, as hexadecimal. */
export async function listWrongNumbers(
  trx: Trx,
  office: string,
  phones: readonly Buffer[],
): Promise<Set<string>> {
  if (phones.length === 0) return new Set();
  const { rows } = await sql<{ phone: string }>`
    select distinct encode(phone_index, 'hex') as phone from outreach_recipients
    where office_code = ${office} and phone_index = any(${[...phones]}::bytea[])
      and lane = 'visit' and lane_reason = 'wrong_number'`.execute(trx);
  return new Set(rows.map(({ phone }) => phone));
}

/** A number that says stop leaves every queue at once; how many people that were. */
export async function takeOutOfQueues(trx: Trx, office: string, phone: Buffer): Promise<number> {
  const answer = await trx
    .updateTable('outreachRecipients')
    .set({ lane: 'none', laneReason: 'opted_out', leasedBy: null, leasedUntil: null })
    .where('officeCode', '=', office)
    .where('phoneIndex', '=', phone)
    .where('lane', 'in', ['chat', 'auto', 'email'])
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return Number(answer.numUpdatedRows);
}
