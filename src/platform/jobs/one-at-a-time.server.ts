import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../db/connect.server.ts';

/**
 * Does `work` while no other process does work of the same name; waits for its turn. The database holds the turn, so
 * that of a process that was killed it is free at once.
 *
 * @throws the signal's reason while waiting
 */
export async function oneAtATime(
  db: Database,
  name: string,
  signal: AbortSignal,
  work: () => Promise<void>,
): Promise<void> {
  await db.connection().execute(async (connection) => {
    const turn = sql`hashtextextended(${name}, 0)`;
    for (;;) {
      signal.throwIfAborted();
      const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${turn}) as mine`.execute(
        connection,
      );
      if (rows[0]?.mine) break;
      await sleep(500);
    }
    try {
      await work();
    } finally {
      // With the connection gone the turn is free already.
      await sql`select pg_advisory_unlock(${turn})`.execute(connection).catch(() => undefined);
    }
  });
}
