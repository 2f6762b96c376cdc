import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bringIn } from './support/bring-in.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { people } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

test('@phone a list can be brought in, checked and given up on a phone of 360 px', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, people.officer);
  const folder = await mkdtemp(join(tmpdir(), 'gawangan-daftar-'));
  const path = join(folder, 'jenggot.csv');
  await writeFile(path, 'NAMA;Jenis Usaha;Kelurahan\nSITI AMINAH;Batik;Jenggot\nSRI;Kerupuk;Kauman\n');
  await bringIn(page, { path, name: 'Daftar HP', kind: 'Dari desa/kelurahan' });
  await page.getByRole('button', { name: 'Periksa barisnya' }).click({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Simpan 2 baris' })).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider, 'nothing scrolls sideways').toBe(false);
  await page.getByRole('button', { name: 'Batalkan' }).first().click();
  await expect(page.getByText('Daftar ini tidak jadi dimasukkan')).toBeVisible();
});
