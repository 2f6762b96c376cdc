import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import type { Database } from '../db/connect.server.ts';

/** So many attempts within so many seconds, counted in the database: the same for every process. */
export type RateLimit = { name: string; attempts: number; seconds: number };

const limiters = new WeakMap<Database, Map<string, RateLimiterPostgres>>();

function limiterFor(db: Database, limit: RateLimit): RateLimiterPostgres {
  const ofDatabase = limiters.get(db) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(db, ofDatabase);
  const known = ofDatabase.get(limit.name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    // The library wants a pg client; Kysely's own connections serve as well.
    storeClient: {
      async query({ text, values = [] }: { text: string; values?: unknown[] }) {
        const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
        return { rows, rowCount: rows.length };
      },
    },
    storeType: 'client',
    tableName: 'auth_rate_limits',
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.attempts,
    duration: limit.seconds,
  });
  ofDatabase.set(limit.name, made);
  return made;
}

/**
 * Counts one attempt before it is made, so that attempts at the same moment cannot slip through. Refused with
 * `rate_limited` and the `seconds` to wait. The value is how many attempts are left.
 */
export async function countAttempt(
  db: Database,
  limit: RateLimit,
  key: string,
): Promise<Outcome<{ left: number }>> {
  try {
    const { remainingPoints } = await limiterFor(db, limit).consume(key);
    return done({ left: remainingPoints });
  } catch (answer) {
    if (!(answer instanceof RateLimiterRes)) throw answer;
    return refused('rate_limited', {
      details: { seconds: Math.max(1, Math.ceil(answer.msBeforeNext / 1000)) },
    });
  }
}

/** Forgets the attempts with this key: the person has proved themselves. */
export async function forgiveAttempts(db: Database, limit: RateLimit, key: string): Promise<void> {
  await limiterFor(db, limit).delete(key);
}

/** Takes one counted attempt back, where only failures are to count. */
export async function returnAttempt(db: Database, limit: RateLimit, key: string): Promise<void> {
  await limiterFor(db, limit).reward(key);
}
