import { expect, onTestFinished, test } from 'vitest';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { anAppliedList } from '../import-list/factory.ts';
import { steerIntake } from '../plan-programme/commands/steer-intake.server.ts';
import { anIntake, aProgramme } from '../plan-programme/factory.ts';
import { anEnterprise } from '../register-enterprise/factory.ts';
import { createGroup, createSourceList, mergeEnterprises } from '../register-enterprise/index.server.ts';
import { aCandidatePair } from '../resolve-duplicates/factory.ts';
import { actorOfToken, createToken, registerPartners, revokeToken } from '../run-office/index.server.ts';
import { anApiClient } from './factory.ts';
import { makeApi } from './index.server.ts';

type Parameter = { name: string; in: string; required: boolean };
type Documented = {
  operationId: string;
  summary: string;
  description: string;
  security: unknown[];
  'x-roles': string[];
  parameters?: Parameter[];
  requestBody?: { content: { 'application/json'?: { example: Record<string, unknown> } } };
  responses: Record<string, { content?: Record<string, unknown> }>;
};
type Document = {
  openapi: string;
  paths: Record<string, Record<string, Documented>>;
  components: { schemas: Record<string, unknown> };
};

async function documented(services: TestServices) {
  const document = (await (await makeApi(services).request('/openapi.json')).json()) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  return { document, operations };
}

/** Office 33.75 with something of everything, under names found nowhere else. */
async function aFilledOffice(services: TestServices) {
  const office = await anOffice(services, '33.75');
  const actor = anActor(office, 'data_officer');
  const ids = await anEnterprise(services, actor, {
    name: 'Rahasia Batik',
    owner: 'Rahasia Pemilik',
    nik: '3375034507850003',
    products: ['Rahasia Kain'],
  });
  const group = await execute(services, actor, createGroup, { kind: 'mentored', name: 'Rahasia Kelompok' });
  if (!group.ok) throw new Error(group.refusal.code);
  const twin = await anEnterprise(services, actor, { name: 'Rahasia Kembar', owner: 'Rahasia Kembaran' });
  const spare = await anEnterprise(services, actor, { name: 'Rahasia Lain', owner: 'Rahasia Sendiri' });
  const merged = await inOneTransaction(services, actor, (context) =>
    mergeEnterprises(context, {
      kind: 'same',
      survivorId: ids.enterpriseId,
      mergedId: twin.enterpriseId,
    }),
  );
  if (!merged.ok) throw new Error(merged.refusal.code);
  await inOneTransaction(services, actor, (context) =>
    createSourceList(context, {
      name: 'Rahasia Daftar',
      kind: 'office',
      asOf: '2026-01-01',
      legalBasis: null,
    }),
  );
  const list = await anAppliedList(
    services,
    actor,
    new File(['Nama Usaha;NIK\nRahasia Sambal;\n'], 'rahasia.csv'),
    {
      name: 'Rahasia Berkas',
      kind: 'office',
      asOf: '2026-01-01',
    },
  );
  const { pairId } = await aCandidatePair(services, actor, {
    left: { name: 'Rahasia Satu', owner: 'Rahasia Serupa' },
    right: { name: 'Rahasia Dua', owner: 'Rahasia Serupa' },
  });
  const programmeId = await aProgramme(services, actor, { name: 'Rahasia Pelatihan' });
  const intakeId = await anIntake(services, actor, programmeId, { name: 'Rahasia Angkatan' });
  const opened = await execute(services, actor, steerIntake, { intakeId, action: 'open' });
  if (!opened.ok) throw new Error(opened.refusal.code);
  return {
    pairId,
    programmeId,
    intakeId,
    enterpriseId: ids.enterpriseId,
    ownerId: ids.ownerId,
    groupId: group.value.groupId,
    importId: list.importId,
    mergeId: merged.value.mergeId,
    spareEnterpriseId: spare.enterpriseId,
  };
}

type Ids = Record<
  'enterpriseId' | 'ownerId' | 'importId' | 'mergeId' | 'pairId' | 'programmeId' | 'intakeId',
  string
>;
const addressOf = (path: string, ids: Ids) =>
  path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name as keyof Ids]);

