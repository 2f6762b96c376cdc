import { addDays, addMonths, type PlainDate } from '#kernel/calendar.ts';
import type { Facts, Question } from './conditions.ts';
import { type Asked, type Code, NO, UNKNOWN, YES } from './three-valued.ts';

type Ask<Kind extends Question['ask']> = Extract<Question, { ask: Kind }>;
type Reader = Asked<Facts>;

const grades = ['declared', 'seen', 'documented'];
const padded = (year: number) => String(Math.max(0, year)).padStart(4, '0');
const yesOrNo = (yes: boolean): Code => (yes ? YES : NO);
/** Verdicts of a visit that tell nothing of what the enterprise does. */
const saysNothing = new Set(['unknown', 'refused', 'not_found']);

/** One question as a function of facts, with everything that does not hang on the enterprise worked out beforehand. */
export function compileQuestion(question: Question, day: PlainDate): Reader {
  switch (question.ask) {
    case 'evidence':
      return evidence(question, day);
    case 'nib':
      return ({ nib, evidences }) => {
        if (nib === 'known') return YES;
        for (let at = 0; at < evidences.length; at++) if (evidences[at]!.kind === 'nib') return YES;
        return nib === 'none_yet' ? NO : UNKNOWN;
      };
    case 'operation':
      return oneOf(question.in, ({ operation }) => operation, saysNothing);
    case 'verified': {
      const since = question.withinMonths === undefined ? '' : addMonths(day, -question.withinMonths);
      return ({ verifiedOn }) => yesOrNo(verifiedOn !== null && verifiedOn >= since);
    }
    case 'scale':
      return oneOf(question.in, ({ scale }) => scale);
    case 'sector':
      return oneOf(question.in, ({ sector }) => sector, new Set(['other']));
    case 'kbli':
      return kbli(question);
    case 'area': {
      const under = question.in.map((code) => `${code}.`);
      const itself = new Set(question.in);
      return ({ villageCode }) => {
        if (villageCode === null) return UNKNOWN;
        if (itself.has(villageCode)) return YES;
        for (let at = 0; at < under.length; at++) if (villageCode.startsWith(under[at]!)) return YES;
        return NO;
      };
    }
    case 'group':
      return ({ groups }) =>
        yesOrNo(
          groups.some(
            ({ groupId, joinedOn, leftOn }) =>
              groupId === question.groupId &&
              (joinedOn === null || joinedOn <= day) &&
              (leftOn === null || leftOn > day),
          ),
        );
    case 'started': {
      const latest = addMonths(day, -question.atLeastMonths);
      return ({ startedOn }) => (startedOn === null ? UNKNOWN : yesOrNo(startedOn <= latest));
    }
    case 'figure':
      return figure(question);
    case 'premises':
      return ({ premises }) => {
        let count = 0;
        for (let at = 0; at < premises.length; at++) if (premises[at]!.kind === question.kind) count++;
        return premises.length === 0 ? UNKNOWN : yesOrNo(count <= question.atMost);
      };
    case 'owner_sex':
      return ({ ownerSex }) => (ownerSex === null ? UNKNOWN : yesOrNo(ownerSex === question.is));
    case 'owner_disability':
      return ({ ownerDisability }) =>
        ownerDisability === 'yes' ? YES : ownerDisability === 'no' ? NO : UNKNOWN;
    case 'owner_age': {
      const { atLeast = 0, atMost = 200 } = question;
      // Whoever has reached the age was born on this day of some year or before.
      const bornBy = `${padded(Number(day.slice(0, 4)) - atLeast)}${day.slice(4)}`;
      const bornAfter = `${padded(Number(day.slice(0, 4)) - atMost - 1)}${day.slice(4)}`;
      return ({ ownerBirthDate }) =>
        ownerBirthDate === null ? UNKNOWN : yesOrNo(ownerBirthDate <= bornBy && ownerBirthDate > bornAfter);
    }
    case 'support':
      return support(question, day);
    case 'assessed':
      return assessed(question, day);
  }
}

function oneOf(
  wanted: readonly string[],
  pick: (facts: Facts) => string | null,
  nothing: ReadonlySet<string> = new Set(),
): Reader {
  const codes = new Map<string, Code>([...nothing].map((value) => [value, UNKNOWN]));
  for (const value of wanted) codes.set(value, YES);
  return (facts) => {
    const value = pick(facts);
    return value === null ? UNKNOWN : (codes.get(value) ?? NO);
  };
}

function evidence({ kind, grade, validForDays, missing }: Ask<'evidence'>, day: PlainDate): Reader {
  const least = grade ? grades.indexOf(grade) : 0;
  const until = addDays(day, validForDays ?? 0);
  const none: Code = missing === 'no' ? NO : UNKNOWN;
  const proven = new Set(grades.slice(least));
  return ({ evidences, nib }) => {
    let answer: Code | null = null;
    for (let at = 0; at < evidences.length; at++) {
      const one = evidences[at]!;
      if (one.kind !== kind) continue;
      if (one.expiresOn !== null && one.expiresOn < until) answer ??= NO;
      else if (proven.has(one.grade)) return YES;
      else answer = UNKNOWN; // said to be there, not yet proven
    }
    return answer ?? (kind === 'nib' && nib === 'none_yet' ? NO : none);
  };
}

function kbli({ version, beginsWith }: Ask<'kbli'>): Reader {
  return (facts) =>
    facts.kbli === null || facts.kbli.version !== version
      ? UNKNOWN
      : yesOrNo(beginsWith.some((digits) => facts.kbli!.code.startsWith(digits)));
}

function figure({ kind, atLeast = 0, atMost = Infinity }: Ask<'figure'>): Reader {
  return ({ figures }) => {
    for (let at = 0; at < figures.length; at++) {
      const known = figures[at]!;
      if (known.kind !== kind) continue;
      const upper = known.upper ?? known.amount;
      if (known.amount >= atLeast && upper <= atMost) return YES;
      return upper < atLeast || known.amount > atMost ? NO : UNKNOWN;
    }
    return UNKNOWN;
  };
}

function support(question: Ask<'support'>, day: PlainDate): Reader {
  const { kind, topic, outcome, withinMonths, atMost = Infinity } = question;
  const atLeast = question.atLeast ?? (question.atMost === undefined ? 1 : 0);
  const since = withinMonths === undefined ? '' : addMonths(day, -withinMonths);
  return ({ supports }) => {
    let count = 0;
    for (let at = 0; at < supports.length; at++) {
      const one = supports[at]!;
      if (kind !== undefined && one.kind !== kind) continue;
      if (topic !== undefined && one.topic !== topic) continue;
      if (outcome === undefined ? one.outcome === 'absent' : one.outcome !== outcome) continue;
      if (one.startedOn >= since && one.startedOn <= day) count++;
    }
    return yesOrNo(count >= atLeast && count <= atMost);
  };
}

function assessed({ rubricId, level, aspect, withinMonths }: Ask<'assessed'>, day: PlainDate): Reader {
  const since = withinMonths === undefined ? '' : addMonths(day, -withinMonths);
  return ({ assessments }) => {
    const newest = assessments.find((one) => one.rubricId === rubricId);
    if (!newest || newest.assessedOn < since) return UNKNOWN;
    const levels = aspect === undefined ? Object.values(newest.levels) : [newest.levels[aspect]];
    if (levels.length === 0 || levels.includes(undefined)) return UNKNOWN;
    return yesOrNo(levels.every((reached) => reached! >= level));
  };
}
