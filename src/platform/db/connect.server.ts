import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './tables.ts';

export type Database = Kysely<DB>;
export type Trx = Transaction<DB>;

const { builtins, getTypeParser } = pg.types;

/** bigint → number (rupiah and counts stay below 2^53, checked), date → 'YYYY-MM-DD', numeric → number. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new Error('bigint beyond the safe range');
    return value;
  },
  [builtins.NUMERIC]: Number,
  [builtins.DATE]: (text) => text,
};

export type Connected = { db: Database; pool: pg.Pool; close(): Promise<void> };

/** A pool and a typed query builder; columns are snake_case in SQL and camelCase in code. */
export function connect(url: string, options: { max?: number; name?: string } = {}): Connected {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name ?? 'gawangan',
    types: {
      getTypeParser: ((oid: number, format?: 'text') => parsers[oid] ?? getTypeParser(oid, format)) as never,
    },
  });
  // An idle connection lost (server restarted) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, pool, close: () => db.destroy() };
}

const OFFICE_CODE = /^\d{2}\.\d{2}$/;

/**
 * Runs `work` in one transaction that sees only this office's rows: row-level security reads the setting, which
 * ends with the transaction.
 */
export async function withOffice<T>(
  db: Database,
  officeCode: string,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  if (!OFFICE_CODE.test(officeCode)) throw new Error(`not an office code: ${officeCode}`);
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('gawangan.office', ${officeCode}, true)`.execute(trx);
    return work(trx);
  });
}

/** As withOffice, for the moments before an office is chosen: only this person's own memberships are seen. */
export async function withUser<T>(db: Database, userId: string, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('gawangan.user', ${userId}, true)`.execute(trx);
    return work(trx);
  });
}
