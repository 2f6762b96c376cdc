import { expect, test } from 'vitest';
import { z } from 'zod';
import { definePermissions } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { makeApiApp } from './api-app.server.ts';
import { defineOperation } from './operation.server.ts';

const permissions = definePermissions({ 'thing.keep': ['officer'] });

/** Keeps a thing: an audit line is all it writes. Refuses what is called "taken", breaks on "broken". */
const keepThing = defineCommand({
  name: 'thing.keep',
  permission: permissions['thing.keep'],
  input: z.object({ thing: z.object({ name: z.string().min(3) }) }),
  async run({ audit, newId }, { thing }) {
    const thingId = newId();
    await audit({ action: 'thing.kept', subject: { kind: 'thing', id: thingId } });
    if (thing.name === 'taken')
      return refused('duplicate', { details: { constraint: 'things_pkey', thingId: 'known' } });
    if (thing.name === 'broken') throw new Error('a fault with secrets in it');
    return done({ thingId });
  },
});

const keepOperation = defineOperation({
  id: 'keepThing',
  method: 'post',
  path: '/things',
  tag: 'Things',
  summary: 'Simpan',
  description: 'Keeps a thing.',
  permission: permissions['thing.keep'],
  body: { shape: z.object({ name: z.string() }), example: { name: 'Canting' } },
  answer: { status: 201, shape: z.strictObject({ thingId: z.string() }) },
  handle: ({ write, body }) =>
    write(keepThing, { thing: body }, { under: 'thing', answer: (made) => ({ body: made }) }),
});

async function anApi(rateLimit = { name: 'api-test', attempts: 100, seconds: 60 }) {
  const services = await freshServices();
  const office = await anOffice(services);
  const actors = new Map([
    ['good', { ...anActor(office), kind: 'token' as const }],
    ['head', { ...anActor(office, 'head'), kind: 'token' as const }],
  ]);
  const api = makeApiApp({
    services,
    authenticate: async (_services, token) => actors.get(token) ?? null,
    operations: [keepOperation],
    rateLimit,
  });
  const send = (body: unknown, headers: Record<string, string> = {}) =>
    api.request('/things', {
      method: 'POST',
      headers: { Authorization: 'Bearer good', 'Content-Type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const kept = () =>
    withOffice(services.db, office, async (trx) => ({
      deeds: await trx
        .selectFrom('auditEvents')
        .select('subjectId')
        .where('action', '=', 'thing.kept')
        .execute(),
      keys: await trx.selectFrom('idempotencyKeys').selectAll().execute(),
    }));
  return { services, api, send, kept };
}

const json = async (response: Response) => (await response.json()) as Record<string, unknown>;

test('without a living token nothing is answered, and a cookie is none', async () => {
  const { api, send } = await anApi();
  const bare = await api.request('/things', {
    method: 'POST',
    headers: { Cookie: 'gawangan.session=x' },
    body: '{',
  });
  expect(bare.status).toBe(401);
  expect(bare.headers.get('WWW-Authenticate')).toBe('Bearer realm="gawangan"');
  expect(await json(bare)).toMatchObject({
    status: 401,
    code: 'token_missing',
    type: '/api/v1/docs#token_missing',
  });
  for (const authorization of ['Bearer stale', 'Basic Z29vZA==', 'good']) {
    const response = await send({ name: 'Canting' }, { Authorization: authorization });
    expect([response.status, response.headers.get('WWW-Authenticate')]).toEqual([
      401,
      'Bearer realm="gawangan", error="invalid_token"',
    ]);
  }
});

test('a wrong role is told so before anything else is looked at', async () => {
  const { send, kept } = await anApi();
  const response = await send('{', { Authorization: 'Bearer head' });
  expect([response.status, (await json(response)).code]).toEqual([403, 'forbidden']);
  expect((await kept()).deeds).toEqual([]);
});

test.each([
  ['another kind of content', 'name=x', { 'Content-Type': 'text/plain' }, 415, 'unsupported_media_type'],
  ['broken JSON', '{"name":', {}, 400, 'malformed_json'],
  ['JSON that is no object', '[1]', {}, 400, 'malformed_json'],
  ['too much', JSON.stringify({ name: 'x'.repeat(1024 * 1024) }), {}, 413, 'body_too_large'],
  ['a field missing', '{}', {}, 422, 'invalid_input'],
  ['a key with spaces', '{"name":"Canting"}', { 'Idempotency-Key': 'a b' }, 422, 'invalid_input'],
] as const)('%s is declined as a problem and changes nothing', async (_what, body, headers, status, code) => {
  const { send, kept } = await anApi();
  const response = await send(body, headers);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await json(response)).toMatchObject({ status, code });
  expect(response.status).toBe(status);
  expect((await kept()).deeds).toEqual([]);
});

test('a problem names the fields as they were sent, in the language asked for', async () => {
  const { send } = await anApi();
  const indonesian = await send({ name: 'x' });
  expect(await json(indonesian)).toMatchObject({
    errors: [{ path: 'name', code: 'too_short', message: 'Terlalu pendek.' }],
  });
  expect(indonesian.headers.get('Content-Language')).toBe('id');
  const english = await send({ name: 'x' }, { 'Accept-Language': 'en-GB' });
  expect(await json(english)).toMatchObject({
    title: 'Entries need mending',
    errors: [{ path: 'name', message: 'Too short.' }],
  });
});

test('a refusal becomes its status, with its details and without names of database constraints', async () => {
  const { send, kept } = await anApi();
  const response = await send({ name: 'taken' });
  expect([response.status, (await json(response)).details]).toEqual([409, { thingId: 'known' }]);
  expect((await kept()).deeds).toEqual([]);
});

test('an unexpected error is answered without its words', async () => {
  const { send } = await anApi();
  const response = await send({ name: 'broken' });
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secrets');
});

test('an address or a method that is not there is answered as a problem, with or without a token', async () => {
  const { api } = await anApi();
  const nowhere = await api.request('/nowhere');
  expect([nowhere.status, (await json(nowhere)).code]).toEqual([404, 'no_such_address']);
  const wrongMethod = await api.request('/things', { method: 'DELETE' });
  expect([wrongMethod.status, wrongMethod.headers.get('Allow')]).toEqual([405, 'POST']);
});

test('a token that asks too often is told to wait, another is not', async () => {
  const { send } = await anApi({ name: 'api-few', attempts: 2, seconds: 60 });
  for (let asked = 0; asked < 2; asked++) expect((await send({ name: 'Canting' })).status).toBe(201);
  const response = await send({ name: 'Canting' });
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await send({ name: 'Canting' }, { Authorization: 'Bearer head' })).status).toBe(403);
});

