import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { anEnterprise } from '../../register-enterprise/factory.ts';
import { registerPermissions, searchRegister } from '../../register-enterprise/index.server.ts';
import { enterpriseProfile } from '../../register-enterprise/queries/enterprise-profile.server.ts';
import { registerSheet } from '../../register-enterprise/queries/register-sheet.server.ts';
import {
  aListFile,
  anAppliedList,
  anInspectedList,
  aStagedList,
  importState,
  listFacts,
} from '../factory.ts';
import { mendingSheetStream } from '../queries/mending-sheet.server.ts';
import { bringIn } from './bring-in.server.ts';
import { confirmMapping } from './confirm-mapping.server.ts';
import { applyImport, cancelImport, takeBackImport } from './steer-import.server.ts';
import { workOnList } from './work-on-list.server.ts';

const header = ['NO', 'NAMA LENGKAP', 'NIK', 'L/P', 'RT/RW', 'Kelurahan', 'Jenis Usaha', 'No HP/WA'];
const rows = [
  ['DAFTAR PELAKU UMKM KELURAHAN JENGGOT'],
  header,
  [1, 'SITI AMINAH', '3375044708850001', 'P', '02/05', 'Jenggot', 'Batik cap', '081234567890'],
  [2, 'H. SLAMET', '337504070880002', 'L', '03/05', 'Jenggot', 'Warung makan', ''],
  [3, 'SRI WAHYUNI', '', 'P', '03/05', 'Jenggot', 'Kerupuk', '-'],
  [4, 'BUDI', '3326041201800003', 'L', '01/01', 'Kedungwuni Timur', 'Konveksi', ''],
  ['', 'JUMLAH', '', '', '', '', '', ''],
];

test('a list from a village is read: title and sum skipped, columns recognised, nothing in the register yet', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const page = await anInspectedList(services, officer, aListFile(rows));
  expect(page.status).toBe('mapping');
  expect(page.mapping?.dataRows).toBe(4);
  expect(page.mapping?.doubtful).toBe(0);
  expect(page.mapping?.skipped).toMatchObject({ title: 1, header: 1, total: 1 });
  expect(page.mapping?.columns.find(({ field }) => field === 'nik')?.samples[0]).toBe('…0001');
});

test('its rows are sorted into those that come in, those to mend, and those of another area', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const page = await aStagedList(services, officer, aListFile(rows));
  expect(page.status).toBe('staged');
  expect(page.counts?.dispositions).toEqual({ ready: 2, needs_mending: 1, other_area: 1 });
  expect(page.counts?.actions).toMatchObject({ new: 2, changed: 0, unchanged: 0, repeated: 0, newOwners: 2 });
  expect(page.counts?.problems[0]).toMatchObject({ code: 'nik_too_short', rows: 1 });
  expect(page.rows[0]).toMatchObject({
    ownerName: 'SITI AMINAH',
    nik: '************0001',
    villageName: 'Jenggot',
  });
});

test('saved, they are in the register under the name of their source', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const page = await anAppliedList(services, officer, aListFile(rows));
  expect(page.status).toBe('applied');
  expect(page.leftToMend).toBe(1);
  const found = await read(services, officer, registerPermissions['enterprise.view'], (context) =>
    searchRegister(context, { text: '', filter: { sources: [page.sourceListId!] }, offset: 0, limit: 10 }),
  );
  expect(found).toMatchObject({ ok: true, value: { enterprises: 2, owners: 2 } });
});

test('a column that Excel rounded is reported once, and its rows come in without it', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const damaged = Array.from({ length: 40 }, (_, at) => [
    at + 1,
    `ORANG ${at}`,
    `33750447088${5000 + at}0`,
    'Batik',
  ]);
  const page = await aStagedList(
    services,
    officer,
    aListFile([['NO', 'NAMA', 'NIK', 'Jenis Usaha'], ...damaged]),
  );
  expect(page.damage).toMatchObject([{ field: 'nik', verdict: 'damaged' }]);
  expect(page.counts?.dispositions).toMatchObject({ ready: 40 });
  expect(page.rows.every(({ nik }) => nik === null)).toBe(true);
});

