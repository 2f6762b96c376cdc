import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Where the next page begins: after an id, or after so many rows. */
export type Position = { after: string } | { offset: number };

const shape = z.union([
  z.strictObject({ of: z.string(), after: z.uuid() }),
  z.strictObject({ of: z.string(), offset: z.int().min(0).max(10_000_000) }),
]);

/** Names a question, so that a cursor is not used with another one. */
const digest = (question: unknown) =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12);

/** An opaque text for a position in the answer to `question` (words and filters). It holds no secret and grants nothing. */
export function writeCursor(position: Position, question: unknown): string {
  return Buffer.from(JSON.stringify({ of: digest(question), ...position })).toString('base64url');
}

/** The position; null when the text is no cursor of ours, or belongs to another question. */
export function readCursor(text: string, question: unknown): Position | null {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success || parsed.data.of !== digest(question)) return null;
  return 'after' in parsed.data ? { after: parsed.data.after } : { offset: parsed.data.offset };
}
