import { z } from 'zod';
import type { FieldCode } from '#kernel/field-code.ts';
import type { Condition, ConditionSet } from './conditions.ts';

/** Bounds within which a set stays something a person can read, and counting it stays cheap. */
export const conditionLimits = { lines: 40, questions: 200, depth: 6, choices: 400 } as const;

const months = z.int().min(1).max(600);
const years = z.int().min(0).max(150);
const choices = z.array(z.string().trim().min(1).max(80)).min(1).max(conditionLimits.choices);
const word = z.string().trim().min(1).max(40);
const amount = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const count = z.int().min(0).max(1_000);

/** `from` and `to` in the right order, and at least one of them. */
const ordered = (from?: number, to?: number) => from === undefined || to === undefined || from <= to;
const bounded = (question: { atLeast?: number | undefined; atMost?: number | undefined }) =>
  (question.atLeast !== undefined || question.atMost !== undefined) &&
  ordered(question.atLeast, question.atMost);

/** The shape of every kind of question. A field that none of them knows is refused by its name. */
const questionShapes = {
  evidence: z.strictObject({
    ask: z.literal('evidence'),
    kind: word,
    grade: z.enum(['declared', 'seen', 'documented']).optional(),
    validForDays: z.int().min(0).max(3_650).optional(),
    missing: z.literal('no').optional(),
  }),
  nib: z.strictObject({ ask: z.literal('nib') }),
  operation: z.strictObject({ ask: z.literal('operation'), in: choices }),
  verified: z.strictObject({ ask: z.literal('verified'), withinMonths: months.optional() }),
  scale: z.strictObject({ ask: z.literal('scale'), in: choices }),
  sector: z.strictObject({ ask: z.literal('sector'), in: choices }),
  kbli: z.strictObject({
    ask: z.literal('kbli'),
    version: z.string().regex(/^\d{4}$/),
    beginsWith: z
      .array(z.string().regex(/^\d{2,5}$/))
      .min(1)
      .max(conditionLimits.choices),
  }),
  area: z.strictObject({
    ask: z.literal('area'),
    in: z
      .array(z.string().regex(/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/, 'area_format'))
      .min(1)
      .max(conditionLimits.choices),
  }),
  group: z.strictObject({ ask: z.literal('group'), groupId: z.uuid('id_format') }),
  started: z.strictObject({ ask: z.literal('started'), atLeastMonths: months }),
  figure: z
    .strictObject({
      ask: z.literal('figure'),
      kind: z.enum(['sales', 'capital', 'workers']),
      atLeast: amount.optional(),
      atMost: amount.optional(),
    })
    .refine(bounded, { message: 'out_of_range', path: ['atMost'] }),
  premises: z.strictObject({
    ask: z.literal('premises'),
    kind: z.enum(['production', 'outlet']),
    atMost: count,
  }),
  owner_sex: z.strictObject({ ask: z.literal('owner_sex'), is: z.enum(['female', 'male']) }),
  owner_disability: z.strictObject({ ask: z.literal('owner_disability') }),
  owner_age: z
    .strictObject({ ask: z.literal('owner_age'), atLeast: years.optional(), atMost: years.optional() })
    .refine(bounded, { message: 'out_of_range', path: ['atMost'] }),
  support: z
    .strictObject({
      ask: z.literal('support'),
      kind: word.optional(),
      topic: word.optional(),
      outcome: z.enum(['received', 'completed', 'left', 'absent']).optional(),
      withinMonths: months.optional(),
      atLeast: count.optional(),
      atMost: count.optional(),
    })
    .refine(({ atLeast, atMost }) => ordered(atLeast, atMost), { message: 'out_of_range', path: ['atMost'] }),
  assessed: z.strictObject({
    ask: z.literal('assessed'),
    rubricId: z.uuid('id_format'),
    level: z.int().min(1).max(4),
    aspect: word.optional(),
    withinMonths: months.optional(),
  }),
} as const;

const text = z.string().trim().min(1).max(300);
const lineShape = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/),
  label: z.strictObject({ id: text, en: text }),
  when: z.unknown(),
  remedy: z.strictObject({ id: text, en: text }).optional(),
});
const setShape = z.strictObject({ lines: z.array(z.unknown()).min(1).max(conditionLimits.lines) });

