import { addDays, type PlainDate } from '#kernel/calendar.ts';

/** What the trainer's phone still may send after the last day: signal may come late. */
const daysAfter = 7;

export const linkValidTo = (endsOn: PlainDate): PlainDate => addDays(endsOn, daysAfter);

export type LinkState = 'valid' | 'revoked' | 'expired';

export function linkState(
  { validTo, revokedAt }: { validTo: PlainDate; revokedAt: Date | null },
  today: PlainDate,
): LinkState {
  if (revokedAt !== null) return 'revoked';
  return today > validTo ? 'expired' : 'valid';
}

/** Office and secret in one: `33.75.kh7m-2qpx-9dnc-…`. It stands after the `#` of the address, which no server is told. */
export const linkCode = (officeCode: string, secret: string): string => `${officeCode}.${secret}`;

/** The office that gave a code out; null for what is no such code. */
export function officeOfLinkCode(code: string): string | null {
  return /^(\d{2}\.\d{2})\.[a-z2-9]{5}(-[a-z2-9]{5}){3}$/.exec(code)?.[1] ?? null;
}
