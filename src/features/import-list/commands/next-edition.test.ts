import { expect, test } from 'vitest';
import { execute, read } from '#platform/command.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { editEnterprise } from '../../register-enterprise/commands/edit-enterprise.server.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { registerPermissions, searchRegister } from '../../register-enterprise/index.server.ts';
import { enterpriseProfile } from '../../register-enterprise/queries/enterprise-profile.server.ts';
import { aListFile, anAppliedList, aStagedList, importState } from '../factory.ts';
import { applyImport, takeBackImport } from './steer-import.server.ts';
import { workOnList } from './work-on-list.server.ts';

const header = ['NAMA', 'NIK', 'Kelurahan', 'Nama Usaha', 'No HP', 'Omzet setahun'];
const siti = ['SITI AMINAH', '3375044708850001', 'Jenggot', 'Batik Siti', '081234567890', '120000000'];
const sri = ['SRI WAHYUNI', '', 'Jenggot', 'Kerupuk Sri', '', ''];
const budi = ['BUDI SANTOSO', '3375041201800003', 'Jenggot', 'Tahu Budi', '', ''];
const facts = { name: 'Daftar kelurahan', kind: 'village', asOf: '2025-03-01' };
const nextFacts = { ...facts, asOf: '2026-03-01' };

type Office = { services: TestServices; officer: ReturnType<typeof anActor> };
async function anOpenOffice(): Promise<Office> {
  const services = await freshServices();
  return { services, officer: anActor(await anOffice(services)) };
}

async function find({ services, officer }: Office, text: string) {
  const found = await read(services, officer, registerPermissions['enterprise.view'], async (context) => {
    const { enterpriseIds } = await searchRegister(context, { text, filter: {}, offset: 0, limit: 10 });
    return Promise.all(enterpriseIds.map((id) => enterpriseProfile(context, id)));
  });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.flatMap((profile) => profile ?? []);
}

const total = async (office: Office) => (await find(office, '')).length;

test('the same list again changes nothing and adds nobody', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  await anAppliedList(services, officer, aListFile([header, siti, sri, budi]), facts);
  const again = await anAppliedList(services, officer, aListFile([header, siti, sri, budi]), facts);
  expect(again.counts?.actions).toMatchObject({ new: 0, changed: 0, unchanged: 3, missingNow: 0 });
  expect(await total(office)).toBe(3);
});

test('the next edition tells who is new, who changed, who stayed and who is missing now', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  await anAppliedList(services, officer, aListFile([header, siti, sri, budi]), facts);
  const moved = ['SITI AMINAH', '3375044708850001', 'Jenggot', 'Batik Siti', '081234567890', '150000000'];
  const agus = ['AGUS', '3375041708850009', 'Jenggot', 'Bengkel Agus', '', ''];
  const next = await anAppliedList(services, officer, aListFile([header, moved, sri, agus]), nextFacts);
  expect(next.counts?.actions).toMatchObject({ new: 1, changed: 1, unchanged: 1, missingNow: 1 });
  const missing = await importState(services, officer, next.importId, 'missing_now');
  expect(missing.rows.map(({ enterpriseName }) => enterpriseName)).toEqual(['Tahu Budi']);
  const [profile] = await find(office, 'batik siti');
  // Both years of sales stand there; nothing was overwritten.
  expect(profile?.figures.map(({ year, amount }) => [year, amount])).toEqual([
    [2026, 150_000_000],
    [2025, 120_000_000],
  ]);
  expect(profile?.sources).toHaveLength(2);
});

test('what an officer corrected since is not overruled by the next edition', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  await anAppliedList(services, officer, aListFile([header, siti]), facts);
  const [before] = await find(office, 'batik siti');
  const { enterpriseId, revision } = before!.enterprise;
  const edited = await execute(services, officer, editEnterprise, {
    enterpriseId,
    revision,
    enterprise: { name: 'Batik Tulis Siti', sector: 'batik' },
    premises: { villageCode: '33.75.04.1004' },
  });
  expect(edited.ok).toBe(true);
  const renamed = siti.with(3, 'Batik Siti Jaya');
  await anAppliedList(services, officer, aListFile([header, renamed]), nextFacts);
  expect((await find(office, 'siti')).map(({ enterprise }) => enterprise.name)).toEqual(['Batik Tulis Siti']);
});

test('a name that the source itself corrected comes along', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  await anAppliedList(services, officer, aListFile([header, siti]), facts);
  await anAppliedList(services, officer, aListFile([header, siti.with(3, 'Batik Siti Jaya')]), nextFacts);
  const [profile] = await find(office, 'siti');
  expect(profile?.enterprise.name).toBe('Batik Siti Jaya');
  expect(profile?.changes[0]).toMatchObject({
    via: 'import',
    changes: expect.arrayContaining([{ field: 'name', before: 'Batik Siti', after: 'Batik Siti Jaya' }]),
  });
});

