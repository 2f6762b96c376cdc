import type { PlainDate } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import type { Names } from './condition-words.ts';
import type { Answer, Condition, ConditionLine, Facts, Question } from './conditions.ts';
import { describeCondition } from './describe-condition.ts';
import { evidenceOf } from './evidence-of.ts';
import { interpret } from './interpret.ts';
import { wayToYes } from './way-to-yes.ts';

export type Reason = {
  answer: Answer;
  /** What was asked: "punya NIB". */
  asked: string;
  /** What the register says to it: "NIB 13 digit, ada berkas, 3 Mar 2026". */
  evidence: string;
};

export type Explanation = {
  key: string;
  label: string;
  answer: Answer;
  reasons: Reason[];
  /** What would make it a yes; null where it is one, or nothing the owner can do would change it. */
  change: string | null;
};

/** Why one line of a programme's conditions is met, is not, or is not known, in words an owner understands. */
export function explainLine(
  line: ConditionLine,
  facts: Facts,
  day: PlainDate,
  locale: Locale,
  names: Names = {},
): Explanation {
  const answer = interpret(line.when, facts, day);
  const questions = questionsOf(line.when);
  const reasons = questions.map(({ question }) => ({
    answer: interpret(question, facts, day),
    asked: describeCondition(question, locale, names),
    evidence: evidenceOf(question, facts, day, locale, names),
  }));
  return {
    key: line.key,
    label: line.label[locale],
    answer,
    reasons,
    change: answer === 'yes' ? null : changeFor(line, answer, questions, facts, day, locale),
  };
}

type Found = { question: Question; denied: boolean };

/** All questions of a condition; `denied` under an odd number of "not". */
function questionsOf(condition: Condition, denied = false): Found[] {
  if ('ask' in condition) return [{ question: condition, denied }];
  if ('not' in condition) return questionsOf(condition.not, !denied);
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : condition.of;
  return parts.flatMap((part) => questionsOf(part, denied));
}

function changeFor(
  line: ConditionLine,
  answer: Answer,
  questions: readonly Found[],
  facts: Facts,
  day: PlainDate,
  locale: Locale,
): string | null {
  // What the office wrote is said about a no; where something is not known yet, first comes finding out.
  if (answer === 'no' && line.remedy) return line.remedy[locale];
  const ways = questions.flatMap(({ question, denied }) => {
    const now = interpret(question, facts, day);
    const lacking = denied ? now !== 'no' : now !== 'yes';
    return lacking ? (wayToYes(question, now, denied, locale) ?? []) : [];
  });
  const unique = [...new Set(ways)];
  return unique.length === 0 ? null : unique.join(' ');
}
