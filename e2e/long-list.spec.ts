import { execFileSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@playwright/test';
import { readSpreadsheet } from '#platform/spreadsheet/read-spreadsheet.ts';
import { csvStream } from '#platform/spreadsheet/write-csv.ts';
import { bringIn } from './support/bring-in.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { watchConsole } from './support/expect-no-console-errors.ts';
import { people, waitForSample } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

type Cells = (string | number | boolean | null)[];

async function rowsOf(path: string): Promise<Cells[]> {
  const rows: Cells[] = [];
  for await (const event of readSpreadsheet(path, { originalName: path }))
    if (event.type === 'rows') rows.push(...event.rows);
  return rows;
}

/** A list of 105,000 as a ministry sends it, made of the same invented people as the sample office. */
async function aLongList(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'gawangan-daftar-')), 'penerima-bpum.csv');
  const list =
    'sample list --office 33.75 --rows 105000 --kind bpum --against 2026 --overlap 0.2 --mess medium';
  execFileSync(process.execPath, ['build/server/cli.js', ...list.split(' '), '--seed', '3', '--out', path], {
    env: { ...process.env, NODE_ENV: 'production', GAWANGAN_DATA: process.env.GAWANGAN_E2E_DATA },
  });
  return path;
}

/** Wrong numbers are left out and the village is written as it is called: what a village office would do by hand. */
function mended([header = [], ...rows]: Cells[]): Cells[] {
  const at = (heading: string) => header.findIndex((cell) => String(cell).toUpperCase() === heading);
  const set = (row: Cells, heading: string, value: string) =>
    at(heading) === -1 ? row : row.map((cell, column) => (column === at(heading) ? value : cell));
  const fixed = rows.map((row) => {
    const withPlace = set(
      set(set(row, 'NIK', ''), 'KELURAHAN/DESA', 'Jenggot'),
      'KECAMATAN',
      'Pekalongan Selatan',
    );
    const isNamed = /\p{L}/u.test(String(row[at('NAMA LENGKAP')] ?? ''));
    return isNamed ? withPlace : set(withPlace, 'NAMA LENGKAP', 'Sri Wahyuni');
  });
  return [header, ...fixed];
}

test('an officer brings in a list of 105,000, has the rejected rows mended, finds one, sees its NIK, and the trail shows it', async ({
  page,
}) => {
  test.setTimeout(420_000);
  const { expectNoConsoleErrors } = watchConsole(page);
  await signIn(page, people.officer);
  await waitForSample(page);
  const path = await aLongList();
  await bringIn(page, { path, name: 'Penerima BPUM', kind: 'BPUM' });

  const check = page.getByRole('button', { name: 'Periksa barisnya' });
  await expect(check).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Terbaca 105\.000 baris/)).toBeVisible();
  await expectAccessible(page);
  await check.click();

  const save = page.getByRole('button', { name: /^Simpan [\d.]+ baris$/ });
  await expect(save).toBeVisible({ timeout: 150_000 });
  await expect(page.getByText('NIK ini tidak mungkin').first()).toBeVisible();
  await expect(page.getByText(/(?<!\d)\d{16}(?!\d)/)).toHaveCount(0);
  await expectAccessible(page);
  await save.click();
  await expect(page.getByText(/baris sudah masuk ke Data UMKM/)).toBeVisible({ timeout: 180_000 });
  await expectAccessible(page);

  const list = page.url();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Unduh [\d.]+ baris yang perlu diperbaiki/ }).click();
  const rejected = await rowsOf(await (await download).path());
  expect(rejected.length).toBeGreaterThan(100);
  expect(String(rejected[1]?.[1])).not.toBe('');
  const [titles = [], ...body] = mended(rejected);
  const sheet = path.replace('.csv', '-diperbaiki.csv');
  await writeFile(sheet, await buffer(csvStream({ titles: titles.map(String), rows: body as never })));
  await page.locator('input[type="file"]').setInputFiles(sheet);
  await page.getByRole('button', { name: /[Uu]nggah/ }).click();
  const saveMended = page.getByRole('button', { name: /^Simpan [\d.]+ baris$/ });
  await expect(saveMended).toBeVisible({ timeout: 60_000 });
  await saveMended.click();
  await expect(page.getByText(/baris sudah masuk ke Data UMKM/)).toBeVisible({ timeout: 60_000 });
  await page.goto(list);
  await expect(page.getByRole('link', { name: /Unduh [\d.]+ baris yang perlu diperbaiki/ })).toHaveCount(0);

  const [header = [], ...listed] = await rowsOf(path);
  const nikAt = header.indexOf('NIK');
  const nik = String(listed.findLast((row) => /^3375\d{12}$/.test(String(row[nikAt])))?.[nikAt]);
  await page.goto('/usaha');
  await page.getByRole('searchbox').fill(nik);
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(2);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByText(`************${nik.slice(-4)}`).first()).toBeVisible();
  await expect(page.getByText('Penerima BPUM').first()).toBeVisible();
  const reason = `Mencocokkan daftar BPUM ${Date.now()}`;
  await page.getByText('Lihat', { exact: true }).first().click();
  await page.locator('details[open] [name="reason"]').fill(reason);
  await page.locator('details[open] [name="reason"]').press('Enter');
  await expect(page.getByText(nik).first()).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, people.dataOfficer);
  await page.goto('/jejak');
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByRole('main').getByText('Menyimpan daftar ke data UMKM').last()).toBeVisible();
  expectNoConsoleErrors();
});
