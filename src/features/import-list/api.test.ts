import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { makeApi } from '../open-api/index.server.ts';
import { createToken } from '../run-office/index.server.ts';
import { workOnList } from './index.server.ts';

const csv =
  'Nama;NIK;Kelurahan;Jenis Usaha\nSITI AMINAH;3375044708850001;Jenggot;Batik\nBUDI;33750;Jenggot;Tahu\n';
const facts = 'name=Daftar%20BPUM&kind=bpum&asOf=2026-01-01&fileName=bpum.csv';

async function aClient(services: TestServices, officeCode: string) {
  const made = await execute(services, anActor(officeCode, 'data_officer'), createToken, {
    name: 'Provinsi',
    role: 'officer',
    scope: `office:${officeCode}`,
    lastDay: null,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const api = makeApi(services);
  return async (method: string, path: string, body?: string, headers: Record<string, string> = {}) => {
    const response = await api.request(path, {
      method,
      headers: { Authorization: `Bearer ${made.value.token}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
}
const json = { 'Content-Type': 'application/json' };

test('another system brings a list in step by step: sent, columns confirmed, checked, saved', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const call = await aClient(services, office);
  const sent = await call('POST', `/imports?${facts}`, csv, { 'Content-Type': 'text/csv' });
  expect(sent).toMatchObject({ status: 201, body: { status: 'inspecting' } });
  const importId = String(sent.body.importId);
  await workOnList(services, office, importId);
  const mapping = await call('GET', `/imports/${importId}`);
  expect(mapping.body).toMatchObject({ status: 'mapping', doubtful: 0 });
  expect(mapping.body.columns).toMatchObject([
    { heading: 'Nama', field: 'full_name' },
    { heading: 'NIK', field: 'nik' },
    { heading: 'Kelurahan', field: 'village' },
    { heading: 'Jenis Usaha', field: 'activity' },
  ]);
  const early = await call('POST', `/imports/${importId}/apply`, '{}', json);
  expect([early.status, early.body.code]).toEqual([409, 'wrong_state']);
  expect((await call('POST', `/imports/${importId}/mapping`, '{"figureYear": 2025}', json)).status).toBe(200);
  await workOnList(services, office, importId);
  const staged = await call('GET', `/imports/${importId}?show=needs_mending`);
  expect(staged.body).toMatchObject({
    status: 'staged',
    counts: { dispositions: { ready: 1, needs_mending: 1 }, problems: [{ code: 'nik_too_short' }] },
    rows: [{ ownerName: 'BUDI' }],
  });
  expect((await call('POST', `/imports/${importId}/apply`, '{}', json)).status).toBe(200);
  await workOnList(services, office, importId);
  expect((await call('GET', '/enterprises?q=siti')).body.items).toHaveLength(1);
  expect((await call('POST', `/imports/${importId}/take-back`, '{}', json)).status).toBe(200);
  await workOnList(services, office, importId);
  expect((await call('GET', '/enterprises?q=siti')).body.items).toHaveLength(0);
});

test('the same upload sent again under its key is one list', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const call = await aClient(services, office);
  const key = { 'Content-Type': 'text/csv', 'Idempotency-Key': 'malam-1' };
  const first = await call('POST', `/imports?${facts}`, csv, key);
  const again = await call('POST', `/imports?${facts}`, csv, key);
  expect(again.body.importId).toBe(first.body.importId);
  expect((await call('GET', '/imports')).body.imports).toHaveLength(1);
});

test('a list without its name and date is declined with what is missing, and no file stays', async () => {
  const services = await freshServices();
  const call = await aClient(services, await anOffice(services));
  const refused = await call('POST', '/imports?kind=bpum', csv, { 'Content-Type': 'text/csv' });
  expect(refused.status).toBe(422);
  expect((refused.body.errors as { path: string }[]).map(({ path }) => path).sort()).toEqual([
    'asOf',
    'name',
  ]);
});
