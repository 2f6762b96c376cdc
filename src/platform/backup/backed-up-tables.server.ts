import pg from 'pg';

/** Tables that do not go into a backup, each with its reason. All others go, new ones by themselves. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  kysely_migration: 'written by the migrations themselves',
  kysely_migration_lock: 'written by the migrations themselves',
  auth_sessions: 'people sign in again; a session ended since must not come back',
  auth_verifications: 'steps of a sign-in under way',
  auth_one_time_codes: 'a code used since must not become valid again',
  auth_rate_limits: 'counts of the last minutes',
};

export type BackedUpTable = { name: string; columns: string[] };

/**
 * Tables of the application's schema with the columns that are carried over, from the database's own catalogue.
 * Left out are generated columns, and those that by default hold the writing transaction's id: it means something
 * in one cluster only, so restored rows get the id of the restoring transaction.
 */
export async function listTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all ($1)
       and coalesce(pg_get_expr(d.adbin, d.adrelid), '') not like '%pg_current_xact_id%'
     group by c.relname order by c.relname`,
    [Object.keys(LEFT_OUT)],
  );
  return rows;
}

/** Values are written and read the same by every server: time zone, dates, numbers to their last digit. */
export async function fixValueFormats(client: pg.Client): Promise<void> {
  await client.query(
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
     set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`,
  );
}

const columnList = (columns: readonly string[]) => columns.map(pg.escapeIdentifier).join(', ');

export function copyOutStatement({ name, columns }: BackedUpTable): string {
  return `copy (select ${columnList(columns)} from public.${pg.escapeIdentifier(name)}) to stdout`;
}

export function copyInStatement({ name, columns }: BackedUpTable): string {
  return `copy public.${pg.escapeIdentifier(name)} (${columnList(columns)}) from stdin`;
}
