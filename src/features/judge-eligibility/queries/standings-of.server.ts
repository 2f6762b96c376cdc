import { plainDateInWib } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listRuleSets } from '../rule-set-store.server.ts';
import { compileConditions } from '../rules/compile-conditions.ts';
import { versionInForce } from '../rules/live-rule-sets.ts';
import { unpackAnswers } from '../rules/pack-answers.ts';
import { NO, UNKNOWN } from '../rules/three-valued.ts';
import { factsOf } from './facts-of.server.ts';

/**
 * What the conditions in force say of one enterprise.
 * @property standing 0 meets all, 1 one step away, 2 more than one no, 3 not known
 * @property lacking labels of the conditions answered no
 * @property unknown labels of those not known
 */
export type StandingOf = { standing: 0 | 1 | 2 | 3; lacking: string[]; unknown: string[] };

/**
 * What the conditions of a programme that are in force today say of these enterprises, from what is known now.
 * @param enterpriseIds of records that stand for themselves; others are missing from the answer; some thousand at most
 * @returns `conditions` null where the programme asks for nothing, and then nobody has a standing
 */
export async function standingsOf(
  { trx, officeCode, now }: Pick<QueryContext, 'trx' | 'officeCode' | 'now'>,
  programmeId: string,
  enterpriseIds: readonly string[],
  locale: Locale,
): Promise<{
  conditions: { key: string; label: string; remedy: string | null }[] | null;
  standings: Map<string, StandingOf>;
}> {
  const today = plainDateInWib(now.getTime());
  const ruleSet = versionInForce(await listRuleSets(trx, officeCode, programmeId), today);
  if (!ruleSet) return { conditions: null, standings: new Map() };
  const { lines } = ruleSet.conditions;
  const judge = compileConditions(ruleSet.conditions, today);
  const facts = enterpriseIds.length > 0 ? await factsOf(trx, officeCode, enterpriseIds) : [];
  return {
    conditions: lines.map(({ key, label, remedy }) => ({
      key,
      label: label[locale],
      remedy: remedy?.[locale] ?? null,
    })),
    standings: new Map(
      facts.map((one): [string, StandingOf] => {
        const { standing, answers } = judge(one);
        const codes = unpackAnswers(answers, lines.length);
        const labelled = (code: number) =>
          lines.filter((_, at) => codes[at] === code).map(({ label }) => label[locale]);
        return [one.enterpriseId, { standing, lacking: labelled(NO), unknown: labelled(UNKNOWN) }];
      }),
    ),
  };
}
