import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { watchConsole } from './support/expect-no-console-errors.ts';
import { people, waitForSample } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

test('an officer finds one enterprise, sees its NIK for a reason, and the data officer finds that in the trail', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { expectNoConsoleErrors } = watchConsole(page);
  await signIn(page, people.officer);
  await waitForSample(page);
  await page.goto('/usaha?q=batik+jlamprang');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/usaha\/[0-9a-f-]{36}/);
  await expect(page.getByText(/^\*{12}\d{4}$/).first()).toBeVisible();
  await expect(page.getByText(/(?<!\d)\d{16}(?!\d)/)).toHaveCount(0);
  await expectAccessible(page);

  const reason = `Mengurus sertifikat halal ${Date.now()}`;
  await page.getByText('Lihat', { exact: true }).first().click();
  await page.locator('details[open] [name="reason"]').fill(reason);
  await page.locator('details[open] [name="reason"]').press('Enter');
  await expect(page.getByText(/(?<!\d)\d{16}(?!\d)/).first()).toBeVisible();
  const officer = await page.reload().then(() => page.getByText(/(?<!\d)\d{16}(?!\d)/));
  await expect(officer).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(page, people.dataOfficer);
  await page.goto('/jejak');
  await expect(page.getByText(reason)).toBeVisible();
  await expectAccessible(page);
  expectNoConsoleErrors();
});

test('@phone the list and a profile are readable and usable on a phone of 360 px', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, people.companion);
  await page.goto('/usaha?q=batik');
  await expect(page.getByRole('searchbox')).toBeVisible();
  await expectAccessible(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider, 'nothing scrolls sideways').toBe(false);
});

test('without scripts an officer still signs in, finds, and opens a profile', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/masuk');
  const form = page.locator('form', { has: page.locator('#isian-password') });
  await form.locator('[name="name"]').fill(people.officer.email);
  await form.locator('[name="password"]').fill(people.officer.password);
  await form.getByRole('button').first().click();
  await page.goto('/usaha');
  await page.getByRole('searchbox').fill('batik jlampran');
  await page.getByRole('button', { name: 'Cari' }).click();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByText('Tentang usaha ini')).toBeVisible();
  await context.close();
});