test('the document says of every operation who may, what for, and how it is declined', async () => {
  const { document, operations } = await documented(await freshServices());
  expect(document.openapi).toBe('3.1.0');
  expect(operations.length).toBeGreaterThanOrEqual(18);
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  for (const { method, path, operation } of operations) {
    const { summary, description, security, parameters = [], requestBody, responses } = operation;
    expect([summary, description].every(Boolean), path).toBe(true);
    expect(security, path).toEqual([{ token: [] }]);
    const problems = Object.entries(responses).filter(([status]) => Number(status) >= 400);
    expect(
      problems.map(([status]) => Number(status)),
      path,
    ).toEqual(expect.arrayContaining([401, 429, 500]));
    for (const [, problem] of problems)
      expect(Object.keys(problem.content ?? {})).toEqual(['application/problem+json']);
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    expect(parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(inPath);
    expect(requestBody === undefined, path).toBe(method === 'GET');
  }
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    (match) => match[1] ?? '',
  );
  for (const name of new Set(references)) expect(document.components.schemas).toHaveProperty(name);
});

test('every route that answers is in the document', async () => {
  const services = await freshServices();
  const { operations } = await documented(services);
  const described = new Set(
    operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  const routes = makeApi(services)
    .routes.filter((route) => route.method !== 'ALL')
    .map((route) => `${route.method} ${route.path}`);
  expect(routes.filter((route) => !described.has(route)).sort()).toEqual(['GET /docs', 'GET /openapi.json']);
  expect(routes).toHaveLength(described.size + 2);
});

test('every operation asks for a token, and for a role that may', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const partnerId = '01970f2e-5a00-7000-8000-000000000003';
  registerPartners(async () => [{ partnerId, name: 'BLK' }]);
  onTestFinished(() => registerPartners(async () => []));
  const partner = await anApiClient(services, office, 'partner', `partner:${partnerId}`);
  const { operations } = await documented(services);
  const api = makeApi(services);
  for (const { method, path, operation } of operations) {
    const address = path.replaceAll(/\{\w+\}/g, '01970f2e-5a00-7000-8000-000000000001');
    expect([path, (await api.request(address, { method })).status]).toEqual([path, 401]);
    const status = (
      await partner(method, address, operation.requestBody?.content['application/json']?.example)
    ).status;
    // Where partners may, it is for intakes of their own, and there is none.
    const roles = operation['x-roles'];
    expect([path, status]).toEqual([path, roles.length === 0 ? 200 : roles.includes('partner') ? 404 : 403]);
  }
});

test('a program of another office gets nothing by any operation, whatever ids it names', async () => {
  const services = await freshServices();
  const secret = await aFilledOffice(services);
  const stranger = await anApiClient(services, await anOffice(services, '33.25'), 'data_officer');
  const own = await anEnterprise(services, anActor('33.25'), {
    name: 'Milik sendiri',
    village: '33.25.01.2001',
  });
  const { operations } = await documented(services);
  const before = await everythingOf(services);
  for (const { method, path, operation } of operations) {
    const address = addressOf(path, secret);
    const body = operation.requestBody?.content['application/json']?.example;
    const answer = await stranger(method, address, body, {
      'If-Match': '"1"',
      'Idempotency-Key': `try-${operation.operationId}`,
    });
    expect([
      path,
      answer.text.includes('Rahasia') || Object.values(secret).some((id) => answer.text.includes(id)),
    ]).toEqual([path, false]);
    if (address !== path)
      expect([method, path, answer.status, answer.body.code]).toEqual([method, path, 404, 'not_found']);
  }
  // Ids of the other office inside a body or a query lead nowhere either.
  const owned = await stranger('POST', '/enterprises', {
    ownerId: secret.ownerId,
    enterprise: { name: 'Menumpang' },
  });
  const joined = await stranger('POST', `/enterprises/${own.enterpriseId}/groups`, {
    groupId: secret.groupId,
  });
  expect([owned.status, joined.status]).toEqual([404, 404]);
  const known = await stranger('POST', '/enterprises', {
    owner: { fullName: 'Sama', nik: { value: '3375034507850003' } },
    enterprise: { name: 'Usaha lain' },
  });
  expect(known.status).toBe(201);
  for (const query of ['q=rahasia', 'q=3375034507850003', `group=${secret.groupId}`, 'village=33.75']) {
    expect((await stranger('GET', `/enterprises?${query}`)).text, query).not.toContain(secret.enterpriseId);
  }
  expect(await everythingOf(services)).toEqual(before);
});