test('one sheet a village is one list, each row in the village of its sheet', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const path = join(services.env.GAWANGAN_DATA, 'desa.xlsx');
  const columns = ['NAMA', 'Jenis Usaha'].map((title) => ({ title }));
  await writeWorkbook(path, [
    {
      name: 'JENGGOT',
      columns,
      rows: [
        ['SITI AMINAH', 'Batik'],
        ['SRI', 'Kerupuk'],
        ['BUDI', 'Tahu'],
      ],
    },
    {
      name: 'Kauman',
      columns,
      rows: [
        ['AGUS', 'Bengkel'],
        ['TONO', 'Las'],
        ['RINI', 'Jahit'],
      ],
    },
    { name: 'Grafik', columns: [{ title: 'Judul' }], rows: [['Catatan saja']] },
  ]);
  const page = await aStagedList(services, officer, new File([await readFile(path)], 'desa.xlsx'));
  expect(page.counts).toMatchObject({ sheets: 2, data: 6 });
  expect(page.rows.map(({ sheetName, villageName }) => [sheetName, villageName])).toEqual([
    ...Array.from({ length: 3 }, () => ['JENGGOT', 'Jenggot']),
    ...Array.from({ length: 3 }, () => ['Kauman', 'Kauman']),
  ]);
});

test('a mapping that an officer settled is remembered for the next list with the same headings', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const odd = [
    ['Bos', 'Kerjaannya', 'Nama'],
    ['SITI', 'Batik', 'Batik Siti'],
    ['BUDI', 'Tahu', 'Tahu Budi'],
  ];
  const first = await anInspectedList(services, officer, aListFile(odd));
  expect(first.mapping?.doubtful).toBeGreaterThan(0);
  const fields = ['full_name', 'activity', 'business_name'] as const;
  const confirmed = await execute(services, officer, confirmMapping, {
    importId: first.importId,
    columns: fields.map((field) => ({ field })),
    kbliVersion: '2025',
    figureYear: 2026,
  });
  expect(confirmed.ok).toBe(true);
  const next = await anInspectedList(services, officer, aListFile(odd));
  expect(next.mapping?.columns.map(({ field, why }) => [field, why])).toEqual(
    fields.map((field) => [field, 'remembered']),
  );
});

test('a list that was given up leaves nothing but the note that it was there', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const { importId } = await aStagedList(services, officer, aListFile(rows));
  expect((await execute(services, officer, cancelImport, { importId })).ok).toBe(true);
  await workOnList(services, officer.officeCode, importId);
  const page = await importState(services, officer, importId);
  expect([page.status, page.rows]).toEqual(['cancelled', []]);
  expect(await readdir(join(services.env.GAWANGAN_DATA, 'files', officer.officeCode, 'lists'))).toEqual([]);
  expect((await execute(services, officer, applyImport, { importId })).ok).toBe(false);
});

test('who answers for a district only, and who only looks on, cannot bring a list in', async () => {
  const services = await freshServices();
  const office = await anOffice(services);
  const district = anActor(office, 'officer', { kind: 'district', code: '33.75.04' });
  for (const actor of [district, anActor(office, 'head'), anActor(office, 'enumerator')]) {
    const brought = await bringIn(services, actor, { facts: listFacts, file: aListFile(rows) });
    expect(brought).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  }
});

test('an officer of one district does not see lists, which are of the whole office', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const { importId } = await anAppliedList(services, officer, aListFile(rows));
  const district = anActor(officer.officeCode, 'officer', { kind: 'district', code: '33.75.04' });
  await expect(importState(services, district, importId)).rejects.toThrow('no such import');
  const sheet = await mendingSheetStream(services, district, {
    importId,
    which: 'needs_mending',
    locale: 'id',
  });
  expect(sheet).toMatchObject({ ok: false, refusal: { code: 'not_found' } });
});

test('once it is saved, the open file is gone; its cells stand sealed', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  await anAppliedList(services, officer, aListFile(rows));
  const folder = join(services.env.GAWANGAN_DATA, 'files', officer.officeCode, 'lists');
  expect(await readdir(folder)).toEqual([]);
});

