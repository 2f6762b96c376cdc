import { expect, type Locator, type Page } from '@playwright/test';
import { makePhoto } from './make-photo.ts';

/** As the buttons of a row say it. */
export const verdicts = {
  produces: 'Masih, membuat sendiri',
  services: 'Masih, usaha jasa',
  works_for_others: 'Masih, buruh atau maklun',
  trades_only: 'Masih, berdagang saja',
  paused: 'Berhenti sementara',
  closed: 'Sudah tutup',
  moved: 'Pindah',
  never_existed: 'Tidak pernah ada',
  not_found: 'Tidak ditemukan',
  refused: 'Menolak didata',
} as const;
export type Verdict = keyof typeof verdicts;

/** What there is to answer to each question of the core questionnaire, by its words; in the order of the form. */
const answers: [question: RegExp, give: (question: Locator) => Promise<void>][] = [
  [/bersedia didata/, (q) => q.getByRole('checkbox').check()],
  [/^Nama pemilik/, (q) => typeIfEmpty(q, 'Siti Khotijah')],
  [/^NIK pemilik/, (q) => declineIfEmpty(q)],
  [/^Nomor HP/, (q) => declineIfEmpty(q)],
  [/^Usahanya di bidang apa/, (q) => q.getByRole('checkbox', { name: 'Batik' }).check()],
  [/^Apa yang utama/, (q) => typeIfEmpty(q, 'Batik cap')],
  [/^Siapa yang membuat/, (q) => q.getByRole('radio', { name: 'Semua dibuat sendiri' }).check()],
  [/^Berapa perempuan/, (q) => q.getByRole('textbox').fill('2')],
  [/^Berapa laki-laki/, (q) => q.getByRole('textbox').fill('1')],
  [/^NIB usaha/, (q) => q.getByRole('button', { name: 'Belum punya' }).click()],
  [/^Dijual di mana/, (q) => q.getByRole('checkbox', { name: 'Di pasar' }).check()],
  [/^Berhenti sejak/, (q) => q.getByRole('textbox').fill('2025')],
  [/^Kenapa berhenti/, (q) => q.getByRole('button', { name: 'Tidak mau menjawab' }).click()],
  [/^Tanya kepada siapa/, (q) => q.getByRole('checkbox', { name: 'Tetangga' }).check()],
  [/^Pindah ke mana/, (q) => q.getByRole('textbox').fill('tidak tahu')],
  [/^Apa alasannya/, (q) => q.getByRole('radio').first().check()],
  [/^Posisi di sini/, takePosition],
  [/^Foto tempat usaha/, takePhoto],
  [/^Kira-kira penjualan/, (q) => q.getByRole('button', { name: 'Tidak mau menjawab' }).click()],
];

async function typeIfEmpty(question: Locator, text: string): Promise<void> {
  const box = question.getByRole('textbox');
  if ((await box.inputValue()) === '') await box.fill(text);
}

async function declineIfEmpty(question: Locator): Promise<void> {
  if ((await question.getByRole('textbox').inputValue()) !== '') return;
  await question.getByRole('button', { name: 'Tidak mau menjawab' }).click();
}

async function takePosition(question: Locator): Promise<void> {
  await question.getByRole('button', { name: 'Ambil posisi' }).click();
  await expect(question.getByText(/Posisi tersimpan, ketepatan 12 m/)).toBeVisible();
}

async function takePhoto(question: Locator): Promise<void> {
  await question.locator('input[type="file"]').setInputFiles(await makePhoto());
  await expect(question.getByText('Foto tersimpan')).toBeVisible();
}

/** Opens a row of today's list and gives its verdict: one tap each. */
export async function beginVisit(page: Page, name: string, verdict: Verdict): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.getByRole('button', { name: verdicts[verdict], exact: true }).click();
  await expect(page.getByRole('button', { name: /^(Lanjut|Periksa)$/ })).toBeVisible();
}

/** Answers all that is asked on the section that is open. */
export async function answerSection(page: Page): Promise<void> {
  for (const [words, give] of answers) {
    const question = page.locator('.question').filter({ has: page.getByText(words) });
    if ((await question.count()) > 0) await give(question);
  }
}

/** From wherever the form stands to the last look; `atEach` is called on every section once answered. */
export async function answerAll(page: Page, atEach: () => Promise<void> = async () => {}): Promise<void> {
  const progress = page.getByRole('progressbar');
  const lastLook = page.getByRole('heading', { name: 'Periksa sebentar' });
  while (!(await lastLook.isVisible())) {
    await answerSection(page);
    await atEach();
    const before = await progress.getAttribute('value');
    await page.getByRole('button', { name: /^(Lanjut|Periksa)$/ }).click();
    await expect(progress).not.toHaveAttribute('value', before ?? '');
  }
}

/** "Selesai, simpan": the visit is sealed and lies on the phone. */
export async function finishVisit(page: Page): Promise<void> {
  await expect(page.getByText('Semua sudah terisi.')).toBeVisible();
  await page.getByRole('button', { name: 'Selesai, simpan' }).click();
  await expect(page.getByText(/^Tersimpan di HP\. Belum terkirim: \d+$/)).toBeVisible();
}

export async function visit(page: Page, name: string, verdict: Verdict): Promise<void> {
  await beginVisit(page, name, verdict);
  await answerAll(page);
  await finishVisit(page);
}

/** "Cari dulu": nothing like it on the list, so a new one is begun in a village. */
export async function beginNewOne(page: Page, name: string, village: string): Promise<void> {
  await page.getByRole('link', { name: 'Cari dulu sebelum menambah' }).click();
  await page.getByRole('searchbox').fill(name);
  const choice = page.getByLabel('Kelurahan/desa');
  await choice.selectOption({ label: village });
  await page.getByRole('button', { name: 'Tidak ada di daftar: tambah usaha baru' }).click();
  await page.getByRole('radio', { name: verdicts.produces }).check();
}
