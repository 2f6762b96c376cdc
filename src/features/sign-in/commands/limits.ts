import type { RateLimit } from '#platform/auth/rate-limits.server.ts';

const minutes = (count: number) => count * 60;

/**
 * How often a stranger may try. An office shares one address, so addresses are counted generously and only their
 * failures; a single name is counted strictly.
 */
export const limits = {
  signInByName: { name: 'sign-in-name', attempts: 6, seconds: minutes(10) },
  signInByAddress: { name: 'sign-in-address', attempts: 60, seconds: minutes(10) },
  secondFactor: { name: 'second-factor', attempts: 30, seconds: minutes(10) },
  unlock: { name: 'unlock', attempts: 6, seconds: minutes(10) },
  password: { name: 'own-password', attempts: 6, seconds: minutes(10) },
  codeRequestByPhone: { name: 'owner-code-phone', attempts: 3, seconds: minutes(15) },
  codeRequestByAddress: { name: 'owner-code-address', attempts: 20, seconds: minutes(15) },
  codeEntryByPhone: { name: 'owner-entry-phone', attempts: 10, seconds: minutes(15) },
  codeEntryByAddress: { name: 'owner-entry-address', attempts: 40, seconds: minutes(15) },
} as const satisfies Record<string, RateLimit>;
