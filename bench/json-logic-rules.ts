// Conditions of programmes in the language of json-logic-js, the baseline of goal 8. Two rules a condition: when it is met,
// and when it is not; whatever neither says is unknown.
import type { Condition, Question } from '#features/judge-eligibility/rules/conditions.ts';
import { addDays, addMonths, type PlainDate } from '#kernel/calendar.ts';

type Rule = unknown;
export type TwoRules = { yes: Rule; no: Rule };

const value = (name: string): Rule => ({ var: name });
const isNull = (name: string): Rule => ({ '===': [value(name), null] });
const is = (name: string, wanted: unknown): Rule => ({ '===': [value(name), wanted] });
const not = (rule: Rule): Rule => ({ '!': rule });
const known = (name: string, rule: Rule): TwoRules => ({
  yes: { and: [not(isNull(name)), rule] },
  no: { and: [not(isNull(name)), not(rule)] },
});
const settled = (rule: Rule): TwoRules => ({ yes: rule, no: not(rule) });
const some = (list: string, ...of: Rule[]): Rule => ({ some: [value(list), { and: of }] });
const count = (list: string, ...of: Rule[]): Rule => ({
  reduce: [{ filter: [value(list), { and: of }] }, { '+': [value('accumulator'), 1] }, 0],
});
const sum = (rules: readonly Rule[]): Rule => ({ '+': rules.map((rule) => ({ if: [rule, 1, 0] })) });

export function jsonLogicRules(condition: Condition, day: PlainDate): TwoRules {
  if ('ask' in condition) return questionRules(condition, day);
  if ('not' in condition) {
    const { yes, no } = jsonLogicRules(condition.not, day);
    return { yes: no, no: yes };
  }
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : condition.of;
  const rules = parts.map((part) => jsonLogicRules(part, day));
  const yes = rules.map((rule) => rule.yes);
  const no = rules.map((rule) => rule.no);
  if ('all' in condition) return { yes: { and: yes }, no: { or: no } };
  if ('any' in condition) return { yes: { or: yes }, no: { and: no } };
  return {
    yes: { '>=': [sum(yes), condition.atLeast] },
    no: { '>': [sum(no), parts.length - condition.atLeast] },
  };
}

