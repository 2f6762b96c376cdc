import { z } from 'zod';
import type { SelectionProblem } from './problem.ts';
import { type Selection, type SelectionOptions, usualOptions } from './selection.ts';

/** First line of defence against a wrong file, and what a later version is told by. */
const FORMAT = 'gawangan-selection';

const code = z.string();
const whole = z.int();
const amount = z.union([z.strictObject({ seats: whole }), z.strictObject({ percent: whole })]);
const settled = z.strictObject({ candidate: code, intake: code, take: z.boolean() });
const split = z.union([
  settled,
  z.strictObject({ intake: code, cost: whole, atMost: whole }),
  z.strictObject({ intake: code, cost: whole, atLeast: whole }),
]);
const seats = z.array(z.strictObject({ candidate: code, intake: code }));

const problem = z.strictObject({
  seed: z.string(),
  criteria: z.array(z.strictObject({ code, weight: whole })),
  intakes: z.array(z.strictObject({ code, seats: whole, costPerSeat: whole, budget: z.string().nullable() })),
  budgets: z.array(z.strictObject({ code, ceiling: whole })),
  reserves: z.array(z.strictObject({ code, tag: z.string(), intakes: z.array(code), atLeast: amount })),
  quotas: z.array(z.strictObject({ code, tag: z.string(), intakes: z.array(code), atMost: amount })),
  candidates: z.array(
    z.strictObject({
      id: code,
      values: z.record(code, z.number().nullable()),
      tags: z.array(z.string()),
      applications: z.array(z.strictObject({ intake: code, cost: whole.optional() })),
    }),
  ),
  fixed: z.array(settled).optional(),
}) satisfies z.ZodType<SelectionProblem>;

const shape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(1),
  problem,
  options: z.strictObject({
    method: z.enum(['simplex', 'ipm']),
    nodes: whole.min(0),
    parts: whole.min(1),
    plain: z.boolean(),
  }),
  selection: z.strictObject({
    seats,
    total: whole,
    way: z.enum(['rank_and_quota', 'optimised']),
    proof: z.enum(['best', 'within_gap', 'wide']),
    certificate: z.strictObject({
      total: whole,
      bound: z.string().regex(/^-?\d{1,40}$/),
      gap: z.number(),
      parts: z
        .array(z.strictObject({ splits: z.array(split), multipliers: z.record(z.string(), z.number()) }))
        .min(1),
    }),
    solver: z.strictObject({ name: z.string(), version: z.string() }).nullable(),
  }),
});

/** All that is needed to find the same list again and to check it, by anybody, without the register. */
export type SelectionFile = {
  format: typeof FORMAT;
  version: 1;
  problem: SelectionProblem;
  options: SelectionOptions;
  selection: Selection;
};

/** @param options those given to `selectSeats` */
export function makeSelectionFile(
  problem: SelectionProblem,
  selection: Selection,
  options: Partial<SelectionOptions> = {},
): SelectionFile {
  return { format: FORMAT, version: 1, problem, options: { ...usualOptions, ...options }, selection };
}

/** @returns null where the text is no selection file of a version known here; then `where` says what did not fit */
export function readSelectionFile(
  text: string,
): { file: SelectionFile; where: null } | { file: null; where: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { file: null, where: 'JSON' };
  }
  const { success, data, error } = shape.safeParse(json);
  if (!success) return { file: null, where: error.issues[0]?.path.join('.') || 'format' };
  return { file: data, where: null };
}
