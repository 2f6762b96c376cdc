import { z } from 'zod';
import { isPlainDate } from './calendar.ts';
import { isId } from './id.ts';
import type { Parsed } from './refusal.ts';

/** A Zod shape out of one of the kernel's parsers; what the parser refuses becomes the issue's message. */
export function parsedBy<Value>(parse: (text: string) => Parsed<Value>) {
  return z.string().transform((text, context): Value => {
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.refusal, input: text });
    return z.NEVER;
  });
}

/** Text as a person types it: trimmed, inner white space single, blank as absent. */
export const optionalText = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(max))
    .transform((text) => (text === '' ? undefined : text))
    .optional();

export const requiredText = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));

export const idShape = z.string().refine(isId, 'id_format');

/** A day, `YYYY-MM-DD`. */
export const dayShape = z.string().refine(isPlainDate, 'date_unreadable');

/** A field of a form that was left empty counts as not given. */
export const blankAsAbsent = (value: unknown) => (value === '' || value === null ? undefined : value);
