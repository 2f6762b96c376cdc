import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { answerAll, beginNewOne, beginVisit, finishVisit, visit } from './support/answer-visit.ts';
import { askDatabase } from './support/ask-database.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { FieldPhone } from './support/field-phone.ts';
import { type OwnOffice, openOwnOffice } from './support/own-office.ts';
import { signIn } from './support/sign-in.ts';

const names = [
  'Nur Aisyah',
  'Dimas Prasetyo',
  'Laila Fitria',
  'Yusuf Hakim',
  'Wati Rahayu',
  'Bagus Santoso',
  'Indah Permata',
];
let office: OwnOffice;

test.setTimeout(120_000);
test.beforeAll(async () => {
  office = await openOwnOffice(names);
});
test.afterAll(() => office?.close());

/** A phone in the hands of the enumerator of this number, with the list on it, and no line any more. */
async function phoneOf(at: number): Promise<{ phone: FieldPhone; rows: string[]; name: string }> {
  const person = office.enumerators[at]!;
  const phone = await FieldPhone.buy(office.url);
  await phone.setUp(person, `HP ${person.name}`);
  const rows = await phone.rowsToVisit(3);
  await phone.cutLine();
  return { phone, rows, name: person.name };
}

async function atOffice(
  browser: Browser,
  who: 'officer' | 'dataOfficer',
): Promise<{ page: Page; close(): Promise<void> }> {
  const context = await browser.newContext({ baseURL: office.url, locale: 'id-ID' });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await signIn(page, office[who]);
  return { page, close: () => context.close() };
}

/** What the office holds of a phone: visits that count, and whole photos that it could open. */
async function heldOf(name: string): Promise<unknown> {
  const [held] = await askDatabase(
    office.dataFolder,
    `select (select count(*)::int from submissions s where s.phone_id = p.phone_id) as visits,
       (select count(*)::int from deliveries d where d.phone_id = p.phone_id) as deliveries,
       (select count(*)::int from submission_photos f join deliveries d on d.envelope_id = f.submission_id
          where d.phone_id = p.phone_id and f.state = 'ready') as photos
     from field_phones p where p.label = $1`,
    [`HP ${name}`],
  );
  return held;
}
const expectHeld = (name: string, held: { visits: number; deliveries: number; photos: number }) =>
  expect.poll(() => heldOf(name), { timeout: 30_000 }).toEqual(held);

test('a connection cut in the middle of a photo goes on where it stopped', async () => {
  const { phone, rows, name } = await phoneOf(0);
  await visit(phone.page, rows[0]!, 'produces');
  const offsets: string[] = [];
  let wasCut = false;
  await phone.context.route('**/lapangan/api/photos/*', async (route) => {
    const offset = route.request().headers()['upload-offset'];
    if (offset !== undefined) offsets.push(offset);
    if (offsets.length === 2 && !wasCut) {
      wasCut = true;
      return route.abort('connectionreset');
    }
    await route.continue();
  });
  await phone.restoreLine();
  await expect.poll(() => wasCut).toBe(true);
  await phone.expectAllSent();
  // The second piece was sent again; the first, which the office held, was not.
  expect(offsets.slice(0, 3)).toEqual(['0', '65536', '65536']);
  expect(offsets.filter((offset) => offset === '0')).toHaveLength(1);
  await expectHeld(name, { visits: 1, deliveries: 1, photos: 1 });
  phone.expectNoConsoleErrors();
  await phone.throwAway();
});

test('an office whose server dies after it stored, but before it answered, has each thing once', async () => {
  const { phone, rows, name } = await phoneOf(1);
  await visit(phone.page, rows[0]!, 'produces');
  await visit(phone.page, rows[1]!, 'closed');
  const killedAt: string[] = [];
  await phone.context.route(/\/lapangan\/api\/(deliveries|photos)/, async (route) => {
    const request = route.request();
    const what = request.method() === 'PUT' ? 'photo' : 'delivery';
    const isSomething = what === 'photo' || request.postDataJSON()?.envelopes.length > 0;
    if (killedAt.includes(what) || !isSomething || request.method() === 'HEAD') return route.continue();
    killedAt.push(what);
    const answer = await route.fetch();
    expect(answer.ok()).toBe(true);
    await office.kill();
    await route.abort('connectionreset');
    await office.start();
  });
  await phone.restoreLine();
  await expect.poll(() => killedAt, { timeout: 40_000 }).toEqual(['delivery', 'photo']);
  await phone.expectAllSent();
  await expectHeld(name, { visits: 2, deliveries: 2, photos: 2 });
  phone.expectNoConsoleErrors();
  await phone.throwAway();
});

