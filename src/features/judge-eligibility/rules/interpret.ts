import { addDays, addMonths, type PlainDate, yearsBetween } from '#kernel/calendar.ts';
import type { Answer, Condition, Facts, Question } from './conditions.ts';

/**
 * What a condition answers, read plainly from its definition: for the explanation of one enterprise, and the measure of
 * the compiled form (compile-conditions.test.ts), with which it shares nothing.
 */
export function interpret(condition: Condition, facts: Facts, day: PlainDate): Answer {
  if ('ask' in condition) return answerTo(condition, facts, day);
  if ('not' in condition) {
    const inner = interpret(condition.not, facts, day);
    return inner === 'unknown' ? 'unknown' : inner === 'yes' ? 'no' : 'yes';
  }
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : condition.of;
  const wanted = 'all' in condition ? parts.length : 'any' in condition ? 1 : condition.atLeast;
  const answers = parts.map((part) => interpret(part, facts, day));
  const yes = answers.filter((answer) => answer === 'yes').length;
  const perhaps = answers.filter((answer) => answer !== 'no').length;
  return yes >= wanted ? 'yes' : perhaps < wanted ? 'no' : 'unknown';
}

const whether = (met: boolean): Answer => (met ? 'yes' : 'no');

function answerTo(question: Question, facts: Facts, day: PlainDate): Answer {
  const since = (months: number | undefined) => (months === undefined ? null : addMonths(day, -months));
  const isAfter = (date: PlainDate, from: PlainDate | null) => from === null || date >= from;
  const among = (value: string | null, list: readonly string[], saysNothing: readonly string[] = []) =>
    value === null || (saysNothing.includes(value) && !list.includes(value))
      ? 'unknown'
      : whether(list.includes(value));
  switch (question.ask) {
    case 'evidence':
      return evidenceAnswer(question, facts, day);
    case 'nib':
      if (facts.nib === 'known' || facts.evidences.some(({ kind }) => kind === 'nib')) return 'yes';
      return facts.nib === 'none_yet' ? 'no' : 'unknown';
    case 'operation':
      return among(facts.operation, question.in, ['unknown', 'refused', 'not_found']);
    case 'verified':
      return whether(facts.verifiedOn !== null && isAfter(facts.verifiedOn, since(question.withinMonths)));
    case 'scale':
      return among(facts.scale, question.in);
    case 'sector':
      return among(facts.sector, question.in, ['other']);
    case 'kbli':
      if (facts.kbli?.version !== question.version) return 'unknown';
      return whether(question.beginsWith.some((digits) => facts.kbli?.code.startsWith(digits)));
    case 'area': {
      const { villageCode } = facts;
      if (villageCode === null) return 'unknown';
      return whether(question.in.some((code) => `${villageCode}.`.startsWith(`${code}.`)));
    }
    case 'group': {
      const memberships = facts.groups.filter(({ groupId }) => groupId === question.groupId);
      return whether(
        memberships.some(({ joinedOn, leftOn }) => (joinedOn ?? '') <= day && day < (leftOn ?? '9999')),
      );
    }
    case 'started':
      if (facts.startedOn === null) return 'unknown';
      return whether(facts.startedOn <= addMonths(day, -question.atLeastMonths));
    case 'figure': {
      const figure = facts.figures.find(({ kind }) => kind === question.kind);
      if (!figure) return 'unknown';
      const fits = (amount: number) =>
        amount >= (question.atLeast ?? 0) && amount <= (question.atMost ?? Infinity);
      const upper = figure.upper ?? figure.amount;
      if (fits(figure.amount) && fits(upper)) return 'yes';
      const misses = upper < (question.atLeast ?? 0) || figure.amount > (question.atMost ?? Infinity);
      return misses ? 'no' : 'unknown';
    }
    case 'premises': {
      if (facts.premises.length === 0) return 'unknown';
      return whether(facts.premises.filter(({ kind }) => kind === question.kind).length <= question.atMost);
    }
    case 'owner_sex':
      return facts.ownerSex === null ? 'unknown' : whether(facts.ownerSex === question.is);
    case 'owner_disability':
      if (facts.ownerDisability === null || facts.ownerDisability === 'declined') return 'unknown';
      return facts.ownerDisability;
    case 'owner_age': {
      if (facts.ownerBirthDate === null) return 'unknown';
      const age = yearsBetween(facts.ownerBirthDate, day);
      return whether(!(age < (question.atLeast ?? age)) && !(age > (question.atMost ?? age)));
    }
    case 'support': {
      const count = countedSupports(question, facts, day).length;
      if (question.atLeast === undefined && question.atMost === undefined) return whether(count > 0);
      return whether(count >= (question.atLeast ?? 0) && count <= (question.atMost ?? Infinity));
    }
    case 'assessed': {
      const newest = facts.assessments.find(({ rubricId }) => rubricId === question.rubricId);
      if (!newest || !isAfter(newest.assessedOn, since(question.withinMonths))) return 'unknown';
      const levels = question.aspect ? [newest.levels[question.aspect]] : Object.values(newest.levels);
      if (levels.length === 0 || levels.some((level) => level === undefined)) return 'unknown';
      return whether(Math.min(...levels.map(Number)) >= question.level);
    }
  }
}

function evidenceAnswer(
  { kind, grade = 'declared', validForDays = 0, missing }: Extract<Question, { ask: 'evidence' }>,
  { evidences, nib }: Facts,
  day: PlainDate,
): Answer {
  const held = evidences.filter((one) => one.kind === kind);
  if (held.length === 0) {
    return missing === 'no' || (kind === 'nib' && nib === 'none_yet') ? 'no' : 'unknown';
  }
  const running = held.filter(
    ({ expiresOn }) => expiresOn === null || expiresOn >= addDays(day, validForDays),
  );
  if (running.length === 0) return 'no';
  const enough = {
    declared: ['declared', 'seen', 'documented'],
    seen: ['seen', 'documented'],
    documented: ['documented'],
  };
  return running.some((one) => enough[grade].includes(one.grade)) ? 'yes' : 'unknown';
}

/** The supports on record that the question means. */
export function countedSupports(
  { kind, topic, outcome, withinMonths }: Extract<Question, { ask: 'support' }>,
  { supports }: Facts,
  day: PlainDate,
): Facts['supports'] {
  return supports.filter(
    (one) =>
      (!kind || one.kind === kind) &&
      (!topic || one.topic === topic) &&
      (outcome ? one.outcome === outcome : one.outcome !== 'absent') &&
      one.startedOn <= day &&
      (withinMonths === undefined || one.startedOn >= addMonths(day, -withinMonths)),
  );
}
