import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';

/** Hands a list over, from the page of lists to the page of this one. */
export async function bringIn(
  page: Page,
  { path, name, kind }: { path: string; name: string; kind: string },
) {
  await page.goto('/daftar');
  await page.getByRole('link', { name: 'Masukkan daftar' }).first().click();
  await page.locator('input[type="file"]').setInputFiles(path);
  await page.getByLabel('Nama daftar').fill(name);
  await page.getByText(kind, { exact: true }).click();
  await page.locator('[name="asOf"]').fill('2026-01-01');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Baca daftar ini' }).click();
  await expect(page).toHaveURL(/\/daftar\/[0-9a-f-]{36}/);
}
