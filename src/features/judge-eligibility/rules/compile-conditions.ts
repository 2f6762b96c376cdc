import type { PlainDate } from '#kernel/calendar.ts';
import { compileQuestion } from './compile-question.ts';
import type { Condition, ConditionSet, Facts } from './conditions.ts';
import { answerPacker, type Judged } from './pack-answers.ts';
import { type Asked, allOf, anyOf, atLeastOf, type Code, notOf } from './three-valued.ts';

/** A condition as a function of facts, for one day of counting. Closures all the way down: nothing is evaluated as text. */
export function compileCondition(condition: Condition, day: PlainDate): Asked<Facts> {
  if ('ask' in condition) return compileQuestion(condition, day);
  if ('not' in condition) return notOf(compileCondition(condition.not, day));
  if ('all' in condition) return allOf(condition.all.map((part) => compileCondition(part, day)));
  if ('any' in condition) return anyOf(condition.any.map((part) => compileCondition(part, day)));
  return atLeastOf(
    condition.atLeast,
    condition.of.map((part) => compileCondition(part, day)),
  );
}

/** A whole set: what one enterprise answers line by line, and where it stands. */
export function compileConditions({ lines }: ConditionSet, day: PlainDate): (facts: Facts) => Judged {
  const asked = lines.map(({ when }) => compileCondition(when, day));
  const codes: Code[] = asked.map(() => 0);
  const pack = answerPacker(asked.length);
  return (facts) => {
    for (let at = 0; at < asked.length; at++) codes[at] = asked[at]!(facts);
    return pack(codes);
  };
}
