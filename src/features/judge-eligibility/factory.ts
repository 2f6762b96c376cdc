import fc from 'fast-check';
import { addDays, addMonths } from '#kernel/calendar.ts';
import type { Condition, ConditionSet, Facts, Grade, Question } from './rules/conditions.ts';

/** What is known of an enterprise of which nothing is known. */
export function someFacts(facts: Partial<Facts> = {}): Facts {
  return {
    enterpriseId: '019a0000-0000-7000-8000-000000000001',
    nib: 'unknown',
    operation: 'unknown',
    verifiedOn: null,
    scale: null,
    sector: 'other',
    kbli: null,
    villageCode: null,
    startedOn: null,
    ownerSex: null,
    ownerDisability: null,
    ownerBirthDate: null,
    evidences: [],
    groups: [],
    figures: [],
    premises: [],
    supports: [],
    assessments: [],
    ...facts,
  };
}

const day = fc.integer({ min: -2_000, max: 600 }).map((days) => addDays('2026-06-15', days));
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const some = <Value>(value: fc.Arbitrary<Value>, most = 3) => fc.array(value, { maxLength: most });
const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values);
const chosen = (...values: string[]) => fc.subarray(values, { minLength: 1 });

const groupIds = ['019a0000-0000-7000-8000-0000000000a1', '019a0000-0000-7000-8000-0000000000a2'];
const rubricIds = ['019a0000-0000-7000-8000-0000000000b1', '019a0000-0000-7000-8000-0000000000b2'];
const evidenceKinds = ['nib', 'halal', 'pirt', 'brand'];
const operations = ['unknown', 'produces', 'services', 'trades_only', 'refused', 'not_found', 'closed'];
const grade = oneOf<Grade>('declared', 'seen', 'documented');
const level = fc.integer({ min: 1, max: 4 });

/** Facts from few values, so that random conditions often meet them, or nearly so. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record<Facts>({
  enterpriseId: fc.constant('019a0000-0000-7000-8000-000000000001'),
  nib: oneOf<Facts['nib']>('known', 'none_yet', 'unknown'),
  operation: oneOf(...operations),
  verifiedOn: maybe(day),
  scale: maybe(oneOf('mikro', 'kecil', 'menengah')),
  sector: oneOf('batik', 'food', 'other'),
  kbli: maybe(fc.record({ version: oneOf('2020', '2025'), code: oneOf('13133', '13134', '10799') })),
  villageCode: maybe(oneOf('33.75.01.1001', '33.75.01.1002', '33.75.02.1001')),
  startedOn: maybe(day),
  ownerSex: maybe(oneOf<'female' | 'male'>('female', 'male')),
  ownerDisability: maybe(oneOf<'no' | 'yes' | 'declined'>('no', 'yes', 'declined')),
  ownerBirthDate: maybe(day.map((date) => addMonths(date, -360))),
  evidences: some(
    fc.record({ kind: oneOf(...evidenceKinds), grade, issuedOn: maybe(day), expiresOn: maybe(day) }),
  ),
  groups: some(fc.record({ groupId: oneOf(...groupIds), joinedOn: maybe(day), leftOn: maybe(day) })),
  figures: fc.uniqueArray(
    fc
      .record({
        kind: oneOf('sales', 'capital', 'workers'),
        year: fc.integer({ min: 2020, max: 2026 }),
        amount: fc.integer({ min: 0, max: 100 }),
        width: maybe(oneOf(0, 5, 50, Infinity)),
      })
      .map(({ width, ...figure }) => ({ ...figure, upper: width === null ? null : figure.amount + width })),
    { maxLength: 3, selector: ({ kind }) => kind },
  ),
  premises: some(fc.record({ kind: oneOf('main', 'production', 'outlet') })),
  supports: some(
    fc.record({
      kind: oneOf('training', 'facilitation'),
      topic: oneOf('packaging', 'halal'),
      outcome: oneOf('received', 'completed', 'left', 'absent'),
      startedOn: day,
      title: fc.constant('Pelatihan kemasan'),
    }),
  ),
  assessments: fc.uniqueArray(
    fc.record({
      rubricId: oneOf(...rubricIds),
      assessedOn: day,
      levels: fc.dictionary(oneOf('quality', 'quantity'), level),
    }),
    { maxLength: 2, selector: ({ rubricId }) => rubricId },
  ),
});

const within = optional(fc.integer({ min: 1, max: 48 }));
const range = (most: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.integer({ min: 0, max: most }),
      oneOf('both', 'least', 'most'),
    )
    .map(([one, other, which]) => ({
      ...(which === 'most' ? {} : { atLeast: Math.min(one, other) }),
      ...(which === 'least' ? {} : { atMost: Math.max(one, other) }),
    }));

/** Leaves out what is undefined, as the JSON form does. */
const plainly = <Value extends object>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

