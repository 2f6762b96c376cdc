import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { watchConsole } from './support/expect-no-console-errors.ts';
import { people, waitForSample } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

test('journey A: the head asks for data, and a misspelt search ends in a sheet and a sentence', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const { expectNoConsoleErrors } = watchConsole(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, people.officer);
  await waitForSample(page);
  await expectAccessible(page);

  await page.goto('/usaha');
  await page.getByRole('searchbox').fill('batik jlampran');
  await expect(page.getByRole('row').nth(1)).toContainText('Jlamprang');
  await expectAccessible(page);

  await page.goto('/usaha?q=batik&wilayah=33.75.04.1004&status=verified');
  const counts = page.locator('.count-line');
  const shown = Number((await page.locator('.count-line strong').first().textContent())?.replaceAll('.', ''));
  expect(shown).toBeGreaterThan(0);
  await expect(counts).toContainText('per ');

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh CSV' }).click(),
  ]);
  const sheet = readFileSync(await download.path(), 'utf8');
  const lines = sheet.trim().split('\r\n');
  expect(lines).toHaveLength(shown + 1);
  expect(lines[0]).toContain('ID usaha (jangan diubah)');
  expect(lines[1]).toMatch(/\*{12}\d{4}/);
  expect(sheet).not.toMatch(/\d{16}/);

  await page.getByRole('button', { name: 'Salin kalimat untuk pimpinan' }).click();
  const sentence = await page.evaluate(() => navigator.clipboard.readText());
  expect(sentence).toContain('Jenggot');
  expect(sentence).toContain(shown.toLocaleString('id-ID'));
  expectNoConsoleErrors();
});
