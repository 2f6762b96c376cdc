import { sql } from 'kysely';
import type { Trx } from '#platform/db/connect.server.ts';
import type { Judged } from './rules/pack-answers.ts';

export type JudgedRow = Judged & { enterpriseId: string };
export type AnswerRow = JudgedRow & { ruleSetId: string };

/**
 * Writes what rule sets answer for enterprises, best in the order of the key; a row that says the same is left alone.
 * `isNew`: no row of them is there yet.
 */
export async function writeAnswers(
  trx: Trx,
  office: string,
  rows: readonly AnswerRow[],
  { isNew = false }: { isNew?: boolean } = {},
): Promise<void> {
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) return;
  // Array literals written here: the driver's own take longer than the insert.
  const array = (pick: (row: AnswerRow) => string | number | null) =>
    `{${rows.map((row) => pick(row) ?? 'NULL').join(',')}}`;
  const given = sql`unnest(${array((row) => row.ruleSetId)}::uuid[], ${array((row) => row.enterpriseId)}::uuid[],
    ${array((row) => row.standing)}::int2[], ${array((row) => row.step)}::int2[],
    ${array((row) => hexOf(row.answers))}::text[]) as given (rule_set_id, enterprise_id, standing, step, packed)`;
  // The bounds keep a whole count from looking through all that is there for each of its pages.
  const known = isNew
    ? sql``
    : sql`left join eligibility kept on kept.office_code = ${office} and kept.rule_set_id = given.rule_set_id
        and kept.enterprise_id = given.enterprise_id
        ${first.ruleSetId === last.ruleSetId ? sql`and kept.rule_set_id = ${first.ruleSetId}::uuid` : sql``}
        and kept.enterprise_id between ${first.enterpriseId}::uuid and ${last.enterpriseId}::uuid
      where kept.enterprise_id is null or kept.standing <> given.standing or kept.step is distinct from given.step
        or kept.answers <> decode(given.packed, 'hex')`;
  await sql`insert into eligibility (office_code, rule_set_id, enterprise_id, standing, step, answers)
    select ${office}, given.rule_set_id, given.enterprise_id, given.standing, given.step, decode(given.packed, 'hex')
    from ${given} ${known}
    ${
      isNew
        ? sql``
        : sql`on conflict (office_code, rule_set_id, enterprise_id) do update
      set standing = excluded.standing, step = excluded.step, answers = excluded.answers`
    }`.execute(trx);
}

/** Answers of many enterprises are one and the same buffer. */
const hexes = new WeakMap<Buffer, string>();
function hexOf(answers: Buffer): string {
  let hex = hexes.get(answers);
  if (hex === undefined) {
    hex = answers.toString('hex');
    hexes.set(answers, hex);
  }
  return hex;
}

/** Whether any answer of the rule set is there. */
export async function hasAnswers(trx: Trx, office: string, ruleSetId: string): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select exists (select 1 from eligibility
    where office_code = ${office} and rule_set_id = ${ruleSetId}) as there`.execute(trx);
  return rows[0]!.there;
}

/**
 * Takes out the rows between two ids (null: without end) that are not of these enterprises: they stand for themselves no
 * longer.
 */
export async function deleteBetween(
  trx: Trx,
  office: string,
  ruleSetIds: readonly string[],
  { after, upTo, but }: { after: string | null; upTo: string | null; but: readonly string[] },
): Promise<void> {
  for (const ruleSetId of ruleSetIds)
    await sql`delete from eligibility where office_code = ${office} and rule_set_id = ${ruleSetId}
      ${after === null ? sql`` : sql`and enterprise_id > ${after}::uuid`}
      ${upTo === null ? sql`` : sql`and enterprise_id <= ${upTo}::uuid`}
      and enterprise_id <> all(${`{${but.join(',')}}`}::uuid[])`.execute(trx);
}

/** Takes out the rows of these enterprises. */
export async function deleteAnswersOf(
  trx: Trx,
  office: string,
  ruleSetIds: readonly string[],
  enterpriseIds: readonly string[],
): Promise<void> {
  if (enterpriseIds.length === 0) return;
  await sql`delete from eligibility where office_code = ${office} and rule_set_id = any(${[...ruleSetIds]}::uuid[])
    and enterprise_id = any(${[...enterpriseIds]}::uuid[])`.execute(trx);
}

export type CountedAnswers = { standing: 0 | 1 | 2 | 3; step: number | null; answers: Buffer; count: number };

/** How many enterprises answer alike: few rows, from which every number of a page is added up. */
export async function countAnswers(trx: Trx, office: string, ruleSetId: string): Promise<CountedAnswers[]> {
  const { rows } =
    await sql<CountedAnswers>`select standing, step, answers, count(*)::int as count from eligibility
    where office_code = ${office} and rule_set_id = ${ruleSetId} group by standing, step, answers`.execute(
      trx,
    );
  return rows;
}

/** Which answers are wanted: where they stand, by which step, and what one line answers. */
export type AnswerFilter = {
  standing: number | null;
  step: number | null;
  line: { at: number; code: number } | null;
};

const wanted = ({ standing, step, line }: AnswerFilter) =>
  sql.join(
    [
      sql`true`,
      ...(standing === null ? [] : [sql`standing = ${standing}::int2`]),
      ...(step === null ? [] : [sql`step = ${step}::int2`]),
      ...(line === null
        ? []
        : [
            sql`(get_byte(answers, ${line.at >> 2}::int) >> ${(line.at & 3) * 2}::int) & 3 = ${line.code}::int`,
          ]),
    ],
    sql` and `,
  );

export async function countWanted(
  trx: Trx,
  office: string,
  ruleSetId: string,
  filter: AnswerFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from eligibility
    where office_code = ${office} and rule_set_id = ${ruleSetId} and ${wanted(filter)}`.execute(trx);
  return rows[0]!.count;
}

/** Answers behind `after` in the order of enterprises' ids. */
export async function listAnswers(
  trx: Trx,
  office: string,
  ruleSetId: string,
  filter: AnswerFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<JudgedRow[]> {
  const { rows } = await sql<JudgedRow>`select enterprise_id, standing, step, answers from eligibility
    where office_code = ${office} and rule_set_id = ${ruleSetId} and ${wanted(filter)}
      ${after === null ? sql`` : sql`and enterprise_id > ${after}::uuid`}
    order by enterprise_id limit ${limit}`.execute(trx);
  return rows;
}
