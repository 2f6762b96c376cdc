import { z } from 'zod';
import { isPlainDate } from '#kernel/calendar.ts';
import type { Parsed } from '#kernel/refusal.ts';
import { parseNip } from '#kernel/statutory/nip.ts';
import { parsePhone } from '#kernel/statutory/phone.ts';
import { staffRoles } from './rules/role-scopes.ts';

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
