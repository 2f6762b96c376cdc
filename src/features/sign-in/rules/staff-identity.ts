import type { SignInName } from './sign-in-name.ts';

/** How staff may be known at the door. */
export type StaffIdentity = { email: string | null; phone: string | null; nip: string | null };

/** E-mail is what better-auth keeps accounts by; a person without one gets an address that no mail can reach. */
export function accountEmail(userId: string, email: string | null): string {
  return email ?? `${userId}@tanpa-surel.invalid`;
}

/** True for the addresses that stand in for people without e-mail, and for owners. */
export function isMadeUpEmail(email: string): boolean {
  return /@(tanpa-surel|pemilik|nomor-pemilik)\.invalid$/.test(email);
}

/** Accounts that may be shown, password and all, on the sign-in page of a demo office. */
export const demoEmailDomain = 'contoh.invalid';

/** Their common password, printed on the page itself; never given to an account of a real office. */
export const demoPassword = 'belajar-gawangan';

export function isDemoEmail(email: string): boolean {
  return email.endsWith(`@${demoEmailDomain}`);
}

export function namesOf(identity: StaffIdentity): SignInName[] {
  const kinds = ['email', 'phone', 'nip'] as const;
  return kinds.flatMap((kind) => {
    const value = identity[kind];
    return value === null ? [] : [{ kind, value }];
  });
}
