import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { bringIn } from './support/bring-in.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { watchConsole } from './support/expect-no-console-errors.ts';
import { people } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

const NAMES = ['Sri Wahyuni', 'Slamet Riyadi', 'Siti Khotijah', 'Nur Hidayah', 'Ahmad Fauzi', 'Dwi Lestari'];
const WRITTEN_AGAIN = [
  'Sri Wahyuningsih',
  'Slamet Riadi',
  'Siti Khadijah',
  'Nurhidayah',
  'Akhmad Fauzi',
  'Dwi Lestary',
];
const TRADES = ['Batik Tulis', 'Warung Makan', 'Kerupuk', 'Konveksi'];

/** A list in which every enterprise stands twice, the second time as somebody else would write it. */
async function aListWithEverythingTwice(): Promise<string> {
  const rows = TRADES.flatMap((trade, at) =>
    NAMES.flatMap((name, who) => {
      const rest = `${trade} ${name};${trade};Jenggot;${at + 1};${who + 1}`;
      return [`${name};${rest}`, `${WRITTEN_AGAIN[who]};${rest}`];
    }),
  );
  const path = join(await mkdtemp(join(tmpdir(), 'gawangan-ganda-')), 'ganda.csv');
  await writeFile(path, ['NAMA LENGKAP;Nama Usaha;Jenis Usaha;Kelurahan;RT;RW', ...rows].join('\n'));
  return path;
}

async function bringInTwice(page: Page) {
  await bringIn(page, {
    path: await aListWithEverythingTwice(),
    name: 'Serba dua',
    kind: 'Dari desa/kelurahan',
  });
  await page.getByRole('button', { name: 'Periksa barisnya' }).click({ timeout: 30_000 });
  await page.getByRole('button', { name: /^Simpan \d+ baris/ }).click({ timeout: 30_000 });
  await expect(page.getByText(/tersimpan|masuk ke Data UMKM/i).first()).toBeVisible({ timeout: 60_000 });
}

/** Waits until so many pairs stand in the queue: those of a list come by a job. */
async function waitForPairs(page: Page, count: number) {
  await expect(async () => {
    await page.goto('/kembar/periksa');
    const left = await page.getByText(/^Tersisa [\d.]+$/).textContent();
    expect(Number(left?.replace(/\D/g, ''))).toBeGreaterThanOrEqual(count);
  }).toPass({ timeout: 90_000 });
}

const pairTitle = (page: Page) => page.locator('h2.pair-title');

test('twenty pairs are decided by keyboard alone, the next one there at once', async ({ page }) => {
  test.setTimeout(300_000);
  const { expectNoConsoleErrors } = watchConsole(page);
  await signIn(page, people.officer);
  await bringInTwice(page);
  await waitForPairs(page, 20);
  await page.goto('/kembar');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Periksa pasangan berikutnya' }).click();
  await expect(pairTitle(page)).toBeVisible();
  await expectAccessible(page);

  const keys = ['s', 'b', '2', '1', 'p', 'k', 'r', '2', 'b', 's'];
  const seen: (string | null)[] = [];
  const times: number[] = [];
  for (let at = 0; at < 20; at++) {
    const table = await page.locator('.pair-table').textContent();
    expect(seen, 'no pair is shown again').not.toContain(table);
    seen.push(table);
    // From the key to the paint of another pair, measured in the page itself.
    times.push(
      await page.evaluate(
        (key) =>
          new Promise<number>((resolve) => {
            const shown = document.querySelector('.pair-table tbody')?.textContent;
            const began = performance.now();
            const look = () => {
              const now = document.querySelector('.pair-table tbody')?.textContent;
              if (now !== shown && now) resolve(performance.now() - began);
              else requestAnimationFrame(look);
            };
            document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
            requestAnimationFrame(look);
          }),
        keys[at % keys.length] ?? 'b',
      ),
    );
  }
  times.sort((a, b) => a - b);
  process.stdout.write(
    `next pair after: median ${times[10]?.toFixed(0)} ms, slowest ${times.at(-1)?.toFixed(0)} ms\n`,
  );

  // What was said last is taken back by a key, and the pair returns.
  await page.keyboard.press('z');
  await expect(page.getByText('Dibatalkan. Pasangan tadi kembali.').last()).toBeVisible();
  expect(await page.locator('.pair-table').textContent()).toBe(seen.at(-1));
  await page.keyboard.press('?');
  await expect(page.getByText('Tetap dua, tidak ditanyakan lagi')).toBeVisible();

  await page.goto('/kembar');
  await expect(
    page.getByRole('listitem').filter({ hasText: 'usaha diteruskan keluarga' }).first(),
  ).toBeVisible();
  await page.goto('/kembar/tanya');
  await expect(page.getByRole('heading', { name: /^Jenggot/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Cetak untuk Jenggot' }).click();
  await expect(page.getByRole('heading', { name: 'Mohon bantuan memastikan data usaha' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.locator('main').textContent()).not.toMatch(/\*{4}|\d{10,}/);
  expectNoConsoleErrors();
});

test('@phone a pair is decided on a phone of 360 px, and without scripts', async ({
  browser,
  page,
}, info) => {
  await signIn(page, people.officer);
  await waitForPairs(page, 2);
  await expectAccessible(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider, 'nothing scrolls sideways').toBe(false);
  const context = await browser.newContext({
    ...info.project.use,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto('/kembar/periksa');
  const first = await plain.locator('.pair-table').textContent();
  await plain.getByRole('button', { name: 'Beda', exact: true }).click();
  await expect(plain.getByText('Tersimpan: beda.')).toBeVisible();
  expect(await plain.locator('.pair-table').textContent()).not.toBe(first);
  await plain.getByRole('button', { name: /^Batalkan yang terakhir/ }).click();
  expect(await plain.locator('.pair-table').textContent()).toBe(first);
  await context.close();
});
