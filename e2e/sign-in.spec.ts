import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/expect-accessible.ts';
import { people } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

test('a wrong password and an unknown name get the same answer, and what was typed stays', async ({
  page,
}) => {
  const answers: string[] = [];
  for (const name of [people.officer.email, 'tidak.ada@contoh.invalid']) {
    await page.goto('/masuk');
    const form = page.locator('form', { has: page.locator('#isian-password') });
    await form.locator('[name="name"]').fill(name);
    await form.locator('[name="password"]').fill('bukan-sandinya');
    await form.locator('[name="password"]').press('Enter');
    const alert = page.getByRole('alert').first();
    await expect(alert).toBeVisible();
    answers.push((await alert.innerText()).trim());
    await expect(form.locator('[name="name"]')).toHaveValue(name);
    await expectAccessible(page);
  }
  expect(answers[0]).toBe(answers[1]);
});

test('pages of the office lead to the sign-in page and back to where one wanted to go', async ({ page }) => {
  await page.goto('/usaha?q=batik');
  await expect(page).toHaveURL(/\/masuk\?lanjut=/);
  const form = page.locator('form', { has: page.locator('#isian-password') });
  await form.locator('[name="name"]').fill(people.head.email);
  await form.locator('[name="password"]').fill(people.head.password);
  await form.locator('[name="password"]').press('Enter');
  await expect(page).toHaveURL(/\/usaha\?q=batik$/);
});

test('a locked screen opens with the password only, and a head of office is shown no way to reveal', async ({
  page,
}) => {
  await signIn(page, people.head);
  await page.getByText('Bambang Sutopo').first().click();
  await page.getByRole('button', { name: 'Kunci layar' }).click();
  await page.goto('/usaha');
  await expect(page).toHaveURL(/\/terkunci/);
  await page.locator('[name="password"]').fill(people.head.password);
  await page.locator('[name="password"]').press('Enter');
  await expect(page).toHaveURL(/\/usaha/);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByText('Tentang usaha ini')).toBeVisible();
  await expect(page.getByText('Lihat', { exact: true })).toHaveCount(0);
});

test('the interface is English from one page to the next once chosen', async ({ page }) => {
  await page.goto('/masuk');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await signIn(page, people.officer);
  await page.goto('/usaha');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Register');
});
