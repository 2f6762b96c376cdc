import { setTimeout as sleep } from 'node:timers/promises';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Trx } from '../db/connect.server.ts';
import type { Log } from '../log.ts';
import { isConnectionLost } from '../lost-connection.ts';

/** The kinds of background work. Payloads carry the office and ids, never personal data. */
export const queues = [
  'deliver-message',
  'deliver-slowly',
  'load-sample',
  'work-on-list',
  'link-register',
  'merge-sure-pairs',
  'prepare-round',
  'open-photos',
  'judge-register',
  'run-selection',
] as const;
export type QueueName = (typeof queues)[number];

/** Whatever they need may be away for days: they try every five minutes until they are done. */
const patientQueues: ReadonlySet<QueueName> = new Set(['deliver-slowly']);

export type Job = {
  queue: QueueName;
  /** Ids only. */
  data: Record<string, string>;
  /** Not more than one waiting or running job with this key. */
  singletonKey?: string;
  /**
   * With `singletonKey`: jobs asked for within so many seconds are one; a job that begins after the last of them was
   * asked for is sure to come.
   */
  gatherSeconds?: number;
};

export type JobHandler = (job: {
  officeCode: string;
  data: Record<string, string>;
  signal: AbortSignal;
}) => Promise<void>;

export type JobQueue = {
  /** Adds a job inside the given transaction: it exists only if the transaction is committed. */
  enqueue(trx: Trx, officeCode: string, job: Job): Promise<void>;
  /** Adds many jobs of one queue at once, likewise. */
  enqueueMany(trx: Trx, officeCode: string, queue: QueueName, data: readonly Job['data'][]): Promise<void>;
  /** Works off one queue in this process, one job at a time. */
  work(queue: QueueName, handler: JobHandler): Promise<void>;
  stop(): Promise<void>;
};

/**
 * The queue of one installation, kept in the schema `pgboss` of the same database. Only the worker supervises
 * (expires, retries, cleans up); the web server and the command line merely add jobs.
 */
export async function openJobQueue(url: string, log: Log, role: 'adds' | 'works'): Promise<JobQueue> {
  const works = role === 'works';
  const boss = new PgBoss({
    connectionString: url,
    application_name: `gawangan-jobs-${role}`,
    max: works ? 4 : 2,
    createSchema: false, // made by the migration, owned by the migration role
    supervise: works,
    schedule: false,
  });
  boss.on('error', (error) => log.error({ error: String(error) }, 'job queue'));
  const start = async () => {
    await boss.start();
    for (const name of queues) {
      await boss.createQueue(name, {
        retryDelay: 2,
        retryBackoff: true,
        ...(patientQueues.has(name) ? { retryLimit: 1_000, retryDelayMax: 300 } : { retryLimit: 5 }),
        heartbeatSeconds: 30,
        // A long list takes its time; a dead worker is known by its heartbeat.
        expireInSeconds: 6 * 3_600,
      });
    }
  };
  // The worker works at once; a process that may add a job starts the queue with its first one.
  let started: Promise<void> | null = works ? start() : null;
  await started;
  if (works) await takeUpOrphans(boss);
  return {
    async enqueue(trx, officeCode, { queue, data, singletonKey, gatherSeconds }) {
      started ??= start();
      await started;
      await boss.send(
        queue,
        { officeCode, ...data },
        {
          db: fromKysely(trx),
          ...(singletonKey ? { singletonKey } : {}),
          ...(gatherSeconds ? { singletonSeconds: gatherSeconds, singletonNextSlot: true } : {}),
        },
      );
    },
    async enqueueMany(trx, officeCode, queue, data) {
      if (data.length === 0) return;
      started ??= start();
      await started;
      const jobs = data.map((one) => ({ data: { officeCode, ...one } }));
      await boss.insert(queue, jobs, { db: fromKysely(trx) });
    },
    async work(queue, handler) {
      await boss.work<Record<string, string>>(queue, { pollingIntervalSeconds: 0.5 }, async ([job]) => {
        if (!job) return;
        const { officeCode = '', ...data } = job.data;
        await steadily(() => handler({ officeCode, data, signal: job.signal }), job.signal);
      });
    },
    async stop() {
      if (started) await boss.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

/**
 * An installation has one worker, so jobs that are under way when it starts were those of one that was killed: they
 * are taken up at once instead of after their heartbeat.
 */
async function takeUpOrphans(boss: PgBoss): Promise<void> {
  await boss
    .getDb()
    .executeSql("update pgboss.job set state = 'retry', start_after = now() where state = 'active'", []);
}

const patience = 60;

/** While the database is away for a moment (it was killed and is started again) a job waits for it. */
async function steadily(run: () => Promise<void>, signal: AbortSignal): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isConnectionLost(error) || attempt === patience || signal.aborted) throw error;
      await sleep(1_000);
    }
  }
}
