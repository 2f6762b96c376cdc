// A process of its own: what node:http alone does, and node:http with pg running given statements.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import type { Statement } from './record-statements.ts';

const { DATABASE_URL, STATEMENTS = '[]' } = process.env;
const statements: Statement[] = JSON.parse(STATEMENTS);
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });

async function runAll(): Promise<number> {
  const client = await pool.connect();
  try {
    let rows = 0;
    for (const { text, values, freshIdAt } of statements) {
      const given = freshIdAt === undefined ? values : values.with(freshIdAt, randomUUID());
      rows += (await client.query(text, given)).rowCount ?? 0;
    }
    return rows;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const send = (body: object) => {
    const json = JSON.stringify(body);
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(json),
    });
    response.end(json);
  };
  if (request.url === '/static') return send({ status: 'ok' });
  request.resume().once('end', () => {
    runAll().then(
      (rows) => send({ rows }),
      (error) => response.destroy(error),
    );
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.once('disconnect', () => process.exit());
