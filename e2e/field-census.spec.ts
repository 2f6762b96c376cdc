import { type Browser, expect, type Page, test } from '@playwright/test';
import {
  answerAll,
  beginNewOne,
  beginVisit,
  finishVisit,
  type Verdict,
  visit,
} from './support/answer-visit.ts';
import { askDatabase } from './support/ask-database.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { FieldPhone } from './support/field-phone.ts';
import { people, waitForSample } from './support/sample-office.ts';
import { signIn } from './support/sign-in.ts';

const round = 'Pendataan contoh';
const label = 'HP perjalanan';
const order: Verdict[] = [
  'services',
  'works_for_others',
  'trades_only',
  'paused',
  'closed',
  'moved',
  'never_existed',
  'not_found',
  'produces',
];

/** The officer at the office, on the page of the round; its people have rows and letters by then. */
async function officerAtRound(browser: Browser, baseURL: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, locale: 'id-ID' })).newPage();
  page.setDefaultTimeout(15_000);
  await signIn(page, people.officer);
  await waitForSample(page);
  await expect(async () => {
    await page.goto('/pendataan');
    await page.getByRole('link', { name: round }).first().click({ timeout: 2_000 });
    // Handed out last of all, when what was visited before has arrived.
    await page.goto(`${page.url()}/periksa`);
    const last = page.getByRole('link', { name: 'Laila Fitria', includeHidden: true });
    await expect(last.last()).toBeAttached({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
  return page;
}

/** How many visits of this enumerator wait for the supervisor. */
async function waitingOf(officer: Page, name: string): Promise<number> {
  await officer.reload();
  // In the menu by which the queue is narrowed.
  const choice = officer.getByRole('link', { name, includeHidden: true }).last();
  return Number((await choice.textContent())?.replace(/\D/g, ''));
}

test('an enumerator works a day without signal, from cold, and all of it is at the office once', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const officer = await officerAtRound(browser, baseURL!);
  const before = await waitingOf(officer, 'Nur Aisyah');
  const phone = await FieldPhone.buy(baseURL!);
  const { page: setup } = phone;

  await phone.open();
  await expect(setup.getByRole('heading', { name: 'Pasang di HP ini' })).toBeVisible();
  await expectAccessible(setup);
  await phone.setUp(people.enumerator, label);
  const rows = await phone.rowsToVisit(10);
  await expectAccessible(setup);

  await phone.cutLine();
  await phone.reopen();
  await expect(phone.page.getByRole('heading', { name: 'PIN Nur Aisyah' })).toBeVisible();
  await expectAccessible(phone.page);
  await phone.enterPin();

  // The first visit: every screen looked at, and the page reloaded in mid-word.
  const { page } = phone;
  await beginVisit(page, rows[0]!, 'produces');
  const name = page.getByLabel(/^Nama usahanya/);
  await name.fill('');
  await name.pressSequentially('Batik Sinar Fajar');
  await page.reload();
  await phone.enterPin();
  await expect(name).toHaveValue('Batik Sinar Fajar');
  await answerAll(page, () => expectAccessible(page));
  await expectAccessible(page);
  await finishVisit(page);
  await phone.expectUnsent(1);

  for (const [at, verdict] of order.entries()) await visit(page, rows[at + 1]!, verdict);
  await phone.expectUnsent(10);

  await beginNewOne(page, 'Canting Wening Zulaikha', 'Jenggot');
  await answerAll(page);
  await finishVisit(page);
  await phone.expectUnsent(11);
  await expectAccessible(page);
  for (const place of ['Cari', 'Terkirim', 'Setelan'] as const) {
    await phone.goTo(place);
    await expectAccessible(page);
  }

  await phone.restart();
  await phone.open();
  await expect(phone.page.getByText(/^Belum terkirim: 11\./)).toBeVisible();
  await phone.enterPin();
  await phone.expectUnsent(11);

  await phone.restoreLine();
  await phone.expectAllSent();
  await phone.page.reload();
  await phone.enterPin();
  await phone.expectAllSent();
  phone.expectNoConsoleErrors();
  await phone.throwAway();

  // At the office: each once, with its photo.
  await expect(async () => expect(await waitingOf(officer, 'Nur Aisyah')).toBe(before + 11)).toPass({
    timeout: 30_000,
  });
  await expect.poll(heldByOffice, { timeout: 30_000 }).toEqual({ visits: 11, rows: 10, photos: 11 });
  await officer.goto(`${officer.url().split('?')[0]}?hasil=never_existed`);
  await officer.getByRole('table').getByRole('link', { name: rows[7]! }).click();
  await expect(officer.getByRole('heading', { name: rows[7]! })).toBeVisible();
  const photo = officer.getByRole('main').getByRole('link').getByRole('img');
  await photo.scrollIntoViewIfNeeded();
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

/** Visits of this phone, the rows they are of, and photos that the office could open. */
async function heldByOffice(): Promise<unknown> {
  const [held] = await askDatabase(
    process.env.GAWANGAN_E2E_DATA!,
    `select count(distinct submission_id)::int as visits, count(distinct row_id)::int as rows,
       count(photo_id)::int as photos
     from submissions s join field_phones p using (office_code, phone_id)
     left join submission_photos f using (office_code, submission_id)
     where p.label = $1 and (f.state = 'ready' or f.state is null)`,
    [label],
  );
  return held;
}
