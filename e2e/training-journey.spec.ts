import { expect, type Locator, type Page, test } from '@playwright/test';
import { listFacts, listStandingPage } from '#features/register-enterprise/index.server.ts';
import { listApplications, receiveMany } from '#features/take-applications/index.server.ts';
import { systemActor } from '#kernel/actor.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { must } from '#kernel/refusal.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import { readEnv } from '#platform/env.ts';
import { makeLog } from '#platform/log.ts';
import { openServices } from '#platform/open-services.server.ts';
import { askDatabase } from './support/ask-database.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { watchConsole } from './support/expect-no-console-errors.ts';
import { FieldPhone } from './support/field-phone.ts';
import { makePhoto } from './support/make-photo.ts';
import { people, waitForSample } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

const OFFICE = '33.75';
const dataFolder = () => process.env.GAWANGAN_E2E_DATA ?? '';
const idIn = (page: Page) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())?.[0] ?? '';

/** Time goes by: the days of these intakes are moved back, as a calendar would move on. */
async function letDaysPass(intakeIds: readonly string[], days: number): Promise<void> {
  await askDatabase(
    dataFolder(),
    `update intakes set starts_on = starts_on - $2::int, ends_on = ends_on - $2::int,
       applications_open_at = applications_open_at - make_interval(days => $2::int),
       applications_close_at = applications_close_at - make_interval(days => $2::int)
     where intake_id = any($1::uuid[])`,
    [intakeIds, days],
  );
  await askDatabase(
    dataFolder(),
    `update sessions_of_intakes set starts_at = starts_at - make_interval(days => $2::int),
       ends_at = ends_at - make_interval(days => $2::int) where intake_id = any($1::uuid[])`,
    [intakeIds, days],
  );
}

/** Others apply as well, by the way all applications come in: until each intake has so many. */
async function othersApply(intakeIds: readonly string[], each: number): Promise<void> {
  const opened = await openServices(readEnv({ GAWANGAN_DATA: dataFolder() }), makeLog('error', 'test'));
  try {
    await inOneTransaction(opened.services, systemActor(OFFICE, 'Uji'), async (context) => {
      const { trx, officeCode } = context;
      const ids = await listStandingPage(trx, officeCode, { after: null, limit: 5_000 });
      const makers = (await listFacts(trx, officeCode, ids))
        .filter(({ operation }) => operation === 'produces')
        .map(({ enterpriseId }) => ({ enterpriseId }));
      for (const [at, intakeId] of intakeIds.entries()) {
        const there = (await listApplications(trx, officeCode, intakeId)).length;
        // Half of them wish for both.
        const enterprises = makers.slice((at * each) / 2, (at * each) / 2 + each - there);
        must(await receiveMany(context, { intakeId, via: 'officer', enterprises }));
        const left = each - (await listApplications(trx, officeCode, intakeId)).length;
        const more = makers.slice(-left - 1 - at * left).slice(0, left);
        if (left > 0) must(await receiveMany(context, { intakeId, via: 'officer', enterprises: more }));
      }
    });
  } finally {
    await opened.close();
  }
}

/** An intake as its template begins with it, closing in a week; its id. */
async function planIntake(page: Page, name: string): Promise<string> {
  await page.goto('/pembinaan');
  await page.getByRole('link', { name: 'Pelatihan ekspor', exact: true }).first().click();
  await page.locator('a[href$="/angkatan/baru"]').first().click();
  await page.getByLabel(/^Nama/).fill(name);
  await page.getByLabel(/^Biaya per kursi/).fill('100.000');
  const closes = addDays(plainDateInWib(Date.now()), 7);
  await page.getByLabel(/^Hari terakhir/).fill(closes);
  const year = (await page.getByLabel('Mulai', { exact: true }).inputValue()).slice(0, 4);
  const line = page.getByRole('option', { name: new RegExp(`^${year} · `) }).first();
  await page.getByLabel(/^Mata anggaran/).selectOption(await line.getAttribute('value'));
  await page.getByRole('button', { name: 'Simpan' }).click();
  await expect(page).toHaveURL(/\/pembinaan\/angkatan\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: /Buka pendaftaran/ }).click();
  await expect(page.getByText('Pendaftaran sedang berjalan.')).toBeVisible();
  return idIn(page);
}

