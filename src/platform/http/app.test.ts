import { Hono } from 'hono';
import type { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { freshServices } from '#testing/fresh-services.ts';
import { makeHttpApp } from './app.server.ts';
import { appContext } from './app-context.server.ts';

/** The whole HTTP surface with a page that says under which address, and from whom, it was asked. */
async function anApp(env: { GAWANGAN_URL?: string; GAWANGAN_TRUST_PROXY?: boolean }) {
  const services = await freshServices();
  const app = makeHttpApp({
    services: { ...services, env: { ...services.env, ...env } },
    clientFolder: '/nowhere',
    pages: async (request: Request, context: RouterContextProvider) =>
      Response.json({ url: request.url, from: context.get(appContext).clientAddress }),
    api: new Hono(),
  });
  const connection = {
    incoming: { socket: { remoteAddress: '10.0.0.9', remotePort: 1, remoteFamily: 'IPv4' } },
  };
  return (path: string, init: RequestInit = {}) =>
    app.request(`http://127.0.0.1:3000${path}`, init, connection);
}

const form = (origin: string): RequestInit => ({
  method: 'POST',
  headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
  body: 'name=a',
});

test('behind a proxy, forms of the address people type are accepted and reach the pages under it', async () => {
  const ask = await anApp({ GAWANGAN_URL: 'https://umkm.example.go.id' });
  const answer = await ask('/masuk?lanjut=%2F', form('https://umkm.example.go.id'));
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ url: 'https://umkm.example.go.id/masuk?lanjut=%2F' });
});

test('a form sent from another site is refused, and no page sees it', async () => {
  const ask = await anApp({ GAWANGAN_URL: 'https://umkm.example.go.id' });
  const answer = await ask('/masuk', form('https://lain.example'));
  expect(answer.status).toBe(403);
});

test('what is sent to a page and is no form is refused before any page sees it', async () => {
  const ask = await anApp({});
  const answer = await ask('/undangan/x', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.status).toBe(415);
});

test('papers of accountability of 13 MB come in, with script and without', async () => {
  const ask = await anApp({});
  const body = 'x'.repeat(13 * 1024 * 1024);
  for (const end of ['', '.data']) {
    const answer = await ask(`/pembinaan/angkatan/1/kelengkapan${end}`, {
      method: 'POST',
      headers: {
        origin: 'http://127.0.0.1:3000',
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(body.length),
      },
      body,
    });
    expect(answer.status).toBe(200);
  }
});

test("the visitor's address is the proxy's word only where a proxy is trusted", async () => {
  const headers = { 'x-forwarded-for': '1.2.3.4, 203.0.113.7' };
  const direct = await anApp({});
  expect(await (await direct('/', { headers })).json()).toMatchObject({ from: '10.0.0.9' });
  const proxied = await anApp({ GAWANGAN_TRUST_PROXY: true });
  expect(await (await proxied('/', { headers })).json()).toMatchObject({ from: '203.0.113.7' });
});

test('every page carries a content policy whose scripts need the nonce of this answer', async () => {
  const ask = await anApp({});
  const policies = await Promise.all(
    ['/', '/'].map(async (path) => (await ask(path)).headers.get('content-security-policy') ?? ''),
  );
  const nonces = policies.map((policy) => /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1]);
  expect(nonces[0]).toBeTruthy();
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(policies[0]).toContain("frame-ancestors 'none'");
});

test('a body beyond the limit is refused', async () => {
  const ask = await anApp({});
  const body = 'x'.repeat(12 * 1024 * 1024);
  const answer = await ask('/usaha/baru', {
    method: 'POST',
    headers: { 'content-length': String(body.length) },
    body,
  });
  expect(answer.status).toBe(413);
});
