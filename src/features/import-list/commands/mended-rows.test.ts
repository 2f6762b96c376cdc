import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { readSpreadsheet } from '#platform/spreadsheet/read-spreadsheet.ts';
import { csvStream } from '#platform/spreadsheet/write-csv.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, type TestServices } from '#testing/fresh-services.ts';
import { aListFile, anAppliedList, aStagedList, importState } from '../factory.ts';
import { mendingSheetStream } from '../queries/mending-sheet.server.ts';
import { bringInMended } from './bring-in.server.ts';
import { applyImport } from './steer-import.server.ts';
import { workOnList } from './work-on-list.server.ts';

const rows = [
  ['DAFTAR UMKM KELURAHAN JENGGOT'],
  ['NO', 'NAMA', 'NIK', 'Jenis Usaha'],
  [1, 'SITI AMINAH', '3375044708850001', 'Batik'],
  [2, 'BUDI SANTOSO', '33750412018', 'Tahu'],
  [3, 'SRI', '3375', 'Kerupuk'],
];

type Cells = (string | number | null)[];

/** The sheet of rejected rows as somebody opens it: heading and rows. */
async function openedSheet(services: TestServices, officer: ReturnType<typeof anActor>, importId: string) {
  const sheet = await mendingSheetStream(services, officer, {
    importId,
    which: 'needs_mending',
    locale: 'id',
  });
  if (!sheet.ok) throw new Error(sheet.refusal.code);
  const path = join(services.env.GAWANGAN_DATA, 'perbaiki.xlsx');
  await writeFile(path, await buffer(sheet.value.stream));
  const cells: Cells[] = [];
  for await (const event of readSpreadsheet(path, { originalName: 'perbaiki.xlsx' })) {
    if (event.type === 'rows') cells.push(...(event.rows as Cells[]));
  }
  return cells;
}

const asFile = async ([titles = [], ...body]: Cells[]) =>
  new File([await buffer(csvStream({ titles: titles.map(String), rows: body }))], 'diperbaiki.csv');

async function anAppliedVillage() {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const { importId } = await anAppliedList(services, officer, aListFile(rows));
  return { services, officer, importId };
}

async function bringBack(
  { services, officer, importId }: Awaited<ReturnType<typeof anAppliedVillage>>,
  cells: Cells[],
) {
  const brought = await bringInMended(services, officer, { importId, file: await asFile(cells) });
  if (!brought.ok) throw new Error(brought.refusal.code);
  const mended = brought.value.importId;
  await workOnList(services, officer.officeCode, mended);
  await workOnList(services, officer.officeCode, mended);
  const staged = await importState(services, officer, mended);
  if (staged.status === 'staged') {
    await execute(services, officer, applyImport, { importId: mended });
    await workOnList(services, officer.officeCode, mended);
  }
  return { staged, after: await importState(services, officer, importId) };
}

test('rejected rows go out as they came, with the reason in front', async () => {
  const { services, officer, importId } = await anAppliedVillage();
  const [header, first, second] = await openedSheet(services, officer, importId);
  expect(header).toEqual([
    'ID baris (jangan diubah)',
    'Yang perlu diperbaiki',
    'NO',
    'NAMA',
    'NIK',
    'Jenis Usaha',
  ]);
  expect(first?.slice(1)).toEqual([
    'NIK kurang 5 angka. Cocokkan dengan KTP, atau kosongkan bila KTP tidak ada.',
    '2',
    'BUDI SANTOSO',
    '33750412018',
    'Tahu',
  ]);
  expect(second?.[3]).toBe('SRI');
});

test('mended, they come in under the same list and in the place that its title named', async () => {
  const village = await anAppliedVillage();
  const [header, first, second] = await openedSheet(village.services, village.officer, village.importId);
  const { staged, after } = await bringBack(village, [header!, first!.with(4, '3375041201800003'), second!]);
  expect(staged.counts).toMatchObject({ dispositions: { ready: 1, needs_mending: 1 }, actions: { new: 1 } });
  expect(staged.rows[0]).toMatchObject({ ownerName: 'BUDI SANTOSO', villageName: 'Jenggot' });
  expect(after.leftToMend).toBe(1);
  expect(after.mendedBy.map(({ status }) => status)).toEqual(['applied']);
});

test('the same mended sheet twice does no harm', async () => {
  const village = await anAppliedVillage();
  const [header, first] = await openedSheet(village.services, village.officer, village.importId);
  const mended = [header!, first!.with(4, '3375041201800003')];
  await bringBack(village, mended);
  const { staged, after } = await bringBack(village, mended);
  expect(staged.counts?.data).toBe(0);
  expect(after.leftToMend).toBe(1);
});

test('a sheet that is not of this list is refused with what to do', async () => {
  const village = await anAppliedVillage();
  const { staged } = await bringBack(village, [
    ['NAMA', 'NIK'],
    ['SRI', ''],
  ]);
  expect(staged.status).toBe('refused');
  expect(staged.refusal?.id).toContain('bukan lembar perbaikan');
});

test('there is nothing to mend before the list itself is saved', async () => {
  const services = await freshServices();
  const officer = anActor(await anOffice(services));
  const { importId } = await aStagedList(services, officer, aListFile(rows));
  const file = new File(['x'], 'x.csv');
  expect(await bringInMended(services, officer, { importId, file })).toMatchObject({
    refusal: { code: 'wrong_state' },
  });
});