test('names with half an emoji, or with what no text may hold, come in', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const odd = `${'Kue '.repeat(9)}Ibu\u{1F9C1}\u{1F9C1}\u{1F9C1}\u{1F9C1} ${'lezat '.repeat(40)}`;
  const page = await anAppliedList(
    services,
    officer,
    aListFile([
      ['NAMA', 'Kelurahan', 'Jenis Usaha'],
      ['SITI \u{1F338}', odd, odd],
      ['SRI', 'Jenggot', 'Batik'],
      ['BUDI', 'Jenggot', 'Tahu'],
    ]),
  );
  expect([page.status, page.task?.failed]).toEqual(['applied', false]);
});

test('rows of a message come in like a file', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const pasted = 'NAMA\tJenis Usaha\tKelurahan\nSITI AMINAH\tBatik\tJenggot\nSRI\tKerupuk\tKauman\n';
  const brought = await bringIn(services, officer, { facts: listFacts, pasted });
  if (!brought.ok) throw new Error(brought.refusal.code);
  await workOnList(services, office(officer), brought.value.importId);
  const page = await importState(services, officer, brought.value.importId);
  expect(page.mapping?.columns.map(({ field }) => field)).toEqual(['full_name', 'activity', 'village']);
});

test('our own sheet, taken out, corrected and brought back, updates the very enterprises it names', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const { enterpriseId } = await anEnterprise(services, officer, {
    name: 'Batik Jlamprang',
    nik: '3375044708850001',
    phone: '081234567890',
    email: 'siti@contoh.id',
  });
  const sheet = registerSheet(
    { services, actor: officer, enterpriseIds: [enterpriseId], locale: 'id', unmasked: false },
    'csv',
  );
  const text = (await buffer(sheet)).toString('utf8').replace('Batik Jlamprang', 'Batik Jlamprang Asli');
  const page = await anAppliedList(services, officer, new File([text], 'data-umkm.csv'));
  expect(page.counts?.actions).toMatchObject({ new: 0, changed: 1 });
  expect(page.counts?.dispositions).toMatchObject({ ready: 1, needs_mending: 0 });
  const found = await read(services, officer, registerPermissions['enterprise.view'], (context) =>
    enterpriseProfile(context, enterpriseId),
  );
  expect(found).toMatchObject({
    value: {
      enterprise: { name: 'Batik Jlamprang Asli' },
      owner: { nikMasked: '************0001', emailMasked: 's***@contoh.id' },
    },
  });
});

test('e-mail addresses of a list are kept, and fill what was not on record; taken back, they are gone', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const { ownerId } = await anEnterprise(services, officer, { name: 'Batik Siti', nik: '3375044708850001' });
  const page = await anAppliedList(
    services,
    officer,
    aListFile([
      ['NAMA', 'NIK', 'Nama Usaha', 'E-mail', 'Kelurahan', 'Jenis Usaha'],
      ['SITI AMINAH', '3375044708850001', 'Batik Siti', 'siti@contoh.id', 'Jenggot', 'Batik'],
      ['BUDI', '3326041201800003', 'Tahu Budi', 'budi@contoh.id', 'Jenggot', 'Tahu'],
      ['SRI', '', 'Kerupuk Sri', 'sri contoh', 'Jenggot', 'Kerupuk'],
    ]),
  );
  const hints = async () => {
    const rows = await withOffice(services.db, officer.officeCode, (trx) =>
      trx.selectFrom('owners').select('emailHint').where('emailHint', 'is not', null).execute(),
    );
    return rows.map(({ emailHint }) => emailHint).sort();
  };
  expect(await hints()).toEqual(['b***@contoh.id', 's***@contoh.id']);
  expect(page.leftToMend ?? 0).toBe(0); // an address that is none keeps nobody out
  await execute(services, officer, takeBackImport, { importId: page.importId });
  await workOnList(services, officer.officeCode, page.importId);
  const known = await withOffice(services.db, officer.officeCode, (trx) =>
    trx.selectFrom('owners').select('emailHint').where('ownerId', '=', ownerId).executeTakeFirst(),
  );
  expect(known).toEqual({ emailHint: null });
});

const office = ({ officeCode }: ReturnType<typeof anActor>) => officeCode;
