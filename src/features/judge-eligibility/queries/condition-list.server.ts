import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import { findProgramme } from '../../plan-programme/index.server.ts';
import { listWithOwners } from '../../register-enterprise/index.server.ts';
import { countWanted, type JudgedRow, listAnswers } from '../answer-store.server.ts';
import { listRuleSets, type RuleSetRow } from '../rule-set-store.server.ts';
import type { ConditionListView, ListAsked, ListLine } from '../rules/eligibility-view.ts';
import { dayOfCount } from '../rules/live-rule-sets.ts';
import { unpackAnswers } from '../rules/pack-answers.ts';
import { NO, UNKNOWN } from '../rules/three-valued.ts';
import { shownVersion } from './conditions-page.server.ts';

const PAGE = 50;

export type Shown = { programme: string; ruleSet: RuleSetRow };

/** A programme and the version of its conditions that is shown; null where there is none. */
export async function shownConditions(
  context: Pick<QueryContext, 'trx' | 'officeCode' | 'now' | 'scopes'>,
  programmeId: string,
): Promise<Shown | null> {
  const { trx, officeCode, now } = context;
  const programme =
    isId(programmeId) && isOfWholeOffice(context) ? await findProgramme(trx, officeCode, programmeId) : null;
  if (!programme) return null;
  const ruleSet = shownVersion(
    await listRuleSets(trx, officeCode, programmeId),
    plainDateInWib(now.getTime()),
  );
  return ruleSet && { programme: programme.name, ruleSet };
}

/** Who stands where, page by page, with what is lacking; null where there are no conditions. */
export async function conditionList(
  context: QueryContext,
  programmeId: string,
  given: ListAsked,
  locale: Locale,
): Promise<ConditionListView | null> {
  const { trx, officeCode } = context;
  const shown = await shownConditions(context, programmeId);
  if (!shown) return null;
  const { ruleSetId, version, conditions, countedOn, effectiveOn } = shown.ruleSet;
  const isLine = (at: number) => at < conditions.lines.length;
  const asked: ListAsked = {
    ...given,
    step: given.step !== null && isLine(given.step) ? given.step : null,
    line: given.line !== null && isLine(given.line.at) ? given.line : null,
  };
  const answers = await listAnswers(trx, officeCode, ruleSetId, asked, { after: asked.after, limit: PAGE });
  return {
    programmeId,
    programme: shown.programme,
    version,
    countedOn: countedOn && dayOfCount(effectiveOn, countedOn),
    lines: conditions.lines.map(({ key, label }) => ({ key, label: label[locale] })),
    asked,
    count: await countWanted(trx, officeCode, ruleSetId, asked),
    rows: await listLines(trx, officeCode, shown.ruleSet, answers, locale),
    next: answers.length === PAGE ? (answers.at(-1)?.enterpriseId ?? null) : null,
  };
}

/** Answers with names, in their order. */
export async function listLines(
  trx: Trx,
  office: string,
  { conditions }: RuleSetRow,
  answers: readonly JudgedRow[],
  locale: Locale,
): Promise<ListLine[]> {
  const enterpriseIds = answers.map(({ enterpriseId }) => enterpriseId);
  const known = new Map(
    (await listWithOwners(trx, office, { enterpriseIds })).map((one) => [one.enterpriseId, one]),
  );
  return answers.map(({ enterpriseId, standing, answers: packed }) => {
    const one = known.get(enterpriseId);
    const codes = unpackAnswers(packed, conditions.lines.length);
    const labelled = (code: number) =>
      conditions.lines.filter((_, at) => codes[at] === code).map(({ label }) => label[locale]);
    return {
      enterpriseId,
      name: one?.name ?? '',
      ownerName: one?.ownerName ?? null,
      village: one?.villageName ?? null,
      standing,
      lacking: labelled(NO),
      unknown: labelled(UNKNOWN),
    };
  });
}
