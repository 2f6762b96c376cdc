import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { newId } from '#kernel/id.ts';
import { appRole, prepareServer } from '../db/migrate.server.ts';
import {
  type BackedUpTable,
  copyInStatement,
  fixValueFormats,
  listTables,
} from './backed-up-tables.server.ts';
import { asOutcome, BackupRefused } from './backup-refusal.ts';
import { copyIn } from './copy-stream.server.ts';
import type { Manifest } from './entry-stream.ts';
import { nothingToPlace, type Placement, planMasterKey } from './master-key-place.server.ts';
import { type BackupContents, type ReadProgress, readBackup } from './read-backup.server.ts';
import {
  advanceSequences,
  migrateForward,
  rebuildSchema,
  takeOffChecks,
  whatIsThere,
} from './rebuild-schema.server.ts';
import { type StagedFiles, stageFiles } from './staged-files.server.ts';

export type RestoreRequest = {
  path: string;
  passphrase: string;
  ownerUrl: string;
  dataFolder: string;
  /** GAWANGAN_KEY. */
  keyInEnvironment: string | undefined;
  /** GAWANGAN_APP_ROLE. */
  roleName: string;
  /** Whether what is there may be replaced. */
  replace: boolean;
  now: Date;
  onRead?: ReadProgress;
};

const LOCK_NOT_AVAILABLE = '55P03';

async function refuseUnlessFree(client: pg.Client, { replace, roleName }: RestoreRequest): Promise<void> {
  const there = await whatIsThere(client);
  if (there === 'foreign') throw new BackupRefused('foreign_database');
  if (there === 'gawangan' && !replace) {
    const { rows } = await client.query('select office_code from offices order by office_code limit 5');
    if (rows.length > 0)
      throw new BackupRefused('not_empty', { offices: rows.map((row) => row.office_code).join(', ') });
  }
  // The worker looks for jobs twice a second, so a running installation always holds connections.
  const { rows: others } = await client.query(
    'select 1 from pg_stat_activity where datname = current_database() and usename = $1 and pid <> pg_backend_pid()',
    [roleName],
  );
  if (others.length > 0) throw new BackupRefused('in_use');
}

/** The backup's tables must be those its migrations make here; else it comes from another, unreleased form. */
function matching(expected: readonly BackedUpTable[], name: string, columns: string[]): BackedUpTable {
  const table = expected.find((one) => one.name === name);
  if (!table || table.columns.toSorted().join() !== columns.toSorted().join())
    throw new BackupRefused('other_build', { table: name });
  return { name, columns };
}

/**
 * The queue is not in the backup. A message that waited may have gone out since: an officer decides. Long work
 * cut off is marked as failed, so that it can be started again.
 */
async function closeOpenWork(client: pg.Client, now: Date): Promise<void> {
  await client.query(`update outbox_messages set status = 'kept' where status = 'waiting'`);
  await client.query(
    `update long_tasks set state = 'failed', finished_at = $1,
       message = 'Terputus: data dipulihkan dari cadangan. Mulai lagi. / Cut off by a restore; start it again.'
     where state in ('waiting', 'running')`,
    [now],
  );
}

async function writeTrail(client: pg.Client, { offices, madeAt }: Manifest, now: Date): Promise<void> {
  for (const { code } of offices) {
    await client.query(
      `insert into audit_events (office_code, event_id, occurred_at, actor_kind, actor_name, action, details)
       values ($1, $2, $3, 'system', 'Baris perintah', 'backup.restored', $4)`,
      [code, newId(), now, { madeAt }],
    );
  }
}

/** All of the backup into the open transaction, its files into the staging folder. */
async function load(
  trx: Kysely<unknown>,
  client: pg.Client,
  request: RestoreRequest,
  onDisk: { files: StagedFiles; key: Placement },
): Promise<BackupContents> {
  const { roleName, now } = request;
  let expected: BackedUpTable[] = [];
  let putBackChecks: () => Promise<void> = async () => undefined;
  const rows: Record<string, number> = {};
  let files = 0;
  const contents = await readBackup(request.path, request.passphrase, {
    ...(request.onRead ? { onRead: request.onRead } : {}),
    async onManifest({ masterKey, migrations }) {
      onDisk.key = await planMasterKey({ ...request, backupKey: masterKey });
      await prepareServer(client, appRole(Buffer.from(masterKey, 'hex'), roleName));
      await rebuildSchema(trx, client, roleName, migrations);
      expected = await listTables(client);
      putBackChecks = await takeOffChecks(client);
    },
    async onEntry(entry, reader) {
      if (entry.kind === 'file') {
        await onDisk.files.add(entry.key, reader.body());
        files += 1;
      } else {
        const table = matching(expected, entry.name, entry.columns);
        rows[table.name] = await copyIn(client, copyInStatement(table), reader.body());
      }
    },
  });
  const missing = expected.find((table) => rows[table.name] !== contents.rows[table.name]);
  if (missing) throw new BackupRefused('other_build', { table: missing.name });
  if (files !== contents.files) throw new BackupRefused('damaged');
  await putBackChecks();
  await advanceSequences(client);
  await migrateForward(trx, roleName);
  await closeOpenWork(client, now);
  await writeTrail(client, contents.manifest, now);
  return contents;
}

/**
 * Puts a backup in place of an installation that is empty, or of whatever is there when asked to: schema, rows and
 * the application's role in one transaction, key and files just before it is committed. Refused or interrupted,
 * everything stays as it was. Needs the owner's role, and that the application is stopped.
 */
export function restoreBackup(request: RestoreRequest) {
  return asOutcome(async (): Promise<BackupContents> => {
    const client = new pg.Client({
      connectionString: request.ownerUrl,
      application_name: 'gawangan-restore',
    });
    client.on('error', () => undefined); // the statement under way fails and says why
    await client.connect();
    // One connection under both Kysely, which migrates, and COPY.
    const pool = { connect: async () => Object.assign(client, { release: () => undefined }) };
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pool as never }) });
    const onDisk = { files: await stageFiles(request.dataFolder), key: nothingToPlace };
    const placements = () => [onDisk.key, onDisk.files];
    try {
      await refuseUnlessFree(client, request);
      const contents = await db
        .transaction()
        .execute(async (trx) => {
          await sql`set local lock_timeout = '10s'`.execute(trx);
          await fixValueFormats(client);
          const loaded = await load(trx, client, request, onDisk);
          // Key and files first: should the machine stop right here, an empty database has a key and files too many.
          for (const one of placements()) await one.place();
          return loaded;
        })
        .catch(async (error) => {
          for (const one of placements()) await one.takeBack();
          throw error.code === LOCK_NOT_AVAILABLE ? new BackupRefused('in_use') : error;
        });
      await onDisk.files.finish();
      await client.query('analyze');
      return contents;
    } finally {
      await onDisk.files.discard();
      await client.end();
    }
  });
}