async function fitsPhone(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider, `${page.url()} scrolls sideways`).toBe(false);
}

/** What a link leads to, opened in a window of its own or saved. */
async function fileBehind(page: Page, link: Locator): Promise<Buffer> {
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  return answer.body();
}

test('an export training from 23,000 enterprises to what became of thirty a year later', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const { expectNoConsoleErrors } = watchConsole(page);
  const took: string[] = [];
  const step = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
    const started = performance.now();
    const value = await test.step(name, work);
    took.push(`${name} ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return value;
  };
  await signIn(page, people.officer);
  await waitForSample(page);

  const intakeIds = await step('dua angkatan direncanakan dan dibuka', async () => [
    await planIntake(page, 'Angkatan Pagi'),
    await planIntake(page, 'Angkatan Sore'),
  ]);
  const [first, second] = intakeIds as [string, string];

  await step('syarat dijelaskan', async () => {
    await expect(async () => {
      await page.goto('/pembinaan');
      await page
        .getByRole('link', { name: 'Pelatihan ekspor', exact: true })
        .first()
        .click({ timeout: 2_000 });
      await page.locator('a[href$="/syarat"]').first().click({ timeout: 2_000 });
      await expect(page.getByText(/Dihitung per/)).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 120_000 });
    await page
      .getByRole('link', { name: /kurang: / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Buat daftar sapa' }).click();
    await expect(page).toHaveURL(/\/sapa\/[0-9a-f-]{36}$/);
  });

  await step('empat ratus pendaftar', async () => {
    await page.goto(`/pembinaan/angkatan/${first}/pendaftar/tambah?q=batik`);
    await page.getByLabel(/^Cari/).fill('batik');
    await page.getByLabel(/^Cari/).press('Enter');
    await page.getByRole('checkbox', { name: 'Batik', exact: false }).first().waitFor();
    const boxes = page.locator('input[name="enterpriseIds[]"]');
    for (const box of (await boxes.all()).slice(0, 5)) await box.check();
    await page.getByRole('button', { name: 'Daftarkan yang dicentang' }).click();
    await expect(page.getByText('5 pendaftar ditambahkan.')).toBeVisible();
    await othersApply(intakeIds, 200);
    await page.goto(`/pembinaan/angkatan/${second}/pendaftar`);
    await expect(page.getByText('200 pendaftar')).toBeVisible();
    await page.goto(`/pembinaan/angkatan/${first}/pendaftar`);
    await expect(page.getByText('200 pendaftar')).toBeVisible();
    await expectAccessible(page);
  });

  const selectionId = await step('cara memilih disusun, dicoba, dikunci', async () => {
    await page.goto(`/pembinaan/angkatan/${first}/pemilihan`);
    await page.getByLabel(/Angkatan Sore/).check();
    await page.getByRole('button', { name: 'Mulai seleksi' }).click();
    await expect(page).toHaveURL(/\/pembinaan\/pemilihan\/[0-9a-f-]{36}/);
    const rows = page.getByRole('group', { name: /^Kursi khusus/ });
    await rows.nth(0).getByLabel('Kelompok').selectOption('women');
    await rows.nth(0).getByLabel('Banyaknya').fill('40');
    await rows.nth(1).getByLabel('Kelompok').selectOption('never_served');
    await rows.nth(1).getByLabel('Banyaknya').fill('50');
    await page.getByLabel('Kurang satu syarat boleh ikut, kurang dua belum').check();
    await page.getByRole('button', { name: 'Simpan dan lihat contoh' }).click();
    await expect(page.getByText(/60 terpilih dari/)).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    await page.getByLabel(/^Kunci undian/).fill('tabuh-beduk-2026');
    await page.getByLabel(/^Dari mana/).fill('Diumumkan di papan kelurahan');
    await page.getByRole('button', { name: 'Kunci sekarang' }).click();
    await expect(page.getByText('Dikunci dan diumumkan')).toBeVisible();
    return idIn(page);
  });

  await step('peserta dipilih', async () => {
    await letDaysPass(intakeIds, 8);
    for (const intakeId of intakeIds) {
      await page.goto(`/pembinaan/angkatan/${intakeId}`);
      await page.getByRole('button', { name: /Tutup pendaftaran/ }).click();
      await expect(page.getByText('Pendaftaran sudah ditutup.')).toBeVisible();
    }
    await page.goto(`/pembinaan/pemilihan/${selectionId}`);
    await page.getByRole('button', { name: 'Pilih peserta' }).click();
    await expect(page.getByText(/60 terpilih dari/)).toBeVisible({ timeout: 60_000 });
  });

  await step('alasan dan bukti dalam dua klik', async () => {
    await page.goto(`/pembinaan/pemilihan/${selectionId}/hasil`);
    await expectAccessible(page);
    const waiting = page.getByRole('link', { name: /^Cadangan/ }).first();
    await page.goto((await waiting.getAttribute('href')) ?? '');
    const row = page.getByRole('row').nth(1);
    await row.getByText('Alasan').click();
    await expect(row.getByText(/poin/).first()).toBeVisible();
    await row.locator('a[href$="/syarat"]').click();
    await expect(page).toHaveURL(/\/usaha\/[0-9a-f-]{36}\/syarat/);
    const file = await (await page.request.get(`/pembinaan/pemilihan/${selectionId}/berkas.json`)).json();
    expect(file.selection.seats).toHaveLength(60);
  });

  await step('berita acara dibuat dan kembali bertanda tangan', async () => {
    await page.goto(`/pembinaan/pemilihan/${selectionId}/berita-acara`);
    await page.getByLabel(/^Nomor/).fill('400.3/123/2026');
    await page.getByRole('button', { name: 'Buat berita acara' }).click();
    await expect(page.getByText('Berita acara dibuat.', { exact: false })).toBeVisible();
    await expectAccessible(page);
    const paper = await fileBehind(page, page.getByRole('link', { name: 'Unduh DOCX' }));
    expect(paper.subarray(0, 2).toString()).toBe('PK');
    await page.locator('input[type=file]').setInputFiles(await makePhoto());
    await page.getByRole('button', { name: 'Simpan berkas' }).click();
    await expect(page.getByText('Sudah ditandatangani').first()).toBeVisible();
  });

  await step('jawaban peserta, cadangan naik sendiri', async () => {
    await page.goto(`/pembinaan/angkatan/${first}/peserta`);
    await expectAccessible(page);
    await page
      .getByRole('button', { name: /tidak bersedia$/ })
      .first()
      .click();
    await expect(page.getByText('Naik dari cadangan').first()).toBeVisible();
    for (let left = 30; left > 0; left -= 1) {
      await page
        .getByRole('button', { name: /(?<!tidak )bersedia$/ })
        .first()
        .click();
      await expect(page.getByRole('button', { name: /(?<!tidak )bersedia$/ })).toHaveCount(left - 1);
    }
    await expect(page.getByText('30 kursi terisi · 30 bersedia')).toBeVisible();
  });

  await step('hadir dicatat tanpa sinyal', async () => {
    const starts = await askDatabase(
      dataFolder(),
      `select (starts_on - (now() at time zone 'Asia/Jakarta')::date)::int as days from intakes where intake_id = $1`,
      [first],
    );
    await letDaysPass([first], Number(starts[0]?.days) + 1);
    await page.goto(`/pembinaan/angkatan/${first}`);
    await page.getByRole('button', { name: 'Mulai kegiatan' }).click();
    await page.goto(`/pembinaan/angkatan/${first}/jadwal`);
    await page.getByRole('button', { name: 'Buat jadwal harian' }).click();
    await expect(page.getByText('3 hari sudah dijadwalkan', { exact: false })).toBeVisible();
    await page.getByLabel('Nama pelatih').fill('Bu Ratna');
    await page.getByRole('button', { name: 'Buat tautan' }).click();
    const link = (await page.getByText(/\/hadir\/#/).textContent()) ?? '';
    const phone = await FieldPhone.buy(baseURL!);
    await phone.page.goto(link);
    await expect(phone.page.getByRole('heading', { name: 'Angkatan Pagi' })).toBeVisible();
    await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await phone.cutLine();
    await phone.page.getByRole('link', { name: /Hari ini/ }).click();
    await phone.page.getByRole('button', { name: 'Simpan' }).click();
    await expect(phone.page.getByText('Belum terkirim: 30')).toBeVisible();
    await fitsPhone(phone.page);
    await phone.restoreLine();
    await expect(phone.page.getByText(/^Semua terkirim \d/)).toBeVisible({ timeout: 30_000 });
    await phone.throwAway();
    await letDaysPass([first], 5);
    await page.goto(`/pembinaan/angkatan/${first}/jadwal`);
    for (const at of [0, 2]) {
      await page
        .getByRole('link', { name: /^Catat kehadiran/ })
        .nth(at)
        .click();
      await page.getByRole('button', { name: 'Simpan kehadiran' }).click();
      await expect(page.getByText(/30 dari 30 (sudah )?hadir/).first()).toBeVisible();
      await page.goto(`/pembinaan/angkatan/${first}/jadwal`);
    }
  });

  await step('kelengkapan dan SPJ', async () => {
    await page.goto(`/pembinaan/angkatan/${first}/kelengkapan`);
    await expect(page.getByText('SPJ 0/7', { exact: false })).toBeVisible();
    const papers = await fileBehind(page, page.getByRole('link', { name: 'Cetak semua' }));
    expect(papers.subarray(0, 5).toString()).toBe('%PDF-');
    const bundle = await fileBehind(page, page.getByRole('link', { name: 'Unduh semua (Word dan PDF)' }));
    expect(bundle.subarray(0, 2).toString()).toBe('PK');
    const kinds = page.getByLabel('Untuk apa');
    for (const [at, kind] of [
      'invitation',
      'attendance_sheet',
      'receipt_list',
      'minutes',
      'report',
      'activity_photo',
    ].entries()) {
      await kinds.selectOption(kind);
      await page.locator('input[type=file]').setInputFiles(await makePhoto());
      await page.getByRole('button', { name: 'Simpan berkas' }).click();
      await expect(page.getByText(`SPJ ${at + 1}/7`, { exact: false })).toBeVisible();
    }
    await expect(page.getByText('SPJ 6/7. Kurang: nota.')).toBeVisible();
    await kinds.selectOption('invoice');
    await page.locator('input[type=file]').setInputFiles(await makePhoto());
    await page.getByRole('button', { name: 'Simpan berkas' }).click();
    await expect(page.getByText('SPJ 7/7', { exact: false })).toBeVisible();
    await expectAccessible(page);
  });

  await step('sertifikat terbit dan diperiksa umum', async () => {
    await page.goto(`/pembinaan/angkatan/${first}/sertifikat`);
    await page.getByRole('button', { name: 'Terbitkan untuk yang dicentang' }).click();
    await expect(page.getByText('30 sertifikat terbit', { exact: false })).toBeVisible();
    await expectAccessible(page);
    const address = await page.locator('a[href^="/sertifikat/"]').first().getAttribute('href');
    const stranger = await browser.newContext({ baseURL: baseURL!, javaScriptEnabled: false });
    const check = await stranger.newPage();
    await check.goto(address ?? '');
    await expect(check.getByText('Pelatihan ekspor').first()).toBeVisible();
    expect(await check.content()).not.toMatch(/\d{16}|08\d{8}/);
    await stranger.close();
  });

  await step('kabar setelah dua belas bulan', async () => {
    await page.goto(`/pembinaan/angkatan/${first}`);
    await page.getByRole('button', { name: 'Nyatakan selesai' }).click();
    await letDaysPass([first], 370);
    await page.goto(`/pembinaan/angkatan/${first}/kabar`);
    await page
      .getByRole('link', { name: /12 bulan/ })
      .first()
      .click();
    await expectAccessible(page);
    await page
      .getByRole('link', { name: /Catat kabar/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Buat tautan' }).click();
    const link =
      (await page
        .getByText(/\/kabar\/[0-9a-z]/)
        .first()
        .textContent()) ?? '';
    const owner = await browser.newContext({
      baseURL: baseURL!,
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    const told = await owner.newPage();
    await told.goto(/https?:\/\/\S+/.exec(link)?.[0] ?? link);
    await told.getByText('Masih berjalan', { exact: true }).click();
    await told.getByRole('button', { name: 'Kirim kabar' }).click();
    await expect(told.getByText('Terima kasih, kabar Anda sudah kami terima')).toBeVisible();
    await owner.close();
    await page.goto(`/pembinaan/angkatan/${first}/kabar?bulan=12`);
    await expect(page.getByText(/1 dari 30 menjawab/)).toBeVisible();
  });
  expectNoConsoleErrors();
  // Read with the run: how long each part takes a machine that does not think.
  process.stdout.write(`${took.join('\n')}\n`);
});
