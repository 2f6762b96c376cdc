import { expect, test } from 'vitest';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aListFile, anAppliedList, anInspectedList, aStagedList } from '../factory.ts';

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

test('and saved', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const page = await anAppliedList(services, officer, aListFile(rows));
  expect(page.status).toBe('applied');
});
