import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { watchConsole } from './expect-no-console-errors.ts';
import { chromiumArgs, findChromium } from './find-chromium.ts';
import { giveNameAndPassword } from './sign-in.ts';

/** What the console says of a line that is cut: no fault of the program. */
const noLine =
  /net::ERR_(INTERNET_DISCONNECTED|FAILED|CONNECTION_\w+|EMPTY_RESPONSE|ABORTED|NETWORK_CHANGED)/;

/** In Jenggot, as the sample office has it. */
const jenggot = { latitude: -6.9221, longitude: 109.6663, accuracy: 12 };

/**
 * A phone of 360 px that keeps what lies on it, also when its browser is closed or its battery pulled. `page` is the one
 * page that is open on it at the time.
 */
export class FieldPhone {
  readonly url: string;
  readonly pin: string;
  page!: Page;
  context!: BrowserContext;
  #folder = '';
  #isOffline = false;
  #watches: ReturnType<typeof watchConsole>[] = [];

  private constructor(url: string, pin: string) {
    this.url = url;
    this.pin = pin;
  }

  static async buy(url: string, pin = '507142'): Promise<FieldPhone> {
    const phone = new FieldPhone(url, pin);
    phone.#folder = await mkdtemp(join(tmpdir(), 'gawangan-hp-'));
    await phone.turnOn();
    return phone;
  }

  async turnOn(): Promise<void> {
    this.context = await chromium.launchPersistentContext(this.#folder, {
      executablePath: findChromium(),
      args: chromiumArgs,
      baseURL: this.url,
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
      geolocation: jenggot,
      permissions: ['geolocation'],
      serviceWorkers: 'allow',
      offline: this.#isOffline,
    });
    // A step that does not happen is said where it stands, not at the end of the journey.
    this.context.setDefaultTimeout(15_000);
    this.#use(this.context.pages()[0] ?? (await this.context.newPage()));
  }

  #use(page: Page): void {
    this.page = page;
    this.#watches.push(watchConsole(page, noLine));
  }

  /** The browser ends as it does when the phone is switched off; turned on again, it has what was on its disk. */
  async restart(): Promise<void> {
    await this.context.close();
    await this.turnOn();
  }

  /** The page is closed and opened anew: a cold start of the app. */
  async reopen(): Promise<void> {
    const before = this.page;
    this.#use(await this.context.newPage());
    await before.close();
    await this.open();
  }

  async open(): Promise<void> {
    await this.page.goto('/lapangan/');
  }

  async cutLine(): Promise<void> {
    this.#isOffline = true;
    await this.context.setOffline(true);
  }

  async restoreLine(): Promise<void> {
    this.#isOffline = false;
    await this.context.setOffline(false);
  }

  /** Signed in at the office, the app put on this phone under its PIN, and ready to start without a line. */
  async setUp(person: { email: string; password: string }, label: string): Promise<void> {
    await this.open();
    await this.signInFromSetup(person);
    await this.fillSetup(label);
    await expect(this.page.getByText('Belum terkirim').first()).toBeVisible();
    await this.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    // Whoever stays signed in would get the list by the session: from here on the phone is on its own.
    await this.context.clearCookies();
  }

  async signInFromSetup(person: { email: string; password: string }): Promise<void> {
    await this.page.getByRole('link', { name: 'Masuk', exact: true }).click();
    await giveNameAndPassword(this.page, person);
  }

  async fillSetup(label: string, pin = this.pin): Promise<void> {
    await this.page.getByLabel('Nama HP ini').fill(label);
    await this.page.getByLabel('Pilih PIN, 6 angka').fill(pin);
    await this.page.getByLabel('Ulangi PIN').fill(pin);
    await this.page.getByRole('button', { name: 'Pasang', exact: true }).click();
  }

  async enterPin(pin = this.pin): Promise<void> {
    // The sixth digit opens.
    const field = this.page.getByLabel('PIN', { exact: true });
    await field.fill(pin);
    await expect(field).toHaveCount(0);
  }

  async goTo(place: 'Hari ini' | 'Cari' | 'Terkirim' | 'Setelan'): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name: place }).click();
  }

  /** The counter of what has not arrived yet. */
  async expectUnsent(visits: number): Promise<void> {
    await this.goTo('Hari ini');
    const counter = this.page.getByRole('definition').nth(2);
    await expect(counter).toHaveText(String(visits), { timeout: 30_000 });
  }

  async expectAllSent(): Promise<void> {
    await this.expectUnsent(0);
    await expect(this.page.getByText(/^Semua terkirim \d/)).toBeVisible();
  }

  /** Names of rows that are still to be visited, as the list has them. */
  async rowsToVisit(count: number): Promise<string[]> {
    const links = this.page.getByRole('main').getByRole('listitem').getByRole('link');
    await expect(links.nth(count - 1)).toBeVisible({ timeout: 30_000 });
    return (await links.locator('strong').allInnerTexts()).slice(0, count);
  }

  async throwAway(): Promise<void> {
    await this.context.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  expectNoConsoleErrors(): void {
    for (const watch of this.#watches) watch.expectNoConsoleErrors();
  }
}
