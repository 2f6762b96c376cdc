import type { Kysely } from 'kysely';
import pg from 'pg';
import { makeMigrator } from '../db/migrate.server.ts';
import { BackupRefused } from './backup-refusal.ts';

const OURS = `
  and not exists (select 1 from pg_depend d where d.objid = o.oid and d.deptype = 'e')`;

/** Whether the database holds Gawangan's tables, nothing at all, or tables of something else. */
export async function whatIsThere(client: pg.Client): Promise<'nothing' | 'gawangan' | 'foreign'> {
  const { rows } = await client.query(
    `select to_regclass('public.offices') is not null and to_regclass('public.kysely_migration') is not null as gawangan,
       exists (select 1 from pg_class o where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') ${OURS}) as tables`,
  );
  if (rows[0].gawangan) return 'gawangan';
  return rows[0].tables ? 'foreign' : 'nothing';
}

/** Takes away all tables, views, types and routines that this role owns in the application's schema, and the queue. */
async function clearSchema(client: pg.Client): Promise<void> {
  await client.query('drop schema if exists pgboss cascade');
  const drop = async (find: string) => {
    const { rows } = await client.query<{ statement: string }>(find);
    for (const { statement } of rows) await client.query(statement);
  };
  await drop(
    `select 'drop table ' || string_agg(o.oid::regclass::text, ', ') || ' cascade' as statement from pg_class o
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relowner = current_user::regrole ${OURS}
     having count(*) > 0`,
  );
  await drop(
    `select 'drop routine if exists ' || o.oid::regprocedure || ' cascade' as statement from pg_proc o
     where pronamespace = 'public'::regnamespace and proowner = current_user::regrole ${OURS}`,
  );
}

/**
 * Inside the given transaction: the schema anew, in the form it had when the backup was made. A backup made by a
 * newer version is refused.
 */
export async function rebuildSchema(
  trx: Kysely<unknown>,
  client: pg.Client,
  roleName: string,
  backedUp: readonly string[],
): Promise<void> {
  const migrator = makeMigrator(trx, roleName);
  const known = (await migrator.getMigrations()).map((migration) => migration.name);
  const last = backedUp.at(-1);
  if (!last || backedUp.some((name, at) => known[at] !== name)) throw new BackupRefused('newer_software');
  await clearSchema(client);
  const { error } = await migrator.migrateTo(last);
  if (error) throw error;
}

/** Migrations that came after the backup, with the data in place. */
export async function migrateForward(trx: Kysely<unknown>, roleName: string): Promise<void> {
  const { error } = await makeMigrator(trx, roleName).migrateToLatest();
  if (error) throw error;
}

/**
 * Takes off what would stand in the way of loading tables in any order, and returns what puts it back: foreign keys
 * (checked for all rows at once when they return), indexes that no constraint needs (built faster over whole tables),
 * and triggers of ours (they did their work when the rows were first written).
 */
export async function takeOffChecks(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ off: string; on: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as on
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
     union all
     select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
       from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and not c.relispartition
        and not exists (select 1 from pg_constraint where conindid = i.indexrelid)
     union all
     select distinct format('alter table %s disable trigger user', tgrelid::regclass),
            format('alter table %s enable trigger user', tgrelid::regclass)
       from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not tgisinternal`,
  );
  for (const { off } of rows) await client.query(off);
  return async () => {
    // Indexes first: they help to check the foreign keys.
    for (const { on } of rows.toReversed()) await client.query(on);
  };
}

/** Sequences go on behind the highest number in use. */
export async function advanceSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.oid::regclass::text as table, a.attname as column
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and pg_get_serial_sequence(c.oid::regclass::text, a.attname) is not null`,
  );
  for (const { table, column } of rows) {
    const name = pg.escapeIdentifier(column);
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), max(${name})) from ${table} having max(${name}) is not null`,
      [table, column],
    );
  }
}
