import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { watchConsole } from './support/expect-no-console-errors.ts';
import { people, waitForSample } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

/** The sample's programmes are counted in the background after it is loaded. */
async function openConditions(page: Page, programme: string): Promise<void> {
  await expect(async () => {
    await page.goto('/pembinaan');
    await page.getByRole('link', { name: programme, exact: true }).first().click({ timeout: 2_000 });
    await page.locator('a[href$="/syarat"]').first().click({ timeout: 2_000 });
    await expect(page.getByText(/Dihitung per/)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 120_000 });
}

test('from the conditions of a training to those who lack one thing, and to the first of them by WhatsApp', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const { expectNoConsoleErrors } = watchConsole(page);
  await signIn(page, people.officer);
  await waitForSample(page);
  await openConditions(page, 'Pelatihan ekspor');
  await expectAccessible(page);

  await page
    .getByRole('link', { name: /kurang: / })
    .first()
    .click();
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Buat daftar sapa' }).click();
  await expect(page).toHaveURL(/\/sapa\/[0-9a-f-]{36}$/);
  await expectAccessible(page);
  await page.locator('a[href$="/antrean"]').first().click();
  const message = page.getByRole('region', { name: 'Pesan' });
  await expect(message).toContainText('tinggal selangkah lagi');
  await expect(message).not.toContainText('{');
  await expectAccessible(page);
  const left = page.getByText(/orang masih menunggu/);
  const before = await left.textContent();
  await page.getByRole('button', { name: /Terkirim/ }).click();
  await expect(left).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: /Batalkan yang terakhir/ }).click();
  await expect(left).toHaveText(before ?? '');
  expectNoConsoleErrors();
});

test('an intake is planned in a minute, its money is promised when it opens, and the ceiling holds', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page, people.officer);
  await waitForSample(page);
  await openConditions(page, 'Fasilitasi kemasan');
  await page.goto('/pembinaan');
  await page.getByRole('link', { name: 'Fasilitasi kemasan', exact: true }).first().click();
  await page.locator('a[href$="/angkatan/baru"]').first().click();
  await expectAccessible(page);
  await page.getByLabel(/^Biaya per kursi/).fill('900 jt');
  // A line of the year in which it begins.
  const year = (await page.getByLabel('Mulai', { exact: true }).inputValue()).slice(0, 4);
  const line = page.getByRole('option', { name: new RegExp(`^${year} · `) }).first();
  await page.getByLabel(/^Mata anggaran/).selectOption(await line.getAttribute('value'));
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page).toHaveURL(/\/pembinaan\/angkatan\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: /Buka pendaftaran/ }).click();
  await expect(page.getByRole('alert').first()).toContainText('Pagu tidak cukup');
  await expectAccessible(page);
});

test('@phone programmes, the ledger and the lists of people to reach fit a phone of 360 px', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page, people.officer);
  await waitForSample(page);
  for (const path of ['/pembinaan', '/pembinaan/anggaran', '/pembinaan/riwayat', '/sapa', '/sapa/baru']) {
    await page.goto(path);
    await expectAccessible(page);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wider, `${path} scrolls sideways`).toBe(false);
  }
});
