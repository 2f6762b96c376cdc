import type { Page } from '@playwright/test';

type Person = { email: string; password: string };

/** Signs in as a person of the sample office through the page they use, and waits until they are in. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/masuk');
  await giveNameAndPassword(page, person);
}

/** The same from the sign-in page that stands open: one is led on to where one wanted to go. */
export async function giveNameAndPassword(page: Page, person: Person): Promise<void> {
  const form = page.locator('form', { has: page.locator('#isian-password') });
  await form.locator('[name="name"]').fill(person.email);
  await form.locator('[name="password"]').fill(person.password);
  await form.locator('[name="password"]').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/masuk');
}
