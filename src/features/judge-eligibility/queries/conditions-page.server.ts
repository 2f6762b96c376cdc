import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { isId } from '#kernel/id.ts';
import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findTask, isStuck } from '#platform/tasks/long-task.server.ts';
import { findProgramme } from '../../plan-programme/index.server.ts';
import { countAnswers } from '../answer-store.server.ts';
import { listRuleSets, type RuleSetRow } from '../rule-set-store.server.ts';
import { describeCondition } from '../rules/describe-condition.ts';
import type { ConditionsView, CountTask } from '../rules/eligibility-view.ts';
import { lineNumbers } from '../rules/line-numbers.ts';
import { dayOfCount, versionInForce } from '../rules/live-rule-sets.ts';
import { findOpenRun } from '../run-store.server.ts';
import { conditionNames } from './condition-names.server.ts';

/** The version that holds; while none does the one that comes next. */
export function shownVersion(versions: readonly RuleSetRow[], day: string): RuleSetRow | null {
  return (
    versionInForce(versions, day) ??
    versions.toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))[0] ??
    null
  );
}

/** A programme's conditions and what the whole register answers; null where there is none, or the person sees a part only. */
export async function conditionsPage(
  context: QueryContext,
  programmeId: string,
  locale: Locale,
): Promise<ConditionsView | null> {
  const { trx, officeCode, now } = context;
  const programme =
    isId(programmeId) && isOfWholeOffice(context) ? await findProgramme(trx, officeCode, programmeId) : null;
  if (!programme) return null;
  const today = plainDateInWib(now.getTime());
  const versions = await listRuleSets(trx, officeCode, programmeId);
  const shown = shownVersion(versions, today);
  const holds = versionInForce(versions, today);
  return {
    programmeId,
    programme: programme.name,
    isActive: programme.status === 'active',
    holding: shown && (await numbersOf(context, shown, today, locale)),
    versions: versions.map((one) => ({
      version: one.version,
      effectiveOn: one.effectiveOn,
      note: one.note,
      createdAt: one.createdAt.getTime(),
      createdBy: one.createdBy,
      lines: one.conditions.lines.length,
      holds: one === holds,
    })),
    task: await countTask(context),
  };
}

async function numbersOf(
  { trx, officeCode }: QueryContext,
  { ruleSetId, version, effectiveOn, conditions, countedOn, countedAt }: RuleSetRow,
  today: string,
  locale: Locale,
): Promise<NonNullable<ConditionsView['holding']>> {
  const names = await conditionNames(trx, officeCode, locale);
  const patterns = countedOn === null ? [] : await countAnswers(trx, officeCode, ruleSetId);
  const { standings, total, lines } = lineNumbers(patterns, conditions.lines.length);
  return {
    version,
    effectiveOn,
    isToCome: effectiveOn > today,
    counted:
      countedOn === null || countedAt === null
        ? null
        : { on: dayOfCount(effectiveOn, countedOn), at: countedAt.getTime(), standings, total },
    lines: conditions.lines.map(({ key, label, when }, at) => ({
      key,
      label: label[locale],
      asked: describeCondition(when, locale, names),
      ...lines[at]!,
    })),
  };
}

/** The count that is under way, or that failed. */
export async function countTask({ trx, officeCode, now }: QueryContext): Promise<CountTask | null> {
  const run = await findOpenRun(trx, officeCode);
  const task = run && (await findTask(trx, officeCode, run.taskId));
  if (!task) return null;
  const failed = isStuck(task, now);
  return { done: task.doneCount, total: task.totalCount, running: !failed, failed };
}
