import { z } from 'zod';
import { parseEmail } from '#kernel/email.ts';
import { blankAsAbsent, dayShape, idShape, optionalText, parsedBy, requiredText } from '#kernel/shape.ts';
import { unknownPlaceholders } from './rules/fill-message.ts';
import { consentChannels, purposes } from './rules/may-contact.ts';
import { TITLE_LENGTH } from './rules/outreach-words.ts';
import { outcomes } from './rules/recipient-state.ts';

/** Line breaks are part of a message. */
const messageShape = z
  .string()
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\S\n]+/g, ' ')
      .trim(),
  )
  .pipe(z.string().min(1).max(1_000))
  .refine((text) => unknownPlaceholders(text).length === 0, 'wrong_format');

/** What a list of people is made of, but for the people. */
export const outreachFacts = z.object({
  title: requiredText(TITLE_LENGTH),
  purpose: z.enum(purposes),
  message: messageShape,
});

export const outreachIdInput = z.object({ outreachId: idShape });
export const enterpriseIdInput = z.object({ enterpriseId: idShape });
/** One mail of a list: by its id in the outbox, or by the address to which it went. */
export const mailLineInput = outreachIdInput
  .extend({
    messageId: z.preprocess(blankAsAbsent, idShape.optional()),
    address: z.preprocess(blankAsAbsent, parsedBy(parseEmail).optional()),
  })
  .refine(({ messageId, address }) => messageId !== undefined || address !== undefined, {
    path: ['address'],
    message: 'blank',
  });
export const recipientIdInput = z.object({ recipientId: idShape });

export const outcomeInput = z.object({
  recipientId: idShape,
  outcome: z.enum(outcomes),
  note: optionalText(300),
});

export const consentInput = z.object({
  enterpriseId: idShape,
  channel: z.enum(consentChannels),
  purpose: z.enum(purposes),
  answer: z.enum(['given', 'withdrawn']),
  proof: z.enum(['form', 'spoken', 'reply']),
  saidOn: dayShape,
  note: optionalText(300),
});

/** A contact outside any list: a call, a letter, a talk at the counter. */
export const contactInput = z.object({
  enterpriseId: idShape,
  channel: z.enum(['chat', 'phone', 'letter', 'visit', 'email']),
  purpose: z.enum([...purposes, 'reply']),
  result: z.enum(['sent', 'replied', 'met', 'not_met', 'no_answer', 'wrong_number', 'declined']),
  note: optionalText(300),
});

export const sendingInput = z.object({
  outreachId: idShape,
  /** As approved by the provider: small letters, digits and underscores. */
  templateName: z
    .string()
    .trim()
    .regex(/^[a-z0-9_]{1,512}$/),
  templateLanguage: z
    .string()
    .trim()
    .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/)
    .default('id'),
  templateCategory: z.enum(['utility', 'marketing']),
});
