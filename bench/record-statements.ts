import type pg from 'pg';

/** One statement as it went to the database. `freshIdAt`: the value that must be another one each time. */
export type Statement = { text: string; values: unknown[]; freshIdAt?: number };

/** Notes every statement of a pool from now on, in their order. */
export function recordStatements(pool: pg.Pool): Statement[] {
  const statements: Statement[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (text: string, values?: unknown[]) => unknown;
    client.query = ((text: string, values: unknown[] = []) => {
      const isAudit = /^insert into "audit_events"/.test(text);
      statements.push({ text, values, ...(isAudit ? { freshIdAt: 1 } : {}) });
      return query(text, values);
    }) as never;
  });
  return statements;
}
