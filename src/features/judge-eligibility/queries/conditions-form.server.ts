import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findProgramme } from '../../plan-programme/index.server.ts';
import {
  areasForLists,
  countStanding,
  listGroupChoices,
  listStandingSample,
} from '../../register-enterprise/index.server.ts';
import { listRuleSets } from '../rule-set-store.server.ts';
import type { ConditionsFormView, Preview } from '../rules/builder-view.ts';
import { compileConditions } from '../rules/compile-conditions.ts';
import { conditionTemplates, plainConditions } from '../rules/condition-templates.ts';
import type { ConditionSet } from '../rules/conditions.ts';
import { describeCondition } from '../rules/describe-condition.ts';
import { lineNumbers } from '../rules/line-numbers.ts';
import { conditionNames } from './condition-names.server.ts';
import { factsOf } from './facts-of.server.ts';
import { rubricsInUse } from './rubrics-in-use.server.ts';

/** So many are asked before saving: enough to see the size of a thing, quick enough to wait for. */
const SAMPLE = 2_000;

export async function conditionsForm(
  context: QueryContext,
  programmeId: string,
  locale: Locale,
): Promise<ConditionsFormView | null> {
  const { trx, officeCode, now } = context;
  const programme =
    isId(programmeId) && isOfWholeOffice(context) ? await findProgramme(trx, officeCode, programmeId) : null;
  if (!programme) return null;
  const [newest] = await listRuleSets(trx, officeCode, programmeId);
  const districts = new Map(
    (await areasForLists(trx, officeCode)).map((area) => [area.districtCode, area.districtName]),
  );
  return {
    programmeId,
    programme: programme.name,
    newestVersion: newest?.version ?? 0,
    today: plainDateInWib(now.getTime()),
    conditions: newest?.conditions ?? conditionTemplates[programme.template ?? ''] ?? plainConditions,
    isTemplate: !newest,
    choices: {
      districts: [...districts].map(([value, label]) => ({ value, label })),
      groups: (await listGroupChoices(trx)).map(({ groupId, name }) => ({ value: groupId, label: name })),
      rubrics: (await rubricsInUse(trx, officeCode)).map(({ rubricId, name }) => ({
        value: rubricId,
        label: name[locale],
      })),
    },
  };
}

/** How many would meet these conditions: everybody where they are few, else the same sample every time. */
export async function previewConditions(
  { trx, officeCode, now }: QueryContext,
  conditions: ConditionSet,
): Promise<Preview> {
  const ids = await listStandingSample(trx, officeCode, SAMPLE);
  const facts = await factsOf(trx, officeCode, ids);
  const judge = compileConditions(conditions, plainDateInWib(now.getTime()));
  const patterns = facts.map((one) => ({ ...judge(one), count: 1 }));
  const { standings, lines } = lineNumbers(patterns, conditions.lines.length);
  return { asked: facts.length, all: await countStanding(trx, officeCode), standings, lines };
}

/** Each line in words, for the builder. */
export async function linesInWords(
  { trx, officeCode }: QueryContext,
  { lines }: ConditionSet,
  locale: Locale,
): Promise<string[]> {
  const names = await conditionNames(trx, officeCode, locale);
  return lines.map(({ when }) => describeCondition(when, locale, names));
}
