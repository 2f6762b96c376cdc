import { setImmediate as nextTurn } from 'node:timers/promises';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { copyIn, copyOut } from './copy-stream.server.ts';

async function aConnection() {
  const client = new pg.Client({ connectionString: inject('templateUrl') });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('create temporary table thing (id integer primary key, note text)');
  return client;
}
const many = `copy (select n, repeat('x', 90) from generate_series(1, 200000) n) to stdout`;

test('a large table comes whole, however slowly it is taken, and never much of it at once', async () => {
  const client = await aConnection();
  let bytes = 0;
  let rows = 0;
  let largest = 0;
  const stream = copyOut(client, many, (count) => {
    rows = count;
  });
  for await (const piece of stream) {
    bytes += piece.length;
    largest = Math.max(largest, piece.length);
    // Now slower, now faster than the server, which is held back.
    for (let turn = 0; turn < (largest % 7) * 10; turn++) await nextTurn();
  }
  expect(rows).toBe(200_000);
  expect(bytes).toBe(200_000 * 92 + 1_088_895);
  expect(largest).toBeLessThan(4 * 1024 * 1024);
  expect((await client.query('select 1 as still')).rows).toEqual([{ still: 1 }]);
});

test('what comes out goes in again', async () => {
  const client = await aConnection();
  const second = await aConnection();
  expect(await copyIn(second, 'copy thing from stdin', copyOut(client, many))).toBe(200_000);
  expect((await second.query('select sum(id)::text, min(note) from thing')).rows).toEqual([
    { sum: '20000100000', min: 'x'.repeat(90) },
  ]);
});

test('a row the server refuses, and a source that breaks, end the statement and leave the connection usable', async () => {
  const client = await aConnection();
  async function* endless() {
    for (;;) yield Buffer.from('1\tsama\n'.repeat(10_000));
  }
  await expect(copyIn(client, 'copy thing from stdin', endless())).rejects.toThrow('duplicate key');
  async function* broken() {
    yield Buffer.from('1\tsatu\n');
    throw new Error('the file cannot be read');
  }
  await expect(copyIn(client, 'copy thing from stdin', broken())).rejects.toThrow('the file cannot be read');
  await expect(copyIn(client, 'copy nowhere from stdin', endless())).rejects.toThrow('nowhere');
  await expect(copyOut(client, 'copy nowhere to stdout').next()).rejects.toThrow('nowhere');
  expect((await client.query('select count(*)::int as n from thing')).rows).toEqual([{ n: 0 }]);
});
