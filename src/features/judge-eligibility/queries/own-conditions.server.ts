import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listProgrammes } from '../../plan-programme/index.server.ts';
import { standingWithinReach } from '../../register-enterprise/index.server.ts';
import { listRuleSets } from '../rule-set-store.server.ts';
import { compileConditions } from '../rules/compile-conditions.ts';
import type {
  AssessmentView,
  AssessView,
  OwnConditionsView,
  OwnProgramme,
} from '../rules/eligibility-view.ts';
import { explainLine } from '../rules/explain-line.ts';
import { versionInForce } from '../rules/live-rule-sets.ts';
import { exportRubric, type Rubric } from '../rules/rubric.ts';
import { conditionNames } from './condition-names.server.ts';
import { assessmentsOf, factsOf } from './facts-of.server.ts';
import { rubricsInUse } from './rubrics-in-use.server.ts';

/**
 * Why one enterprise meets the conditions of each programme that goes on, or does not, as of today and from what is known
 * now; null where it does not exist or lies out of the person's reach.
 */
export async function ownConditions(
  context: QueryContext,
  enterpriseId: string,
  locale: Locale,
): Promise<OwnConditionsView | null> {
  const { trx, officeCode, now } = context;
  const enterprise = isId(enterpriseId) ? await standingWithinReach(context, enterpriseId) : null;
  if (!enterprise) return null;
  const day = plainDateInWib(now.getTime());
  const [facts] = await factsOf(trx, officeCode, [enterprise.enterpriseId]);
  if (!facts) return null;
  const names = await conditionNames(trx, officeCode, locale);
  const versions = Map.groupBy(await listRuleSets(trx, officeCode), ({ programmeId }) => programmeId);
  const programmes = (await listProgrammes(trx, officeCode)).flatMap((programme): OwnProgramme[] => {
    const holds = versionInForce(versions.get(programme.programmeId) ?? [], day);
    if (!holds || programme.status !== 'active') return [];
    return [
      {
        programmeId: programme.programmeId,
        programme: programme.name,
        version: holds.version,
        standing: compileConditions(holds.conditions, day)(facts).standing,
        lines: holds.conditions.lines.map((line) => explainLine(line, facts, day, locale, names)),
      },
    ];
  });
  return { ...enterprise, day, programmes, assessments: await assessmentViews(context, enterprise, locale) };
}

async function assessmentViews(
  { trx, officeCode }: QueryContext,
  { enterpriseId }: { enterpriseId: string },
  locale: Locale,
): Promise<AssessmentView[]> {
  const rubrics = new Map((await rubricsInUse(trx, officeCode)).map((one) => [one.rubricId, one]));
  const own = (await assessmentsOf(trx, officeCode, [enterpriseId])).get(enterpriseId) ?? [];
  return own.map((one) => {
    const rubric = rubrics.get(one.rubricId);
    return {
      assessmentId: one.assessmentId,
      rubric: rubric?.name[locale] ?? '',
      version: one.rubricVersion,
      assessedOn: one.assessedOn,
      assessedBy: one.assessedByName,
      levels: Object.entries(one.levels).map(([key, level]) => {
        const aspect = rubric?.aspects.find((of) => of.key === key);
        return {
          aspect: aspect?.label[locale] ?? key,
          level,
          anchor: aspect?.anchors[level - 1]?.[locale] ?? '',
          note: one.notes[key] || null,
        };
      }),
    };
  });
}

/** What is needed to judge an enterprise by a rubric (the export rubric unless another is named). */
export async function assessPage(
  context: QueryContext,
  enterpriseId: string,
  rubricId = exportRubric.rubricId,
): Promise<AssessView | null> {
  const enterprise = isId(enterpriseId) ? await standingWithinReach(context, enterpriseId) : null;
  const rubric: Rubric | undefined = (await rubricsInUse(context.trx, context.officeCode)).find(
    (one) => one.rubricId === rubricId,
  );
  if (!enterprise || !rubric) return null;
  return { ...enterprise, today: plainDateInWib(context.now.getTime()), rubric };
}
