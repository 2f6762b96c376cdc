import { z } from 'zod';
import { done, type Parsed, unparsed } from './refusal.ts';

/** The longest address that can be delivered to (RFC 5321 §4.5.3.1.3). */
const LONGEST = 254;
const address = z.email().max(LONGEST);

/**
 * Reads one e-mail address as people type and lists write it: blanks around it, `mailto:`, `<…>`. The domain comes back in
 * small letters; the part before the @ is its owner's business and stays as written. Refuses: blank, email_invalid.
 */
export function parseEmail(text: string): Parsed<string> {
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .trim();
  if (bare === '') return unparsed('blank');
  const at = bare.lastIndexOf('@');
  const tidy = bare.slice(0, at) + bare.slice(at).toLowerCase();
  return address.safeParse(tidy).success ? done(tidy) : unparsed('email_invalid');
}

/** `s***@contoh.id`: the first letter and the domain. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${email.slice(0, 1)}***${email.slice(at)}`;
}

/** By what addresses are compared: in practice no server tells capital letters apart. */
export const sameEmail = (email: string): string => email.toLowerCase();