test('a list meets the register by NIK: gaps are filled, what stands there stays', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  await anEnterprise(services, officer, { name: 'Batik Jlamprang', owner: 'Siti Aminah', nik: siti[1]! });
  const page = await anAppliedList(services, officer, aListFile([header, siti]), facts);
  expect(page.counts?.actions).toMatchObject({ new: 0, changed: 1 });
  const [profile] = await find(office, 'jlamprang');
  expect(profile?.enterprise.name).toBe('Batik Jlamprang');
  expect(profile?.owner?.phones).toHaveLength(1);
  expect(profile?.figures).toHaveLength(1);
});

test('one person with two businesses is one owner; a NIK lent to somebody else is not', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  const second = siti.with(3, 'Warung Siti');
  const lent = ['SUPRIYANTO', siti[1]!, 'Jenggot', 'Bengkel Motor', '', ''];
  const page = await anAppliedList(services, officer, aListFile([header, siti, second, lent, siti]), facts);
  expect(page.counts?.actions).toMatchObject({ new: 3, repeated: 1, newOwners: 2 });
  const owners = new Set((await find(office, '')).map(({ enterprise }) => enterprise.ownerId));
  expect(owners.size).toBe(2);
});

test('a NIK lent to a stranger does not carry his business into the lender’s record', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  await anEnterprise(services, officer, { name: 'Batik Siti', owner: 'Siti Aminah', nik: siti[1]! });
  const lent = ['BUDI SANTOSO', siti[1]!, 'Jenggot', 'Warung Budi', '089876543210', ''];
  const page = await anAppliedList(services, officer, aListFile([header, lent]), facts);
  expect(page.counts?.actions).toMatchObject({ new: 1, changed: 0, newOwners: 1 });
  const [batik] = await find(office, 'batik siti');
  expect(batik?.owner?.phones).toEqual([]);
});

test('a third business of one owner is no new name of the first or second', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  await anAppliedList(services, officer, aListFile([header, siti, siti.with(3, 'Warung Siti')]), facts);
  const next = await anAppliedList(
    services,
    officer,
    aListFile([header, siti, siti.with(3, 'Bengkel Motor Jaya')]),
    facts,
  );
  expect(next.counts?.actions).toMatchObject({ new: 1, newOwners: 0 });
  expect(await total(office)).toBe(3);
});

test('two lists staged side by side are decided anew when the second is saved: nobody is there twice', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  const first = await aStagedList(services, officer, aListFile([header, siti, sri]), facts);
  const second = await aStagedList(services, officer, aListFile([header, siti, budi]), nextFacts);
  expect(second.counts?.actions).toMatchObject({ new: 2 });
  for (const { importId } of [first, second]) {
    await execute(services, officer, applyImport, { importId });
    await workOnList(services, officer.officeCode, importId);
  }
  expect((await importState(services, officer, second.importId)).counts?.actions).toMatchObject({
    new: 1,
    changed: 1,
  });
  expect(await total(office)).toBe(3);
});

test('a list taken back leaves the register as it was before', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  await anEnterprise(services, officer, { name: 'Batik Jlamprang', owner: 'Siti Aminah', nik: siti[1]! });
  const [before] = await find(office, 'jlamprang');
  const { importId } = await anAppliedList(services, officer, aListFile([header, siti, sri, budi]), facts);
  expect(await total(office)).toBe(3);
  await execute(services, officer, takeBackImport, { importId });
  await workOnList(services, officer.officeCode, importId);
  const page = await importState(services, officer, importId);
  expect([page.status, page.counts?.kept]).toEqual(['taken_back', 0]);
  const left = await find(office, '');
  expect(left).toHaveLength(1);
  expect(left[0]?.owner?.phones).toEqual(before?.owner?.phones);
  expect(left[0]?.figures).toEqual([]);
  expect(left[0]?.sources).toEqual([]);
  expect(left[0]?.enterprise.computedScale).toBe(before?.enterprise.computedScale);
});

test('but what somebody worked on since stays, and is counted', async () => {
  const office = await anOpenOffice();
  const { services, officer } = office;
  const { importId } = await anAppliedList(services, officer, aListFile([header, siti, sri]), facts);
  const [profile] = await find(office, 'kerupuk');
  await execute(services, officer, editEnterprise, {
    enterpriseId: profile!.enterprise.enterpriseId,
    revision: profile!.enterprise.revision,
    enterprise: { name: 'Kerupuk Udang Sri' },
    premises: { villageCode: '33.75.04.1004' },
  });
  await execute(services, officer, takeBackImport, { importId });
  await workOnList(services, officer.officeCode, importId);
  expect((await importState(services, officer, importId)).counts?.kept).toBe(1);
  expect((await find(office, '')).map(({ enterprise }) => enterprise.name)).toEqual(['Kerupuk Udang Sri']);
});