export const anyQuestion = fc
  .oneof(
    fc.record({
      ask: fc.constant('evidence' as const),
      kind: oneOf(...evidenceKinds),
      grade: optional(grade),
      validForDays: optional(fc.integer({ min: 0, max: 400 })),
      missing: optional(fc.constant('no' as const)),
    }),
    fc.constant({ ask: 'nib' as const }),
    fc.record({ ask: fc.constant('operation' as const), in: chosen(...operations) }),
    fc.record({ ask: fc.constant('verified' as const), withinMonths: within }),
    fc.record({ ask: fc.constant('scale' as const), in: chosen('mikro', 'kecil') }),
    fc.record({ ask: fc.constant('sector' as const), in: chosen('batik', 'food', 'other') }),
    fc.record({
      ask: fc.constant('kbli' as const),
      version: oneOf('2020', '2025'),
      beginsWith: chosen('13', '13133', '10'),
    }),
    fc.record({
      ask: fc.constant('area' as const),
      in: chosen('33.75', '33.75.01', '33.75.01.1001', '33.75.02'),
    }),
    fc.record({ ask: fc.constant('group' as const), groupId: oneOf(...groupIds) }),
    fc.record({ ask: fc.constant('started' as const), atLeastMonths: fc.integer({ min: 1, max: 48 }) }),
    fc
      .tuple(oneOf('sales' as const, 'capital' as const, 'workers' as const), range(120))
      .map(([kind, bounds]) => ({ ask: 'figure' as const, kind, ...bounds })),
    fc.record({
      ask: fc.constant('premises' as const),
      kind: oneOf('production' as const, 'outlet' as const),
      atMost: fc.integer({ min: 0, max: 2 }),
    }),
    fc.record({ ask: fc.constant('owner_sex' as const), is: oneOf('female' as const, 'male' as const) }),
    fc.constant({ ask: 'owner_disability' as const }),
    range(60).map((bounds) => ({ ask: 'owner_age' as const, ...bounds })),
    fc
      .tuple(
        fc.record({
          kind: optional(oneOf('training', 'facilitation')),
          topic: optional(oneOf('packaging', 'halal')),
          outcome: optional(
            oneOf('received' as const, 'completed' as const, 'left' as const, 'absent' as const),
          ),
          withinMonths: within,
        }),
        fc.oneof(fc.constant({}), range(2)),
      )
      .map(([question, bounds]) => ({ ask: 'support' as const, ...question, ...bounds })),
    fc.record({
      ask: fc.constant('assessed' as const),
      rubricId: oneOf(...rubricIds),
      level,
      aspect: optional(oneOf('quality', 'quantity')),
      withinMonths: within,
    }),
  )
  .map((question) => plainly<Question>(question as Question));

/** Questions joined up to `depth` levels deep. */
export function anyCondition(depth = 3): fc.Arbitrary<Condition> {
  if (depth === 1) return anyQuestion;
  const parts = fc.array(anyCondition(depth - 1), { minLength: 1, maxLength: 4 });
  return fc.oneof(
    { weight: 3, arbitrary: anyQuestion as fc.Arbitrary<Condition> },
    parts.map((all) => ({ all })),
    parts.map((any) => ({ any })),
    anyCondition(depth - 1).map((not) => ({ not })),
    parts.chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))),
  );
}

export const anyConditions: fc.Arbitrary<ConditionSet> = fc
  .array(anyCondition(), { minLength: 1, maxLength: 9 })
  .map((conditions) => ({
    lines: conditions.map((when, at) => ({
      key: `line-${at}`,
      label: { id: `Syarat ${at}`, en: `Line ${at}` },
      when,
    })),
  }));