test('the same key does a write once, and repeats its answer', async () => {
  const { send, kept } = await anApi();
  const first = await send({ name: 'Canting' }, { 'Idempotency-Key': 'k-1' });
  const again = await send({ name: 'Canting' }, { 'Idempotency-Key': 'k-1' });
  expect([first.status, first.headers.get('Idempotency-Replayed')]).toEqual([201, null]);
  expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
  expect(await json(again)).toEqual(await json(first));
  const other = await send({ name: 'Malam' }, { 'Idempotency-Key': 'k-1' });
  expect([other.status, (await json(other)).code]).toEqual([422, 'idempotency_mismatch']);
  const { deeds, keys } = await kept();
  expect(deeds).toHaveLength(1);
  expect(keys).toMatchObject([{ status: 201 }]);
  expect(JSON.stringify(keys)).not.toMatch(/Canting|k-1/);
});

test('five retries at the same moment do the write once', async () => {
  const { send, kept } = await anApi();
  const responses = await Promise.all(
    Array.from({ length: 5 }, () => send({ name: 'Canting' }, { 'Idempotency-Key': 'k-2' })),
  );
  expect(responses.map((response) => response.status)).toEqual([201, 201, 201, 201, 201]);
  expect(new Set(await Promise.all(responses.map((response) => response.text()))).size).toBe(1);
  expect((await kept()).deeds).toHaveLength(1);
});

test('a refused or failed write leaves its key free for another try', async () => {
  const { send, kept } = await anApi();
  expect((await send({ name: 'taken' }, { 'Idempotency-Key': 'k-3' })).status).toBe(409);
  expect((await send({ name: 'broken' }, { 'Idempotency-Key': 'k-3' })).status).toBe(500);
  expect((await kept()).keys).toEqual([]);
  expect((await send({ name: 'Canting' }, { 'Idempotency-Key': 'k-3' })).status).toBe(201);
});

test('a key is forgotten after a week', async () => {
  const { services, send, kept } = await anApi();
  await send({ name: 'Canting' }, { 'Idempotency-Key': 'k-4' });
  services.setNow(new Date(services.clock().getTime() + 8 * 24 * 3_600_000));
  const later = await send({ name: 'Canting' }, { 'Idempotency-Key': 'k-4' });
  expect(later.headers.get('Idempotency-Replayed')).toBeNull();
  expect((await kept()).deeds).toHaveLength(2);
});
