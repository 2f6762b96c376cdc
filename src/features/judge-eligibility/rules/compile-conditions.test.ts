import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCondition, anyConditions, anyFacts, someFacts } from '../factory.ts';
import { compileCondition, compileConditions } from './compile-conditions.ts';
import type { Answer, Condition, Facts } from './conditions.ts';
import { interpret } from './interpret.ts';
import { unpackAnswers } from './pack-answers.ts';
import { answerOf } from './three-valued.ts';

const day = '2026-06-15';
const answer = (condition: Condition, facts: Partial<Facts>): Answer =>
  answerOf(compileCondition(condition, day)(someFacts(facts)));
const held = (
  kind: string,
  expiresOn: string | null = null,
  grade: 'declared' | 'documented' = 'documented',
) => ({
  evidences: [{ kind, grade, issuedOn: null, expiresOn }],
});

describe('what a condition answers', () => {
  it.each<[string, Condition, Partial<Facts>, Answer]>([
    ['a NIB on record is a yes', { ask: 'nib' }, { nib: 'known' }, 'yes'],
    ['"belum punya NIB" is a no', { ask: 'nib' }, { nib: 'none_yet' }, 'no'],
    ['a NIB nobody asked about is unknown', { ask: 'nib' }, {}, 'unknown'],
    ['no halal certificate on record is unknown', { ask: 'evidence', kind: 'halal' }, {}, 'unknown'],
    [
      '… unless the office decides that it counts as none',
      { ask: 'evidence', kind: 'halal', missing: 'no' },
      {},
      'no',
    ],
    ['valid through its last day', { ask: 'evidence', kind: 'halal' }, held('halal', day), 'yes'],
    ['run out the day before', { ask: 'evidence', kind: 'halal' }, held('halal', '2026-06-14'), 'no'],
    [
      'runs out too soon',
      { ask: 'evidence', kind: 'halal', validForDays: 30 },
      held('halal', '2026-07-14'),
      'no',
    ],
    [
      'said to be there, not yet shown',
      { ask: 'evidence', kind: 'halal', grade: 'seen' },
      held('halal', null, 'declared'),
      'unknown',
    ],
    ['own production', { ask: 'operation', in: ['produces'] }, { operation: 'produces' }, 'yes'],
    ['trades only', { ask: 'operation', in: ['produces'] }, { operation: 'trades_only' }, 'no'],
    ['did not open the door', { ask: 'operation', in: ['produces'] }, { operation: 'refused' }, 'unknown'],
    ['never checked', { ask: 'verified' }, {}, 'no'],
    [
      'checked a year ago to the day',
      { ask: 'verified', withinMonths: 12 },
      { verifiedOn: '2025-06-15' },
      'yes',
    ],
    [
      'a KBLI of another version is never compared',
      { ask: 'kbli', version: '2025', beginsWith: ['13133'] },
      { kbli: { version: '2020', code: '13133' } },
      'unknown',
    ],
    [
      'another district whose code begins alike',
      { ask: 'area', in: ['33.75.01.100'] },
      { villageCode: '33.75.01.1001' },
      'no',
    ],
    ['a village of the district', { ask: 'area', in: ['33.75.01'] }, { villageCode: '33.75.01.1001' }, 'yes'],
    [
      'sales exactly at the bound',
      { ask: 'figure', kind: 'sales', atMost: 100 },
      { figures: [{ kind: 'sales', year: 2025, amount: 100, upper: null }] },
      'yes',
    ],
    [
      'a band that reaches over the bound',
      { ask: 'figure', kind: 'sales', atMost: 100 },
      { figures: [{ kind: 'sales', year: 2025, amount: 50, upper: 150 }] },
      'unknown',
    ],
    [
      'a disability not told is unknown',
      { ask: 'owner_disability' },
      { ownerDisability: 'declined' },
      'unknown',
    ],
    ['no support on record counts as none', { ask: 'support', topic: 'packaging', atMost: 0 }, {}, 'yes'],
    ['no place on record is unknown', { ask: 'premises', kind: 'outlet', atMost: 1 }, {}, 'unknown'],
    [
      'one aspect below the level',
      { ask: 'assessed', rubricId: 'r', level: 3 },
      { assessments: [{ rubricId: 'r', assessedOn: day, levels: { quality: 4, quantity: 2 } }] },
      'no',
    ],
    ['never judged', { ask: 'assessed', rubricId: 'r', level: 3 }, {}, 'unknown'],
    ['a no settles "all", whatever is unknown', { all: [{ ask: 'nib' }, { ask: 'verified' }] }, {}, 'no'],
    [
      'a yes settles "any", whatever is unknown',
      { any: [{ ask: 'nib' }, { ask: 'verified' }] },
      { verifiedOn: day },
      'yes',
    ],
    ['not unknown is unknown', { not: { ask: 'nib' } }, {}, 'unknown'],
    [
      'two of three, one of them unknown',
      { atLeast: 2, of: [{ ask: 'nib' }, { ask: 'verified' }, { ask: 'owner_sex', is: 'female' }] },
      { verifiedOn: day, ownerSex: 'female' },
      'yes',
    ],
    [
      'two of three out of reach',
      { atLeast: 2, of: [{ ask: 'nib' }, { ask: 'verified' }, { ask: 'owner_sex', is: 'female' }] },
      { ownerSex: 'male' },
      'no',
    ],
  ])('%s', (_, condition, facts, expected) => {
    expect(answer(condition, facts)).toBe(expected);
    expect(interpret(condition, someFacts(facts), day)).toBe(expected);
  });

  it('is the same compiled and read plainly, for any condition and any facts', () => {
    fc.assert(
      fc.property(anyCondition(4), fc.array(anyFacts, { minLength: 1, maxLength: 20 }), (condition, many) => {
        const compiled = compileCondition(condition, day);
        for (const facts of many) expect(answerOf(compiled(facts))).toBe(interpret(condition, facts, day));
      }),
      { numRuns: 2_000, seed: 7 },
    );
  });
});

describe('a whole set', () => {
  it('packs two bits a line and tells one step from further away, for any set and any facts', () => {
    const met = new Set<number>();
    fc.assert(
      fc.property(anyConditions, anyFacts, (set, facts) => {
        const { standing, step, answers } = compileConditions(set, day)(facts);
        const plain = set.lines.map(({ when }) => interpret(when, facts, day));
        expect(unpackAnswers(answers, set.lines.length).map(answerOf)).toEqual(plain);
        expect(answers.length).toBe(Math.ceil(set.lines.length / 4));
        const places = (wanted: Answer) => plain.flatMap((one, at) => (one === wanted ? [at] : []));
        const noes = places('no');
        const unknowns = places('unknown');
        if (standing === 0) expect(plain).toEqual(plain.map(() => 'yes'));
        if (standing === 1) expect([noes, unknowns]).toEqual([[step], []]);
        if (standing === 2) expect(noes.length + Math.min(1, unknowns.length)).toBeGreaterThan(1);
        if (standing === 3) expect([noes, step]).toEqual([[], unknowns.length === 1 ? unknowns[0] : null]);
        met.add(standing);
      }),
      { numRuns: 1_000, seed: 11 },
    );
    expect([...met].sort()).toEqual([0, 1, 2, 3]);
  });
});
