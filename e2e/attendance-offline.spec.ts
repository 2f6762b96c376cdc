import { expect, type Page, test } from '@playwright/test';
import { aSeatedIntake } from '#features/run-intake/factory.ts';
import { systemActor } from '#kernel/actor.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { readEnv } from '#platform/env.ts';
import { makeLog } from '#platform/log.ts';
import { openServices } from '#platform/open-services.server.ts';
import { askDatabase } from './support/ask-database.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { FieldPhone } from './support/field-phone.ts';
import { people, waitForSample } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

const dataFolder = () => process.env.GAWANGAN_E2E_DATA ?? '';

/** An intake of the sample office with three people seated, yesterday to tomorrow. */
async function anIntakeUnderWay(word: string): Promise<string> {
  const opened = await openServices(readEnv({ GAWANGAN_DATA: dataFolder() }), makeLog('error', 'test'));
  try {
    const today = plainDateInWib(Date.now());
    const { intakeId } = await aSeatedIntake(opened.services, systemActor('33.75', 'Uji'), {
      word,
      startsOn: addDays(today, -1),
      endsOn: addDays(today, 1),
    });
    return intakeId;
  } finally {
    await opened.close();
  }
}

/** The office plans the days and hands a link to the trainer; the address under the QR code. */
async function linkFor(officer: Page, intakeId: string, trainer: string): Promise<string> {
  await officer.goto(`/pembinaan/angkatan/${intakeId}/jadwal`);
  await expectAccessible(officer);
  await officer.getByRole('button', { name: 'Buat jadwal harian' }).click();
  await expect(officer.getByText('3 hari sudah dijadwalkan', { exact: false })).toBeVisible();
  await officer.getByLabel('Nama pelatih').fill(trainer);
  await officer.getByRole('button', { name: 'Buat tautan' }).click();
  await expect(officer.getByRole('img', { name: 'Kode QR tautan pelatih' })).toBeVisible();
  await expectAccessible(officer);
  return (await officer.getByText(/\/hadir\/#/).textContent()) ?? '';
}

/** Marks of this intake as the office holds them. */
async function heldByOffice(intakeId: string): Promise<unknown> {
  return askDatabase(
    dataFolder(),
    `select m.state, m.reason, m.via, m.marked_by, count(*)::int as marks
     from attendance_marks m join sessions_of_intakes s using (office_code, session_id)
     where s.intake_id = $1 group by 1, 2, 3, 4 order by marks desc`,
    [intakeId],
  );
}

test('a trainer marks attendance without signal, and all of it is at the office once', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const officer = await (await browser.newContext({ baseURL: baseURL!, locale: 'id-ID' })).newPage();
  officer.setDefaultTimeout(15_000);
  await signIn(officer, people.officer);
  await waitForSample(officer);
  const intakeId = await anIntakeUnderWay('Tanpa Sinyal');
  const link = await linkFor(officer, intakeId, 'Bu Ratna');

  const phone = await FieldPhone.buy(baseURL!);
  await phone.page.goto(link);
  await expect(phone.page.getByRole('heading', { name: 'Angkatan Tanpa Sinyal' })).toBeVisible();
  expect(phone.page.url(), 'the code does not stay in the address').not.toContain('33.75.');
  await expectAccessible(phone.page);
  await phone.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));

  await phone.cutLine();
  await phone.restart();
  await phone.page.goto('/hadir/');
  await phone.page.getByRole('link', { name: /Hari ini/ }).click();
  await expect(phone.page.getByRole('heading', { name: 'Semua hadir, kecuali…' })).toBeVisible();
  await phone.page.getByRole('button', { name: /^Pemilik 2/ }).click();
  await phone.page.getByRole('button', { name: 'Izin', exact: true }).click();
  await phone.page.getByLabel(/^Alasan/).fill('Sakit');
  await expectAccessible(phone.page);
  await phone.page.getByRole('button', { name: 'Simpan' }).click();
  await expect(phone.page.getByText('Belum terkirim: 3')).toBeVisible();
  await phone.page.getByRole('link', { name: 'Semua pertemuan' }).click();
  await expect(phone.page.getByRole('link', { name: /Hari ini/ })).toContainText('2 dari 3 hadir');

  await phone.restart();
  await phone.page.goto('/hadir/');
  await expect(phone.page.getByText('Belum terkirim: 3', { exact: true })).toBeVisible();
  expect(await heldByOffice(intakeId)).toEqual([]);

  await phone.restoreLine();
  await expect(phone.page.getByText(/^Semua terkirim \d/)).toBeVisible({ timeout: 30_000 });
  await phone.page.reload();
  await expect(phone.page.getByText(/^Semua terkirim \d/)).toBeVisible();
  expect(await heldByOffice(intakeId)).toEqual([
    { state: 'present', reason: null, via: 'trainer', marked_by: 'Bu Ratna', marks: 2 },
    { state: 'excused', reason: 'Sakit', via: 'trainer', marked_by: 'Bu Ratna', marks: 1 },
  ]);
  phone.expectNoConsoleErrors();

  // At the office the same is read, and put right: both marks are kept.
  await officer.goto(`/pembinaan/angkatan/${intakeId}/jadwal`);
  await officer
    .getByRole('link', { name: /^Catat kehadiran/ })
    .nth(1)
    .click();
  const second = officer.getByRole('group', { name: /Pemilik 2/ });
  await expect(second.getByRole('radio', { name: 'Izin' })).toBeChecked();
  await expectAccessible(officer);
  await second.getByText('Terlambat').click();
  await officer.getByRole('button', { name: 'Simpan kehadiran' }).click();
  await expect(officer.getByText('Tersimpan. 3 dari 3 hadir.')).toBeVisible();
  await officer.getByText('2 catatan').click();
  await expect(officer.getByText(/\(Sakit\), .* oleh Bu Ratna di HP pelatih/)).toBeVisible();

  // A revoked link says so; what was marked in the meantime stays readable on the phone.
  await phone.cutLine();
  await phone.page.getByRole('link', { name: /Hari ini/ }).click();
  await phone.page.getByRole('button', { name: /^Pemilik 1/ }).click();
  await phone.page.getByRole('button', { name: 'Tidak hadir', exact: true }).click();
  await phone.page.getByRole('button', { name: 'Simpan' }).click();
  await expect(phone.page.getByText('Belum terkirim: 1')).toBeVisible();
  await officer.goto(`/pembinaan/angkatan/${intakeId}/jadwal`);
  await officer.getByRole('button', { name: 'Cabut tautan Bu Ratna' }).click();
  await expect(officer.getByText('Dicabut')).toBeVisible();
  await phone.restoreLine();
  await expect(phone.page.getByRole('alert')).toContainText('Tautan ini sudah dicabut oleh dinas.');
  await expect(phone.page.getByRole('alert')).toContainText('1 belum terkirim');
  await expect(phone.page.getByRole('button', { name: /^Pemilik 1/ })).toContainText('Tidak hadir');
  await expectAccessible(phone.page);
  await phone.throwAway();
});
