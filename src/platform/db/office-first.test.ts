import pg from 'pg';
import { expect, inject, test } from 'vitest';

/**
 * Tables whose keys do not begin with office_code, each with its reason. Anything else fails: on a distributed
 * database tables are spread by office.
 */
const EXEMPT: Record<string, string> = {
  areas: 'reference, the same for every office',
  area_aliases: 'reference',
  kbli_codes: 'reference',
  auth_users: 'read before the office is known',
  auth_sessions: 'read before the office is known',
  auth_accounts: 'read before the office is known',
  auth_verifications: 'read before the office is known',
  auth_two_factors: 'read before the office is known',
  auth_sign_in_names: 'read before the office is known',
  auth_one_time_codes: 'read before the office is known',
  auth_rate_limits: 'read before the office is known',
  kysely_migration: 'migrations',
  kysely_migration_lock: 'migrations',
};

/** Foreign keys out of an office's table to one that is the same for every office. */
const EXEMPT_TARGETS = new Set(['areas', 'kbli_codes', 'auth_users']);

async function query<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: inject('templateUrl') });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

test('every primary key begins with office_code, exceptions listed with their reason', async () => {
  const keys = await query<{ table_name: string; first_column: string | null }>(`
    select c.relname as table_name, a.attname as first_column
    from pg_class c
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  const offenders = keys
    .filter((key) => key.first_column !== 'office_code')
    .map((key) => key.table_name)
    .sort();
  expect(offenders).toEqual(Object.keys(EXEMPT).sort());
});

test('every foreign key between tables of an office begins with office_code', async () => {
  const keys = await query<{
    table_name: string;
    target: string;
    first_column: string;
    first_target: string;
  }>(`
    select c.conrelid::regclass::text as table_name, c.confrelid::regclass::text as target,
           a.attname as first_column, b.attname as first_target
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
    where c.contype = 'f' and c.connamespace = 'public'::regnamespace`);
  const offenders = keys.filter(
    (key) =>
      !(key.table_name in EXEMPT) &&
      !EXEMPT_TARGETS.has(key.target) &&
      (key.first_column !== 'office_code' || key.first_target !== 'office_code'),
  );
  expect(keys.length).toBeGreaterThan(10);
  expect(offenders).toEqual([]);
});

test('every table of an office has row-level security, and the application role can neither own nor bypass it', async () => {
  const tables = await query<{ table_name: string; protected: boolean; owner: string; policies: number }>(`
    select c.relname as table_name, c.relrowsecurity as protected, c.relowner::regrole::text as owner,
           (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`);
  const open = tables.filter((one) => !(one.table_name in EXEMPT) && (!one.protected || one.policies === 0));
  expect(open).toEqual([]);
  expect(tables.filter((one) => one.owner === 'gawangan_app')).toEqual([]);
  const [role] = await query(
    `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname = 'gawangan_app'`,
  );
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
});

test('the audit can be added to and read, never changed or removed', async () => {
  const rights = await query<{ privilege_type: string }>(`
    select privilege_type from information_schema.role_table_grants
    where grantee = 'gawangan_app' and table_name = 'audit_events' order by 1`);
  expect(rights.map((one) => one.privilege_type)).toEqual(['INSERT', 'SELECT']);
});

test("functions that run with their owner's rights are few: keys at sign-in, the invented accounts of a sample office, what a printed letter or certificate says, which office an invitation is of, an offered seat by its link, and which offices have changed", async () => {
  const functions = await query<{ name: string }>(`
    select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`);
  expect(functions.map((one) => one.name)).toEqual([
    'certificate_by_verify_code',
    'demo_sign_ins',
    'letter_by_check_code',
    'office_of_invitation',
    'offices_to_check',
    'offices_to_link',
    'offices_with_conditions',
    'offices_with_participants',
    'offices_with_seats_due',
    'outcome_ask_by_code',
    'owners_with_phone',
    'seat_by_code',
  ]);
});
