import type { z } from 'zod';
import { type FieldCode, fieldMessages } from '#kernel/field-code.ts';
import type { FieldRefusal } from '#kernel/refusal.ts';

const byIssue: Partial<Record<z.core.$ZodIssue['code'], FieldCode>> = {
  invalid_value: 'not_a_choice',
  invalid_union: 'not_a_choice',
  invalid_format: 'wrong_format',
};

function codeOf(issue: z.core.$ZodIssue): FieldCode {
  // A shape may name its own code as the message: `z.string().refine(isNik, 'nik_pattern')`.
  if (issue.message in fieldMessages.id) return issue.message as FieldCode;
  if (issue.code === 'invalid_type')
    return issue.input === undefined || issue.input === '' ? 'blank' : 'wrong_format';
  if (issue.code === 'too_small')
    return issue.origin === 'string' ? (Number(issue.minimum) <= 1 ? 'blank' : 'too_short') : 'out_of_range';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too_long' : 'out_of_range';
  return byIssue[issue.code] ?? 'wrong_format';
}

/** Zod's issues as the house's field codes, one per path, first issue first. */
export function fieldRefusals(error: z.ZodError): FieldRefusal[] {
  const seen = new Map<string, FieldRefusal>();
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    if (!seen.has(path)) seen.set(path, { path, code: codeOf(issue) });
  }
  return [...seen.values()];
}
