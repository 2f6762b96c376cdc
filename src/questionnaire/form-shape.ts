import { z } from 'zod';
import { type Form, type FormItem, questionKinds, withoutValue } from './form.ts';

/**
 * A form as it comes out of the database or over the wire. Checks its shape only; whether it can be run is
 * what `openForm` says. Not shipped to phones.
 */
const text = z.object({ id: z.string().optional(), en: z.string().optional() }).strict();
const expression = z.string().max(5_000);

const question = z
  .object({
    kind: z.enum(questionKinds),
    name: z.string(),
    label: text.optional(),
    hint: text.optional(),
    required: z.union([z.literal(true), expression]).optional(),
    requiredMessage: text.optional(),
    relevant: expression.optional(),
    constraint: expression.optional(),
    constraintMessage: text.optional(),
    calculation: expression.optional(),
    list: z.string().optional(),
    choiceFilter: expression.optional(),
    default: z.string().optional(),
    appearance: z.string().optional(),
    readOnly: z.literal(true).optional(),
    unit: text.optional(),
    personal: z.literal(true).optional(),
    states: z.array(z.enum(withoutValue)).optional(),
    preload: z.string().optional(),
    maxPixels: z.number().int().positive().optional(),
  })
  .strict();

const section = {
  name: z.string(),
  label: text.optional(),
  relevant: expression.optional(),
  appearance: z.string().optional(),
  get items() {
    return z.array(item);
  },
};

const item: z.ZodType<FormItem> = z.lazy(() =>
  z.union([
    question,
    z.object({ kind: z.literal('group'), ...section }).strict(),
    z.object({ kind: z.literal('repeat'), count: expression.optional(), ...section }).strict(),
  ]),
);

const choice = z
  .object({ name: z.string(), label: text, columns: z.record(z.string(), z.string()).optional() })
  .strict();

export const formShape: z.ZodType<Form> = z
  .object({
    id: z.string().min(1).max(100),
    version: z.number().int().positive(),
    title: z.string().min(1).max(300),
    defaultLanguage: z.enum(['id', 'en']),
    items: z.array(item).max(500),
    lists: z.record(z.string(), z.array(choice).max(5_000)),
  })
  .strict();