test('what is unsent when an account is closed goes to the quarantine first, then the phone forgets all', async ({
  browser,
}) => {
  const { phone, rows, name } = await phoneOf(2);
  await visit(phone.page, rows[0]!, 'produces');
  await beginVisit(phone.page, rows[1]!, 'paused');
  await phone.page.getByLabel(/^Nama usahanya/).fill('Batik Setengah Jalan');
  await expect(phone.page.getByText('✓ Tersimpan')).toBeVisible();

  const admin = await atOffice(browser, 'dataOfficer');
  await admin.page.goto('/orang');
  await admin.page.getByRole('link', { name }).click();
  await admin.page.getByText('Tutup akun', { exact: true }).last().click();
  await admin.page.getByRole('button', { name: 'Ya, tutup sekarang' }).click();
  await expect(admin.page.getByText('Sudah disimpan.')).toBeVisible();
  await admin.close();

  await phone.restoreLine();
  await expect(phone.page.getByText(/^Izin Anda di HP ini sudah berakhir/)).toBeVisible({ timeout: 30_000 });
  await expectAccessible(phone.page);
  expect(await whatLiesOn(phone)).toEqual([]);
  await expectHeld(name, { visits: 0, deliveries: 2, photos: 1 });
  phone.expectNoConsoleErrors();
  await phone.throwAway();

  const officer = await atOffice(browser, 'officer');
  await officer.page.goto('/pendataan/karantina');
  const cards = officer.page.getByRole('form', { name: /^Keputusan:/ });
  await expect(
    officer.page.getByText('Akun pendata sudah ditutup atau tugasnya sudah berakhir.'),
  ).toHaveCount(2);
  await expect(cards).toHaveCount(2);
  await expectAccessible(officer.page);
  await officer.page.goto('/pendataan/hp');
  await expect(officer.page.getByRole('listitem').filter({ hasText: name })).toContainText(
    'data sudah dihapus dari HP',
  );
  await officer.close();
});

/** Names of the tables on the phone in which anything of a person or of their work lies. */
function whatLiesOn(phone: FieldPhone): Promise<string[]> {
  return phone.page.evaluate(async () => {
    const opened = indexedDB.open('gawangan-lapangan');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opened.onsuccess = () => resolve(opened.result);
      opened.onerror = () => reject(opened.error);
    });
    const filled: string[] = [];
    for (const table of db.objectStoreNames) {
      const asked = db.transaction(table).objectStore(table).count();
      const count = await new Promise<number>((resolve) => {
        asked.onsuccess = () => resolve(asked.result);
      });
      if (count > 0 && table !== 'phone' && table !== 'forms') filled.push(table);
    }
    db.close();
    return filled;
  });
}

