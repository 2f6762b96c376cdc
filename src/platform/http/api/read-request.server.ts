import type { Context } from 'hono';
import type { z } from 'zod';
import { done, invalid, type Outcome } from '#kernel/refusal.ts';
import { fieldRefusals } from '../../zod-refusal.ts';
import { leavesAsText } from './typed-json.ts';

const JSON_TYPE = /^application\/([a-z.-]+\+)?json\s*(;|$)/i;

/** Path or query parameters by their shape; without one there are none. */
export function readParameters<Value>(
  shape: z.ZodType<Value> | undefined,
  given: Record<string, unknown>,
): Outcome<Value> {
  if (!shape) return done({} as Value);
  const parsed = shape.safeParse(given);
  return parsed.success ? done(parsed.data) : invalid(fieldRefusals(parsed.error));
}

/** Query parameters: a text, or a list when given several times. */
export function queryOf(c: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? values[0]! : values,
    ]),
  );
}

export type ReadBody =
  | { ok: true; text: string; body: Record<string, unknown> }
  | { ok: false; code: 'unsupported_media_type' | 'malformed_json' };

/** The JSON object of a request. */
export async function readJson(c: Context): Promise<ReadBody> {
  if (!JSON_TYPE.test(c.req.header('content-type') ?? ''))
    return { ok: false, code: 'unsupported_media_type' };
  const text = await c.req.text();
  try {
    const value: unknown = JSON.parse(text);
    if (!value || typeof value !== 'object' || Array.isArray(value))
      return { ok: false, code: 'malformed_json' };
    return { ok: true, text, body: leavesAsText(value) as Record<string, unknown> };
  } catch {
    return { ok: false, code: 'malformed_json' };
  }
}
