import type { Page } from '@playwright/test';

/** Signs in as a person of the sample office through the page they use, and waits until they are in. */
export async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.goto('/masuk');
  const form = page.locator('form', { has: page.locator('#isian-password') });
  await form.locator('[name="name"]').fill(person.email);
  await form.locator('[name="password"]').fill(person.password);
  await form.locator('[name="password"]').press('Enter');
  await page.waitForURL((url) => url.pathname !== '/masuk');
}