function questionRules(question: Question, day: PlainDate): TwoRules {
  const since = (months: number) => addMonths(day, -months);
  const among = (name: string, list: readonly string[], nothing: readonly string[] = []): TwoRules => {
    const inList: Rule = { in: [value(name), list] };
    const says: Rule = { or: [inList, not({ in: [value(name), nothing] })] };
    return { yes: inList, no: { and: [not(isNull(name)), says, not(inList)] } };
  };
  switch (question.ask) {
    case 'evidence':
      return evidenceRules(question, day);
    case 'nib': {
      const held = some('evidences', is('kind', 'nib'));
      const yes = { or: [is('nib', 'known'), held] };
      return { yes, no: { and: [not(yes), is('nib', 'none_yet')] } };
    }
    case 'operation':
      return among('operation', question.in, ['unknown', 'refused', 'not_found']);
    case 'verified':
      return settled({
        and: [
          not(isNull('verifiedOn')),
          { '>=': [value('verifiedOn'), question.withinMonths ? since(question.withinMonths) : ''] },
        ],
      });
    case 'scale':
      return among('scale', question.in);
    case 'sector':
      return among('sector', question.in, ['other']);
    case 'kbli': {
      const begins: Rule = {
        or: question.beginsWith.map((digits) => ({
          '===': [{ substr: [value('kbli.code'), 0, digits.length] }, digits],
        })),
      };
      const ofVersion = is('kbli.version', question.version);
      return { yes: { and: [ofVersion, begins] }, no: { and: [ofVersion, not(begins)] } };
    }
    case 'area':
      return known('villageCode', {
        or: question.in.flatMap((code) => [
          is('villageCode', code),
          { '===': [{ substr: [value('villageCode'), 0, code.length + 1] }, `${code}.`] },
        ]),
      });
    case 'group':
      return settled(
        some(
          'groups',
          is('groupId', question.groupId),
          { or: [isNull('joinedOn'), { '<=': [value('joinedOn'), day] }] },
          { or: [isNull('leftOn'), { '>': [value('leftOn'), day] }] },
        ),
      );
    case 'started':
      return known('startedOn', { '<=': [value('startedOn'), since(question.atLeastMonths)] });
    case 'figure': {
      const upper: Rule = { if: [isNull('upper'), value('amount'), value('upper')] };
      const { kind, atLeast = 0, atMost = Infinity } = question;
      return {
        yes: some(
          'figures',
          is('kind', kind),
          { '>=': [value('amount'), atLeast] },
          { '<=': [upper, atMost] },
        ),
        no: some('figures', is('kind', kind), {
          or: [{ '<': [upper, atLeast] }, { '>': [value('amount'), atMost] }],
        }),
      };
    }
    case 'premises': {
      const fits: Rule = { '<=': [count('premises', is('kind', question.kind)), question.atMost] };
      const any: Rule = { '>': [count('premises', true), 0] };
      return { yes: { and: [any, fits] }, no: { and: [any, not(fits)] } };
    }
    case 'owner_sex':
      return known('ownerSex', is('ownerSex', question.is));
    case 'owner_disability':
      return { yes: is('ownerDisability', 'yes'), no: is('ownerDisability', 'no') };
    case 'owner_age': {
      const bornBy = (age: number) => `${Number(day.slice(0, 4)) - age}${day.slice(4)}`;
      return known('ownerBirthDate', {
        and: [
          { '<=': [value('ownerBirthDate'), bornBy(question.atLeast ?? 0)] },
          { '>': [value('ownerBirthDate'), bornBy((question.atMost ?? 200) + 1)] },
        ],
      });
    }
    case 'support': {
      const { kind, topic, outcome, withinMonths, atMost = 1e9 } = question;
      const atLeast = question.atLeast ?? (question.atMost === undefined ? 1 : 0);
      const counted = count(
        'supports',
        kind === undefined ? true : is('kind', kind),
        topic === undefined ? true : is('topic', topic),
        outcome === undefined ? not(is('outcome', 'absent')) : is('outcome', outcome),
        { '<=': [withinMonths === undefined ? '' : since(withinMonths), value('startedOn'), day] },
      );
      return settled({ '<=': [atLeast, counted, atMost] });
    }
    case 'assessed': {
      const { rubricId, aspect, level, withinMonths } = question;
      if (aspect === undefined) throw new Error('json-logic cannot ask all values of an object');
      const newest: Rule[] = [
        is('rubricId', rubricId),
        { '>=': [value('assessedOn'), withinMonths === undefined ? '' : since(withinMonths)] },
        not(isNull(`levels.${aspect}`)),
      ];
      const reached: Rule = { '>=': [value(`levels.${aspect}`), level] };
      return {
        yes: some('assessments', ...newest, reached),
        no: some('assessments', ...newest, not(reached)),
      };
    }
  }
}

function evidenceRules(
  { kind, grade = 'declared', validForDays = 0, missing }: Extract<Question, { ask: 'evidence' }>,
  day: PlainDate,
): TwoRules {
  const grades = ['declared', 'seen', 'documented'];
  const until = addDays(day, validForDays);
  const runs: Rule = { or: [isNull('expiresOn'), { '>=': [value('expiresOn'), until] }] };
  const held = some('evidences', is('kind', kind));
  const running = some('evidences', is('kind', kind), runs);
  const enough: Rule = { in: [value('grade'), grades.slice(grades.indexOf(grade))] };
  const none: Rule = missing === 'no' ? true : kind === 'nib' ? is('nib', 'none_yet') : false;
  return {
    yes: some('evidences', is('kind', kind), runs, enough),
    no: { if: [held, not(running), none] },
  };
}
