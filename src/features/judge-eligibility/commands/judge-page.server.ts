import type { PlainDate } from '#kernel/calendar.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import { type AnswerRow, writeAnswers } from '../answer-store.server.ts';
import type { RuleSetRow } from '../rule-set-store.server.ts';
import { compileConditions } from '../rules/compile-conditions.ts';
import type { Facts } from '../rules/conditions.ts';
import { dayOfCount } from '../rules/live-rule-sets.ts';

export type Judge = { ruleSetId: string; judge: ReturnType<typeof compileConditions>; isNew: boolean };

/** Judges of the day; conditions that are still to come are counted as of their own first day. */
export const judgesOf = (ruleSets: readonly RuleSetRow[], day: PlainDate): Judge[] =>
  ruleSets.map(({ ruleSetId, conditions, effectiveOn }) => ({
    ruleSetId,
    judge: compileConditions(conditions, dayOfCount(effectiveOn, day)),
    isNew: false,
  }));

/** So many rows and fewer are written by one statement, whichever rule set they are of. */
const FEW = 500;

/** What all rule sets answer for these enterprises, given in the order of their ids. */
export async function judgePage(
  trx: Trx,
  office: string,
  judges: readonly Judge[],
  facts: readonly Facts[],
): Promise<void> {
  const rowsOf = ({ ruleSetId, judge }: Judge): AnswerRow[] =>
    facts.map((one) => {
      const { standing, step, answers } = judge(one);
      return { ruleSetId, enterpriseId: one.enterpriseId, standing, step, answers };
    });
  if (facts.length * judges.length <= FEW) return writeAnswers(trx, office, judges.flatMap(rowsOf));
  for (const judge of judges) await writeAnswers(trx, office, rowsOf(judge), { isNew: judge.isNew });
}
