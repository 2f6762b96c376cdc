import { parseNip } from '#kernel/statutory/nip.ts';
import { parsePhone } from '#kernel/statutory/phone.ts';

export type SignInName = { kind: 'email' | 'phone' | 'nip'; value: string };

/**
 * Reads what a person types to sign in: e-mail (lower case), mobile or other phone (E.164), or NIP (18 digits).
 * Null when it can be none of them.
 */
export function readSignInName(text: string): SignInName | null {
  const typed = text.normalize('NFKC').trim();
  if (typed.length === 0 || typed.length > 200) return null;
  if (typed.includes('@')) {
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed) ? { kind: 'email', value: typed.toLowerCase() } : null;
  }
  const nip = parseNip(typed);
  if (nip.ok) return { kind: 'nip', value: nip.value };
  const phone = parsePhone(typed);
  return phone.ok ? { kind: 'phone', value: phone.value.e164 } : null;
}

/** What is put through the blind index: kind and value, so that no name of one kind passes for another. */
export function signInNameKey(name: SignInName): string {
  return `${name.kind}:${name.value}`;
}
