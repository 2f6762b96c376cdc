import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.server.ts';
import { makeLog } from '#platform/log.ts';

/** A throw-away embedded PostgreSQL, gone with everything in it when stopped. */
export async function startTemporaryPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'gawangan-'));
  await chmod(folder, 0o755); // as root, the database runs as a user of its own and must get in
  const postgres = await startEmbeddedPostgres({
    dataFolder: folder,
    log: makeLog('error', 'temporary-postgres'),
    // Nothing in it outlives the test: it need not survive a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '64MB' },
  });
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