export type Fault = { path: (string | number)[]; code: FieldCode };
type Path = Fault['path'];

/** Reads a condition set from its JSON form: every fault with its path, or the set with nothing in it but what was checked. */
export function readConditions(json: unknown): { set: ConditionSet | null; faults: Fault[] } {
  const reader = makeReader();
  const set = reader.set(json);
  return reader.faults.length === 0 ? { set, faults: [] } : { set: null, faults: reader.faults };
}

function makeReader() {
  const faults: Fault[] = [];
  let questions = 0;

  /** The value in its shape; else null, and what is wrong with it noted. */
  function checked<Value>(shape: z.ZodType<Value>, value: unknown, path: Path): Value | null {
    const parsed = shape.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const where = [...path, ...(issue.path as Path)];
      if (issue.code === 'unrecognized_keys')
        faults.push(...issue.keys.map((key) => ({ path: [...where, key], code: 'not_a_choice' as const })));
      else faults.push({ path: where, code: codeOf(issue) });
    }
    return null;
  }

  function parts(value: unknown, path: Path, depth: number): Condition[] | null {
    const given = checked(z.array(z.unknown()).min(1).max(conditionLimits.questions), value, path);
    const read = given?.map((part, at) => condition(part, [...path, at], depth)) ?? [null];
    return read.includes(null) ? null : (read as Condition[]);
  }

  function condition(value: unknown, path: Path, depth = 1): Condition | null {
    if (depth > conditionLimits.depth || questions >= conditionLimits.questions) {
      faults.push({ path, code: 'too_long' });
      return null;
    }
    const given = checked(z.record(z.string(), z.unknown()), value, path);
    if (!given) return null;
    const only = (...keys: string[]) =>
      checked(z.strictObject(Object.fromEntries(keys.map((key) => [key, z.unknown()]))), given, path) !==
      null;
    if ('ask' in given) {
      questions++;
      const { ask } = given;
      if (typeof ask !== 'string' || !Object.hasOwn(questionShapes, ask)) {
        faults.push({ path: [...path, 'ask'], code: 'not_a_choice' });
        return null;
      }
      return checked(questionShapes[ask as keyof typeof questionShapes] as z.ZodType<Condition>, given, path);
    }
    if ('all' in given) {
      const all = only('all') ? parts(given.all, [...path, 'all'], depth + 1) : null;
      return all && { all };
    }
    if ('any' in given) {
      const any = only('any') ? parts(given.any, [...path, 'any'], depth + 1) : null;
      return any && { any };
    }
    if ('not' in given) {
      const not = only('not') ? condition(given.not, [...path, 'not'], depth + 1) : null;
      return not && { not };
    }
    if ('of' in given) {
      const of = only('atLeast', 'of') ? parts(given.of, [...path, 'of'], depth + 1) : null;
      const atLeast = checked(z.int().min(1), given.atLeast, [...path, 'atLeast']);
      if (of && atLeast !== null && atLeast > of.length)
        faults.push({ path: [...path, 'atLeast'], code: 'out_of_range' });
      return of && atLeast !== null ? { atLeast, of } : null;
    }
    faults.push({ path, code: 'wrong_format' });
    return null;
  }

  function set(json: unknown): ConditionSet | null {
    const given = checked(setShape, json, []);
    if (!given) return null;
    const keys = new Set<string>();
    const lines = given.lines.map((value, at) => {
      const line = checked(lineShape, value, ['lines', at]);
      if (!line) return null;
      if (keys.has(line.key)) faults.push({ path: ['lines', at, 'key'], code: 'used_twice' });
      keys.add(line.key);
      const when = condition(line.when, ['lines', at, 'when']);
      const { key, label, remedy } = line;
      return when && { key, label, when, ...(remedy ? { remedy } : {}) };
    });
    return { lines: lines.flatMap((line) => line ?? []) };
  }
  return { faults, set };
}

function codeOf(issue: z.core.$ZodIssue): FieldCode {
  const named = ['area_format', 'id_format', 'out_of_range'].find((code) => code === issue.message);
  if (named) return named as FieldCode;
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'blank' : 'wrong_format';
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'out_of_range' : 'blank';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too_long' : 'out_of_range';
  return issue.code === 'invalid_value' ? 'not_a_choice' : 'wrong_format';
}
