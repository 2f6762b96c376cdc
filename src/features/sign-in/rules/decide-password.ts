import { done, type Outcome } from '#kernel/refusal.ts';

export const shortestPassword = 10;
export const longestPassword = 200;

export type PasswordFault = 'too_short' | 'too_long' | 'too_easy' | 'same_as_before';

const easyParts = [
  'password',
  'sandi',
  'qwerty',
  'rahasia',
  'gawangan',
  'admin',
  'dinas',
  'pekalongan',
  'batang',
];

/**
 * Whether a new password is fit: 10 to 200 characters, not a run or repetition, not a well-known word with a few
 * digits, not the person's own name or address, and not the one before. Longer beats stranger (NIST SP 800-63B
 * §5.1.1.2), so no rule asks for signs or capitals.
 */
export function decidePassword(
  password: string,
  about: { before?: string; ownWords: readonly string[] },
): Outcome<void, PasswordFault> {
  if (password.length < shortestPassword) return fault('too_short');
  if (password.length > longestPassword) return fault('too_long');
  if (password === about.before) return fault('same_as_before');
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5 || isRun(plain)) return fault('too_easy');
  const words = [
    ...easyParts,
    ...about.ownWords.map((word) => word.toLowerCase()).filter((word) => word.length >= 4),
  ];
  // What is left when the well-known words are taken out must still be worth something.
  const rest = words
    .reduce((left, word) => left.replaceAll(word, ''), plain)
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return rest.length < 5 ? fault('too_easy') : done();
}

/** The words of a name and an address that a neighbour would try first. */
export function ownWords(name: string, email: string): string[] {
  return [...name.split(/\s+/), ...(email.split('@')[0] ?? '').split(/[._\-+\d]+/)].filter(
    (word) => word.length > 0,
  );
}

function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((char, at) => char.charCodeAt(0) - text.charCodeAt(at));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}

function fault(code: PasswordFault) {
  return { ok: false, refusal: code } as const;
}
