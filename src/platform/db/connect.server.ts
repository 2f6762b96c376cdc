import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CamelCasePlugin,
  CompiledQuery,
  Kysely,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type Transaction,
  type TransactionSettings,
} from 'kysely';
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

/** What the transaction about to begin sets for itself. */
const opening = new AsyncLocalStorage<string>();

type PostgresConnection = Parameters<PostgresDriver['rollbackTransaction']>[0];

/** Sends BEGIN and the settings of the transaction together: one way to the server instead of two. */
class HouseDriver extends PostgresDriver {
  override async beginTransaction(connection: PostgresConnection, settings: TransactionSettings) {
    const settingsOfOurs = opening.getStore();
    if (!settingsOfOurs) return super.beginTransaction(connection, settings);
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; ${settingsOfOurs}`));
    } catch (error) {
      await this.rollbackTransaction(connection);
      throw error;
    }
  }
}

class HouseDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver() {
    return new HouseDriver(this.#config);
  }
}

/** Runs `work` in a transaction with settings that end with it, and that row-level security reads. */
function withSettings<T>(
  db: Database,
  settings: Record<string, string>,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  // `work` may open transactions of its own (on `db`): these settings are not theirs.
  return opening.run(`select ${calls.join(', ')}`, () =>
    db.transaction().execute((trx) => opening.exit(() => work(trx))),
  );
}

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
  // One that is in use too: its queries are refused, which is told to whoever asked.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<DB>({
    dialect: new HouseDialect({ pool }),
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
  return withSettings(db, { 'gawangan.office': officeCode }, work);
}

/**
 * As withOffice, for the moments before it is known whether the person may enter one: their own memberships are seen in
 * every office, and `officeCode`'s rows. The caller asks for what concerns this person only.
 */
export async function withUser<T>(
  db: Database,
  userId: string,
  officeCode: string | null,
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  const settings: Record<string, string> = { 'gawangan.user': userId };
  if (officeCode && OFFICE_CODE.test(officeCode)) settings['gawangan.office'] = officeCode;
  return withSettings(db, settings, work);
}
