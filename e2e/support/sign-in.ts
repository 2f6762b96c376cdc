import type { Page } from '@playwright/test';

/** Signs in as a person of the demo office through the page they use, and waits until they are in. */
export async function signIn(page: Page, person: { email: string; password: string }): Promise<void> {
  await page.goto('/masuk');
  await page.locator('input[name="email"]').fill(person.email);
  await page.locator('input[name="password"]').fill(person.password);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').first().click();
  await page.waitForURL((url) => url.pathname !== '/masuk');
}
