import { plainDateInWib } from '#kernel/calendar.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { countAttempt } from '#platform/auth/rate-limits.server.ts';
import type { Services } from '#platform/services.server.ts';
import { hashOfSeatCode } from '../commands/answer-links.server.ts';
import { findSeatByCode, type SeatByCode } from '../participant-store.server.ts';

/** A street shares one address; nobody opens a link more often than this, and codes cannot be guessed. */
const linkLimit = { name: 'seat-link', attempts: 60, seconds: 600 };

/** What whoever holds the link may see; null: there is no such link, a newer one was made, or the days are over. */
export async function seatByLink(
  services: Services,
  clientAddress: string,
  code: string,
): Promise<Outcome<SeatByCode | null>> {
  const counted = await countAttempt(services.db, linkLimit, clientAddress);
  if (!counted.ok) return refused('rate_limited', { details: counted.refusal.details ?? {} });
  const now = services.clock();
  const found = await findSeatByCode(services.db, hashOfSeatCode(code));
  if (!found || found.endsOn < plainDateInWib(now.getTime())) return { ok: true, value: null };
  const ranOut = found.status === 'offered' && found.answerBy !== null && found.answerBy < now;
  return { ok: true, value: ranOut ? { ...found, status: 'silent' } : found };
}
