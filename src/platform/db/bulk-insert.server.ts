import { type RawBuilder, sql } from 'kysely';
import type { Trx } from './connect.server.ts';

/** PostgreSQL type of each column that is written. */
export type ColumnTypes<Row> = { [Column in keyof Row]: 'text' | 'uuid' | 'bytea' | 'int' | 'bigint' | 'bool' | 'date' | 'timestamptz' | 'float8' | 'jsonb' };

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Inserts many rows with one statement: one array per column (`insert … select from unnest`). COPY cannot be used
 * where row-level security applies; this is within sight of it.
 */
export async function bulkInsert<Row extends object>(trx: Trx, table: string, types: ColumnTypes<Row>, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(types) as (keyof Row & string)[];
  const arrays: RawBuilder<unknown>[] = columns.map(
    (column) => sql`${rows.map((row) => row[column])}::${sql.raw(types[column])}[]`,
  );
  const names = sql.join(columns.map((column) => sql.ref(snakeCase(column))));
  await sql`insert into ${sql.table(table)} (${names}) select * from unnest(${sql.join(arrays)})`.execute(trx);
}