test('who forgot the PIN signs in again, and nothing that was unsent is lost', async ({ browser }) => {
  const { phone, rows, name } = await phoneOf(3);
  await visit(phone.page, rows[0]!, 'trades_only');
  await beginVisit(phone.page, rows[1]!, 'produces');
  await phone.page.getByLabel(/^Nama usahanya/).fill('Batik Belum Selesai');
  await expect(phone.page.getByText('✓ Tersimpan')).toBeVisible();
  await phone.restart();
  await phone.open();
  const field = phone.page.getByLabel('PIN', { exact: true });
  await field.fill('918273');
  await expect(phone.page.getByText('PIN belum cocok. Coba lagi.')).toBeVisible();
  await expect(phone.page.getByText(/^Belum terkirim: 1\./)).toBeVisible();
  await phone.restoreLine();
  // What is finished goes without a PIN.
  await expect(phone.page.getByText(/^Belum terkirim:/)).toHaveCount(0, { timeout: 30_000 });
  await phone.page.getByRole('button', { name: 'Lupa PIN' }).click();
  await expectAccessible(phone.page);
  await phone.signInFromSetup(office.enumerators[3]!);
  await phone.fillSetup(`HP ${name}`, '640918');
  await phone.expectAllSent();
  expect(await phone.rowsToVisit(2)).not.toContain(rows[0]);
  await expectHeld(name, { visits: 1, deliveries: 2, photos: 1 });
  phone.expectNoConsoleErrors();
  await phone.throwAway();

  const officer = await atOffice(browser, 'officer');
  await officer.page.goto('/pendataan/karantina');
  await expect(officer.page.getByText(/^Kunjungan belum selesai ditulis/)).toHaveCount(1);
  await officer.close();
});

const gawanganFile = (buffer: Buffer) => ({
  name: 'berkas.gawangan',
  mimeType: 'application/octet-stream',
  buffer,
});

test('a phone that never reaches the office sends its work as a file and forgets it by the receipt', async ({
  browser,
}) => {
  const { phone, rows, name } = await phoneOf(4);
  await visit(phone.page, rows[0]!, 'works_for_others');
  await visit(phone.page, rows[1]!, 'not_found');
  await phone.goTo('Setelan');
  const made = phone.page.waitForEvent('download');
  await phone.page.getByRole('button', { name: 'Buat berkas (4 isi)' }).click();
  const outbox = await readFile(await (await made).path());
  await phone.expectUnsent(2);

  const officer = await atOffice(browser, 'officer');
  const { page } = officer;
  for (const time of ['first', 'second']) {
    await page.goto('/pendataan/terima-berkas');
    await page.getByLabel('Berkas dari HP').setInputFiles(gawanganFile(outbox));
    await page.getByRole('button', { name: 'Terima berkas' }).click();
    const [visits, photos] =
      time === 'first'
        ? ['Kunjungan baru', 'Foto baru']
        : ['Kunjungan yang sudah ada', 'Foto yang sudah ada'];
    await expect(page.getByRole('row', { name: visits })).toContainText('2');
    await expect(page.getByRole('row', { name: photos })).toContainText('2');
  }
  await expectAccessible(page);
  const given = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Unduh tanda terima' }).click();
  const receipt = await readFile(await (await given).path());
  await officer.close();

  await phone.goTo('Setelan');
  await phone.page.getByLabel('Tanda terima dari kantor').setInputFiles(gawanganFile(receipt));
  await expect(phone.page.getByText('4 sudah diterima kantor dan dihapus dari HP ini.')).toBeVisible();
  await phone.expectUnsent(0);
  await expectHeld(name, { visits: 2, deliveries: 2, photos: 2 });
  phone.expectNoConsoleErrors();
  await phone.throwAway();
});

test('one workshop that two enumerators found offline is shown as a pair within a minute', async ({
  browser,
}) => {
  const phones = [await phoneOf(5), await phoneOf(6)];
  const written = ['Batik Canting Wening', 'Batik Canting Wening Bu Zulaikha'];
  for (const [at, { phone }] of phones.entries()) {
    const { page } = phone;
    await beginNewOne(page, written[at]!, 'Jenggot');
    await page.getByRole('button', { name: 'Lanjut' }).click();
    await page.getByLabel(/^Nama pemilik/).fill('Zulaikha Hidayati');
    await page.getByLabel(/^Nomor HP/).fill('0812 2555 0147');
    await answerAll(page);
    await finishVisit(page);
  }
  for (const { phone } of phones) {
    await phone.restoreLine();
    await phone.expectAllSent();
    phone.expectNoConsoleErrors();
    await phone.throwAway();
  }
  const officer = await atOffice(browser, 'officer');
  await expect(async () => {
    await officer.page.goto('/kembar/periksa');
    const pair = officer.page.getByRole('heading', { level: 2 }).first();
    for (const name of written) await expect(pair).toContainText(name, { timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  await officer.close();
});
