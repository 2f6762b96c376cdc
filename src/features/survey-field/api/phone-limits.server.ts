import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refusePhone } from './answer-phone.ts';

/** Requests of one phone within a minute: a day's work on a fast line fits, a program that runs away is stopped. */
const limits = { phones: 30, work: 60, deliveries: 240, photos: 2_400, wiped: 60 } as const;

/** Counted in this process: writing each request of a phone to the database would cost more than serving it. */
const limiters = new Map(
  Object.entries(limits).map(([name, points]) => [
    name,
    new RateLimiterMemory({ keyPrefix: name, points, duration: 60 }),
  ]),
);

/** The answer for one who asks too often; null for all others. */
export async function tooOften(what: keyof typeof limits, who: string): Promise<Response | null> {
  try {
    await limiters.get(what)?.consume(who);
    return null;
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    const seconds = Math.max(1, Math.ceil(answer.msBeforeNext / 1_000));
    return refusePhone('too_many', { 'Retry-After': String(seconds) });
  }
}