/** What office 33.75 holds, as its own program reads it. */
async function everythingOf(services: TestServices): Promise<string[]> {
  const client = await anApiClient(services, '33.75', 'data_officer');
  const list = await client('GET', '/enterprises');
  const [row] = list.body.items as { enterpriseId: string }[];
  const profile = await client('GET', `/enterprises/${row?.enterpriseId}`);
  return [
    JSON.stringify(list.body.items),
    profile.text,
    (await client('GET', '/groups')).text,
    (await client('GET', '/sources')).text,
    (await client('GET', '/imports')).text,
  ];
}

test('the examples of the document work as they stand', async () => {
  const services = await freshServices();
  const secret = await aFilledOffice(services);
  const client = await anApiClient(services, '33.75', 'data_officer');
  const { operations } = await documented(services);
  for (const { method, path, operation } of operations) {
    const needed = new URLSearchParams(
      operation.parameters?.some((one) => one.name === 'q' && one.required) ? { q: 'batik' } : {},
    );
    // A list goes through its states one by one: import-list/api.test.ts.
    if (path.startsWith('/imports') && method === 'POST') continue;
    const address = `${addressOf(path, secret)}?${needed}`;
    const example = operation.requestBody?.content['application/json']?.example;
    const ours = {
      groupId: secret.groupId,
      mergedId: secret.spareEnterpriseId,
      enterpriseId: secret.enterpriseId,
    };
    const named = Object.entries(ours).filter(([name]) => example && name in example);
    const body = example && { ...example, ...Object.fromEntries(named) };
    const read = operation.parameters?.some((one) => one.name === 'If-Match')
      ? await client('GET', address)
      : null;
    const answer = await client(
      method,
      address,
      body,
      read ? { 'If-Match': read.headers.get('ETag') ?? '' } : {},
    );
    expect([operation.operationId, answer.status, answer.body.errors]).toEqual([
      operation.operationId,
      Number(Object.keys(operation.responses)[0]),
      undefined,
    ]);
  }
});

test('a revoked token and an expired one are answered like an unknown one', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const admin = anActor(office, 'data_officer');
  const make = async (lastDay: string | null) => {
    const made = await execute(services, admin, createToken, {
      name: 'Provinsi',
      role: 'officer',
      scope: `office:${office}`,
      lastDay,
    });
    if (!made.ok) throw new Error(made.refusal.code);
    return made.value;
  };
  const [revoked, expired] = [await make(null), await make('2026-05-06')];
  const api = makeApi(services);
  const ask = async (token: string) => {
    const response = await api.request('/me', { headers: { Authorization: `Bearer ${token}` } });
    return [response.status, response.headers.get('WWW-Authenticate'), await response.text()];
  };
  expect((await ask(revoked.token))[0]).toBe(200);
  expect((await ask(expired.token))[0]).toBe(200);
  await execute(services, admin, revokeToken, { tokenId: revoked.tokenId });
  services.setNow(new Date('2026-05-07T00:00:00Z'));
  expect(await actorOfToken(services, expired.token)).toBeNull();
  const unknown = await ask(`gwn_3375_${'x'.repeat(43)}`);
  expect(unknown[0]).toBe(401);
  expect(await ask(revoked.token)).toEqual(unknown);
  expect(await ask(expired.token)).toEqual(unknown);
});

test('a token learns who it acts as', async () => {
  const services = await freshServices();
  const client = await anApiClient(services, await anOffice(services), 'companion', 'district:33.75.01');
  expect((await client('GET', '/me')).body).toMatchObject({
    name: 'Sistem uji',
    officeCode: '33.75',
    grants: [{ role: 'companion', scope: { kind: 'district', code: '33.75.01' } }],
  });
});

test('the docs page lists every operation in plain HTML: no script, nothing from elsewhere', async () => {
  const services = await freshServices();
  const { operations } = await documented(services);
  const api = makeApi(services);
  const page = await (await api.request('/docs')).text();
  expect(page).toContain('<html lang="id">');
  for (const { operation } of operations) expect(page).toContain(`id="${operation.operationId}"`);
  expect(page).not.toMatch(/<script|<img|style="|\son\w+=/);
  expect([...page.matchAll(/(?:src|href)="([^"]+)"/g)].every((match) => /^[#/?]/.test(match[1] ?? ''))).toBe(
    true,
  );
  expect(page).not.toContain('[object');
  expect(await (await api.request('/docs?bahasa=en')).text()).toContain('<html lang="en">');
});
