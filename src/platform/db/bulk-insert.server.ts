import { type RawBuilder, sql } from 'kysely';
import type { Trx } from './connect.server.ts';

type ColumnType =
  | 'text'
  | 'uuid'
  | 'bytea'
  | 'int'
  | 'int2'
  | 'bigint'
  | 'bool'
  | 'date'
  | 'timestamptz'
  | 'float8'
  | 'jsonb';

/** PostgreSQL type of each column that is written. */
export type ColumnTypes<Row> = { [Column in keyof Row]: ColumnType };

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const NEEDS_ESCAPE = /["\\]/;
const quoted = (text: string) => `"${NEEDS_ESCAPE.test(text) ? text.replace(/["\\]/g, '\\$&') : text}"`;

/** How one value stands inside an array literal ("Array Value Input" in PostgreSQL's manual). */
const writers: Record<ColumnType, (value: never) => string> = {
  text: quoted,
  jsonb: quoted,
  // A third longer than the bytes; hexadecimal would be twice as long. Read back by `given`.
  bytea: (value: Buffer) => value.toString('base64'),
  timestamptz: (value: Date) => `"${value.toISOString()}"`,
  // Digits, letters, dots and dashes only: nothing to quote.
  uuid: String,
  int: String,
  int2: String,
  bigint: String,
  bool: String,
  date: String,
  float8: String,
};

/** The array literal of one column; written here because the driver's own takes most of the time of an import. */
function arrayLiteral(type: ColumnType, rows: readonly object[], column: string): string {
  const write = writers[type];
  const parts = new Array<string>(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const value = (rows[at] as Record<string, unknown>)[column];
    parts[at] = value === null || value === undefined ? 'NULL' : write(value as never);
  }
  return `{${parts.join(',')}}`;
}

/**
 * Inserts many rows with one statement: one array per column (`insert … select from unnest`). COPY cannot be used
 * where row-level security applies; this is within sight of it. Answers how many were inserted; `skipSame`: rows that a
 * unique index knows already are passed over.
 */
export async function bulkInsert<Row extends object>(
  trx: Trx,
  table: string,
  types: ColumnTypes<Row>,
  rows: readonly Row[],
  { skipSame = false }: { skipSame?: boolean } = {},
): Promise<number> {
  if (rows.length === 0) return 0;
  const columns = Object.keys(types) as (keyof Row & string)[];
  const names = sql.join(columns.map((column) => sql.ref(snakeCase(column))));
  const unless = skipSame ? sql` on conflict do nothing` : sql``;
  const { numAffectedRows } =
    await sql`insert into ${sql.table(snakeCase(table))} (${names}) ${given(types, columns, rows)}${unless}`.execute(
      trx,
    );
  return Number(numAffectedRows ?? 0n);
}

/** `select … from unnest(…)`: the rows as a query, one array per column. */
function given<Columns extends string>(
  types: Readonly<Record<Columns, ColumnType>>,
  columns: readonly Columns[],
  rows: readonly object[],
): RawBuilder<unknown> {
  const arrays = columns.map((column) => {
    const type = types[column] === 'bytea' ? 'text' : types[column];
    return sql`${arrayLiteral(types[column], rows, column)}::${sql.raw(type)}[]`;
  });
  const names = columns.map((column) => sql.ref(snakeCase(column)));
  const values = columns.map((column, at) =>
    types[column] === 'bytea' ? sql`decode(${names[at]!}, 'base64') as ${names[at]!}` : names[at]!,
  );
  return sql`select ${sql.join(values)} from unnest(${sql.join(arrays)}) as listed(${sql.join(names)})`;
}

/**
 * Sets columns of many rows with one statement. `key` names the columns that find a row; of the others, null or left
 * out means "leave as it is", so nothing is ever erased this way.
 */
export async function bulkUpdate<Columns extends string>(
  trx: Trx,
  table: string,
  types: Readonly<Record<Columns, ColumnType>>,
  key: readonly NoInfer<Columns>[],
  rows: readonly { readonly [Column in Columns]?: unknown }[],
  also: readonly RawBuilder<unknown>[] = [],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(types) as Columns[];
  const name = (column: string) => sql.ref(snakeCase(column));
  const sets = columns
    .filter((column) => !key.includes(column))
    .map((column) => sql`${name(column)} = coalesce(given.${name(column)}, kept.${name(column)})`);
  await sql`update ${sql.table(snakeCase(table))} as kept set ${sql.join([...sets, ...also])}
    from (${given(types, columns, rows)}) as given
    where ${sql.join(
      key.map((column) => sql`kept.${name(column)} = given.${name(column)}`),
      sql` and `,
    )}`.execute(trx);
}
