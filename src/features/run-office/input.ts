import { z } from 'zod';
import { isPlainDate } from '#kernel/calendar.ts';
import type { Parsed } from '#kernel/refusal.ts';
import { parseNip } from '#kernel/statutory/nip.ts';
import { parsePhone } from '#kernel/statutory/phone.ts';
import { linesOf } from './rules/letterhead.ts';
import { staffRoles } from './rules/role-scopes.ts';
import { signatoryDuties } from './rules/signatory.ts';

/** An optional field read by one of the kernel's parsers; empty means none. */
function optional<Value>(parse: (text: string) => Parsed<Value>, keep: (value: Value) => string) {
  return z
    .string()
    .trim()
    .max(200)
    .optional()
    .transform((text, context): string | null => {
      if (!text) return null;
      const parsed = parse(text);
      if (parsed.ok) return keep(parsed.value);
      context.addIssue({ code: 'custom', message: parsed.refusal });
      return z.NEVER;
    });
}

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .optional()
  .transform((text) => text || null)
  .refine((text) => text === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), 'email_invalid');

const day = z.string().refine(isPlainDate, 'date_unreadable');
const optionalDay = z
  .string()
  .optional()
  .transform((text) => text || null)
  .refine((text) => text === null || isPlainDate(text), 'date_unreadable');

/** `district:33.75.01`, as the choice of a form carries it. */
const scope = z
  .string()
  .regex(/^(office|district|village|group|partner):.+$/, 'not_a_choice')
  .transform((text) => {
    const [kind, code] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
    return { kind: kind as 'office' | 'district' | 'village' | 'group' | 'partner', code };
  });

export const grantInput = z.object({
  role: z.enum(staffRoles),
  scope,
  validFrom: optionalDay,
  validTo: optionalDay,
});

/** At least one of e-mail, phone and NIP must be there: by what shall the person sign in? */
export const personInput = z
  .object({
    name: z.string().trim().min(1).max(120),
    email,
    phone: optional(parsePhone, (phone) => phone.e164),
    nip: optional(parseNip, (nip) => nip),
    passwordHash: z.string().min(1),
    mustChangePassword: z.boolean(),
    grants: z.array(grantInput).min(1).max(20),
  })
  .refine((person) => person.email !== null || person.phone !== null || person.nip !== null, {
    path: ['email'],
    message: 'blank',
  });

export const userIdInput = z.object({ userId: z.string().min(1).max(100) });

export const grantRoleInput = userIdInput.extend(grantInput.shape);

export const endRoleInput = z.object({ membershipId: z.uuid(), lastDay: day });

export const handOverInput = z.object({
  handOverId: z.uuid(),
  fromUserId: z.string().min(1).max(100),
  toUserId: z.string().min(1).max(100),
  withRoles: z.boolean(),
  note: z
    .string()
    .trim()
    .max(500)
    .optional()
    .transform((text) => text || null),
});

export const officeInput = z.object({
  name: z.string().trim().min(1).max(200),
  shortName: z.string().trim().min(1).max(60),
  isDemo: z.boolean().default(false),
});

export const messageIdInput = z.object({ messageId: z.uuid() });

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1).max(max));
const optionalLine = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => text?.replace(/\s+/g, ' ').trim() || null)
    .refine((text) => text === null || text.length <= max, 'too_long');

/** `lines` one a row; `logo` is a PNG made by us. */
export const letterheadInput = z.object({
  effectiveOn: day,
  lines: z
    .string()
    .max(600)
    .refine((text) => linesOf(text).length > 0, 'blank')
    .refine((text) => linesOf(text).length <= 4, 'too_long')
    .refine((text) => linesOf(text).every((one) => one.length <= 90), 'too_long'),
  address: line(200),
  contact: optionalLine(200),
  city: line(60),
  logo: z.instanceof(Buffer).nullable(),
  keepLogo: z.boolean(),
});

const signatoryFacts = z.object({
  signatoryId: z.uuid(),
  duty: z.enum(signatoryDuties),
  name: line(120),
  rank: optionalLine(80),
  nip: optional(parseNip, (nip) => nip),
  position: line(160),
  acting: z
    .enum(['', 'plt', 'plh'])
    .default('')
    .transform((acting) => acting || null),
  validFrom: day,
  validTo: optionalDay,
});
/** `signatoryId` is made by the form. */
export const addSignatoryInput = signatoryFacts;
export const changeSignatoryInput = signatoryFacts.extend({ revision: z.coerce.number().int().min(1) });
export const endSignatoryInput = z.object({ signatoryId: z.uuid(), validTo: day });
