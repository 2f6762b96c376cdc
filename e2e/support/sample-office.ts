import { expect, type Page } from '@playwright/test';

const password = 'belajar-gawangan';
export const people = {
  officer: { email: 'petugas@contoh.invalid', password },
  head: { email: 'kepala@contoh.invalid', password },
  dataOfficer: { email: 'admin@contoh.invalid', password },
  enumerator: { email: 'pendata@contoh.invalid', password },
  secondEnumerator: { email: 'pendata2@contoh.invalid', password },
  companion: { email: 'pendamping@contoh.invalid', password },
};

/** Waits, signed in on the start page, until the sample register is loaded whole. */
export async function waitForSample(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('link', { name: /Usaha terdaftar/ })).toContainText(/2[3-9]\.\d{3}/, {
    timeout: 120_000,
  });
}
