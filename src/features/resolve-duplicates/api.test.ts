import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { makeApi } from '../open-api/index.server.ts';
import { createToken } from '../run-office/index.server.ts';
import { aCandidatePair } from './factory.ts';

async function aClient(services: TestServices, officeCode: string, role = 'officer') {
  const made = await execute(services, anActor(officeCode, 'data_officer'), createToken, {
    name: 'Provinsi',
    role,
    scope: `office:${officeCode}`,
    lastDay: null,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const api = makeApi(services);
  return async (method: string, path: string, body?: object) => {
    const response = await api.request(path, {
      method,
      headers: { Authorization: `Bearer ${made.value.token}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
}

test('another system reads what waits page by page, numbers masked, and decides', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const call = await aClient(services, office);
  const nik = '3375034507850003';
  const first = await aCandidatePair(services, officer, { left: { nik, phone: '+6281234567890' } });
  const second = await aCandidatePair(services, officer);
  const page = await call('GET', '/candidate-pairs?limit=1');
  expect(page.body).toMatchObject({
    pairs: [
      {
        pairId: first.pairId,
        status: 'open',
        left: { nikMasked: '************0003', phones: [expect.stringMatching(/^08\*+7890$/)] },
        evidence: [{ comparison: 'nik', level: 'exact' }, {}, {}, {}],
      },
    ],
  });
  expect(JSON.stringify(page.body)).not.toContain(nik);
  const next = await call('GET', `/candidate-pairs?limit=1&cursor=${page.body.nextCursor}`);
  expect(next.body).toMatchObject({ pairs: [{ pairId: second.pairId }] });
  expect(next.body).not.toHaveProperty('nextCursor');
  expect((await call('GET', '/candidate-pairs?cursor=x')).status).toBe(422);

  const decide = `/candidate-pairs/${first.pairId}/decision`;
  expect(await call('POST', decide, { decision: 'different' })).toMatchObject({
    status: 200,
    body: { decision: 'different' },
  });
  const of = await call('GET', `/candidate-pairs?enterprise=${first.leftId}&status=decided`);
  expect(of.body.pairs).toMatchObject([
    { pairId: first.pairId, decision: 'different', decidedBy: 'Provinsi' },
  ]);
  expect((await call('POST', decide, { decision: 'perhaps' })).status).toBe(422);
});

test('a program may do what its role may: heads look, enumerators do not', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const { pairId } = await aCandidatePair(services, anActor(office));
  const head = await aClient(services, office, 'head');
  expect((await head('GET', '/candidate-pairs')).status).toBe(200);
  expect((await head('POST', `/candidate-pairs/${pairId}/decision`, { decision: 'same' })).status).toBe(403);
  const enumerator = await aClient(services, office, 'enumerator');
  expect((await enumerator('GET', '/candidate-pairs')).status).toBe(403);
});
