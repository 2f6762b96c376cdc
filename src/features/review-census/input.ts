import { z } from 'zod';
import { idShape, optionalText, requiredText } from '#kernel/shape.ts';

/** Ids of submissions are made on phones. */
export const submissionIdShape = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const noteShape = requiredText(1_000).pipe(z.string().min(3));

export const approveInput = z.object({
  submissionId: submissionIdShape,
  /** Field → whose answer stands. */
  choices: z.record(z.string().max(40), z.enum(['office', 'field'])).default({}),
  /** Of the enterprise, as it was when the choices were shown. */
  revision: z.coerce.number().int().optional(),
  /** Of a double: the enterprise that it is the same as. */
  duplicateOf: z.union([idShape, z.literal('').transform(() => undefined)]).optional(),
  note: optionalText(1_000),
  /** Refused where there is anything to look at: for many at once. */
  onlyPlain: z.boolean().default(false),
});
export const noteInput = z.object({ submissionId: submissionIdShape, note: noteShape });
export const undoInput = z.object({ submissionId: submissionIdShape });
export const revealInput = z.object({
  submissionId: submissionIdShape,
  reason: requiredText(500).pipe(z.string().min(5)),
});
