import { z } from 'zod';
import { dayShape, idShape, optionalText, requiredText } from '#kernel/shape.ts';
import type { ConditionSet } from './rules/conditions.ts';
import { readConditions } from './rules/read-conditions.ts';

/** A condition set from its JSON form; every fault is refused with the path at which it stands. */
export const conditionsShape = z.unknown().transform((json, context): ConditionSet => {
  const { set, faults } = readConditions(json);
  for (const { path, code } of faults)
    context.issues.push({ code: 'custom', path, message: code, input: json });
  return set ?? { lines: [] };
});

export const programmeIdInput = z.object({ programmeId: idShape });

export const saveConditionsInput = z.object({
  programmeId: idShape,
  conditions: conditionsShape,
  effectiveOn: dayShape,
  /** The decree, or why it changed. */
  note: optionalText(500),
  /** The newest version that was there when this one was written; 0 for none. */
  afterVersion: z.coerce.number().int().min(0),
});

export const assessInput = z.object({
  enterpriseId: idShape,
  rubricId: idShape,
  assessedOn: dayShape,
  /** Aspect → level. */
  levels: z.record(z.string().max(40), z.coerce.number().int().min(1).max(4)),
  /** Aspect → what was seen. */
  notes: z.record(z.string().max(40), z.string().trim().max(1_000)).default({}),
});

export const withdrawAssessmentInput = z.object({ assessmentId: idShape, reason: requiredText(500) });

export const makeOutreachInput = z.object({
  programmeId: idShape,
  standing: z.coerce.number().int().min(0).max(3),
  /** Those of one step only: a line, counted from 0. */
  step: z.coerce.number().int().min(0).max(39).optional(),
});
