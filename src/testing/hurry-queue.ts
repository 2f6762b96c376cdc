import pg from 'pg';
import { PgBoss } from 'pg-boss';

/**
 * Lets the time pass after which the queue takes the worker of a running job for dead and gives the job to another.
 * To be called when that worker is gone: a living one would see its job given away.
 */
export async function hurryQueue(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`update pgboss.job set heartbeat_on = now() - interval '1 hour' where state = 'active'`);
  await owner.query(`update pgboss.queue set monitor_on = null`);
  const boss = new PgBoss({
    connectionString: ownerUrl,
    createSchema: false,
    migrate: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.supervise();
  await boss.stop({ graceful: true });
  await owner.query(`update pgboss.job set start_after = now() where state = 'retry'`);
  await owner.end();
}
