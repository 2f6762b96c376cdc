import { sql } from 'kysely';
import type { PlainDate } from '#kernel/calendar.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import type { ConditionSet } from './rules/conditions.ts';

export type RuleSetRow = {
  ruleSetId: string;
  programmeId: string;
  version: number;
  conditions: ConditionSet;
  effectiveOn: PlainDate;
  note: string | null;
  createdAt: Date;
  createdBy: string;
  /** Changes by transactions before this one are counted; null: not counted. */
  countedUpTo: number | null;
  countedOn: PlainDate | null;
  countedAt: Date | null;
};

const columns = [
  'ruleSetId',
  'programmeId',
  'version',
  'conditions',
  'effectiveOn',
  'note',
  'createdAt',
  'createdBy',
  'countedOn',
  'countedAt',
] as const;
/** A number that this database has not given out yet came with a backup of another one and says nothing. */
const countedUpTo = sql<
  number | null
>`case when counted_up_to <= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
  then counted_up_to end`.as('countedUpTo');

/** All versions of a programme, or of all programmes, newest first. */
export async function listRuleSets(trx: Trx, office: string, programmeId?: string): Promise<RuleSetRow[]> {
  let query = trx
    .selectFrom('ruleSets')
    .select([...columns])
    .select(countedUpTo)
    .where('officeCode', '=', office)
    .orderBy('version', 'desc');
  if (programmeId !== undefined) query = query.where('programmeId', '=', programmeId);
  return (await query.execute()) as unknown as RuleSetRow[];
}

export async function insertRuleSet(
  trx: Trx,
  office: string,
  row: Omit<RuleSetRow, 'countedUpTo' | 'countedOn' | 'countedAt'>,
): Promise<void> {
  await trx
    .insertInto('ruleSets')
    .values({ officeCode: office, ...row, conditions: JSON.stringify(row.conditions) })
    .execute();
}

/** From now on their answers are true for this day, but for what is touched from `upTo` on. */
export async function markCounted(
  trx: Trx,
  office: string,
  ruleSetIds: readonly string[],
  { upTo, on, at }: { upTo: number; on: PlainDate; at: Date },
): Promise<void> {
  await trx
    .updateTable('ruleSets')
    .set({ countedUpTo: upTo, countedOn: on, countedAt: at })
    .where('officeCode', '=', office)
    .where((eb) => eb('ruleSetId', '=', eb.fn.any(eb.val([...ruleSetIds]))))
    .execute();
}

/** Leaves out the answers of all versions but these: of those that hold no longer. */
export async function dropOtherAnswers(trx: Trx, office: string, keep: readonly string[]): Promise<void> {
  await sql`with dropped as (update rule_sets set counted_up_to = null, counted_on = null, counted_at = null
      where office_code = ${office} and counted_on is not null and rule_set_id <> all(${[...keep]}::uuid[])
      returning rule_set_id)
    delete from eligibility where office_code = ${office}
      and rule_set_id in (select rule_set_id from dropped)`.execute(trx);
}

/** Offices whose programmes have conditions; before any office is known. */
export async function listOfficesWithConditions(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{
    officeCode: string;
  }>`select office_code from offices_with_conditions()`.execute(trx);
  return rows.map(({ officeCode }) => officeCode);
}
