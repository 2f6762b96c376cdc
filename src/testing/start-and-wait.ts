// Started as a process of its own by a test, and killed by it: starts an embedded database and says its address.
import { startEmbeddedPostgres } from '../platform/db/embedded-postgres.server.ts';
import { makeLog } from '../platform/log.ts';

const postgres = await startEmbeddedPostgres({
  dataFolder: process.argv[2] ?? '',
  log: makeLog('silent', 'test'),
});
process.stdout.write(`${postgres.url}\n`);
setInterval(() => undefined, 60_000);
