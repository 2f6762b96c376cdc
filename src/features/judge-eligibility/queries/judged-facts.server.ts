import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listRuleSets } from '../rule-set-store.server.ts';
import { compileConditions } from '../rules/compile-conditions.ts';
import type { Facts } from '../rules/conditions.ts';
import { versionInForce } from '../rules/live-rule-sets.ts';
import { unpackAnswers } from '../rules/pack-answers.ts';
import { NO, UNKNOWN } from '../rules/three-valued.ts';
import { factsOf } from './facts-of.server.ts';

type Text = { id: string; en: string };

/**
 * @property standing 0 meets all, 1 lacks one, 2 lacks more or one beside something unknown, 3 not known; null: nothing is asked
 * @property lacking labels of the conditions answered no
 * @property unknown labels of those not known
 */
export type JudgedFacts = Facts & { standing: 0 | 1 | 2 | 3 | null; lacking: Text[]; unknown: Text[] };

/**
 * What these enterprises are known by, and what a programme's conditions in force today say of it; those that do not stand
 * for themselves are left out. Some thousand at most.
 */
export async function judgedFacts(
  { trx, officeCode, now }: Pick<QueryContext, 'trx' | 'officeCode' | 'now'>,
  programmeId: string,
  enterpriseIds: readonly string[],
): Promise<Map<string, JudgedFacts>> {
  const today = plainDateInWib(now.getTime());
  const ruleSet = versionInForce(await listRuleSets(trx, officeCode, programmeId), today);
  const lines = ruleSet?.conditions.lines ?? [];
  const judge = ruleSet && compileConditions(ruleSet.conditions, today);
  const facts = enterpriseIds.length > 0 ? await factsOf(trx, officeCode, enterpriseIds) : [];
  return new Map(
    facts.map((one): [string, JudgedFacts] => {
      if (!judge) return [one.enterpriseId, { ...one, standing: null, lacking: [], unknown: [] }];
      const { standing, answers } = judge(one);
      const codes = unpackAnswers(answers, lines.length);
      const labelled = (code: number) =>
        lines.filter((_, at) => codes[at] === code).map(({ label }) => label);
      return [one.enterpriseId, { ...one, standing, lacking: labelled(NO), unknown: labelled(UNKNOWN) }];
    }),
  );
}

/** Whether a programme has conditions in force today. */
export async function hasConditions(
  { trx, officeCode, now }: Pick<QueryContext, 'trx' | 'officeCode' | 'now'>,
  programmeId: string,
): Promise<boolean> {
  const today = plainDateInWib(now.getTime());
  return versionInForce(await listRuleSets(trx, officeCode, programmeId), today) !== null;
}
