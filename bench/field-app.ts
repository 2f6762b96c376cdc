import type { Page } from '@playwright/test';
import { beginVisit } from '../e2e/support/answer-visit.ts';
import { FieldPhone } from '../e2e/support/field-phone.ts';
import { type Bench, type Figure, figure } from './bench.ts';
import { startBenchServer } from './bench-server.ts';
import { anEnumeratorWithTheWholeForm, questionsInWholeForm } from './field-app-house.ts';
import { type Client, httpClient } from './http-client.ts';
import { lighthouse } from './lighthouse.ts';
import { median, quantile } from './quantiles.ts';

/** A phone of 2 GB against this machine, as Lighthouse reckons. */
const SLOWER = 4;
/** Milliseconds: what is answered sooner, the browser does not report. */
const SHORTEST = 16;
const PIN_FIELD = 'input.pin';

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** KB that go over the line for all scripts that a phone fetches the first time, compressed; of the page, and of the worker. */
async function weighScripts(client: Client): Promise<{ page: number; worker: number }> {
  const get = async (path: string) => {
    const { status, body } = await client.send(path, { headers: { 'Accept-Encoding': 'gzip' } });
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    return body.length / 1000;
  };
  const { body } = await client.send('/lapangan/', { headers: { 'Accept-Encoding': 'identity' } });
  const scripts = [...body.toString().matchAll(/(?:src|href)="(\/lapangan\/[^"]+\.js)"/g)].map(
    ([, path]) => path!,
  );
  if (scripts.length === 0) throw new Error('the page of the field app names no script');
  const weights = await Promise.all(scripts.map(get));
  return {
    page: weights.reduce((sum, one) => sum + one, 0),
    worker: await get('/lapangan/service-worker.js'),
  };
}

/** Milliseconds from the navigation until the PIN can be typed, without a line, the browser started anew. */
async function openFromCache(phone: FieldPhone): Promise<number> {
  await phone.restart();
  const { page } = phone;
  await slowDown(page);
  await page.addInitScript((field) => {
    new MutationObserver((_, observer) => {
      const input = document.querySelector<HTMLInputElement>(field);
      if (!input || input.disabled) return;
      observer.disconnect();
      (window as { readyAt?: number }).readyAt = performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }, PIN_FIELD);
  await phone.open();
  await page.locator(PIN_FIELD).waitFor();
  return page.evaluate(() => (window as { readyAt?: number }).readyAt ?? Number.NaN);
}

/**
 * Milliseconds from each key to the frame that shows it, as the browser's own Event Timing has it (in steps of 8), in
 * every section that has something to type.
 */
async function typeInAllSections(phone: FieldPhone): Promise<number[]> {
  const { page } = phone;
  const [row] = await phone.rowsToVisit(1);
  await beginVisit(page, row!, 'produces');
  await slowDown(page);
  await page.evaluate((shortest) => {
    const heard = { keys: 0, taken: [] as number[] };
    addEventListener('keydown', () => {
      heard.keys += 1;
    });
    const observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') heard.taken.push(duration);
    });
    const options: { type: string; durationThreshold: number } = {
      type: 'event',
      durationThreshold: shortest,
    };
    observer.observe(options);
    (window as { heard?: typeof heard }).heard = heard;
  }, SHORTEST);
  const progress = page.getByRole('progressbar');
  const pages = Number(await progress.getAttribute('max'));
  for (;;) {
    const at = Number(await progress.getAttribute('value'));
    if (at >= pages) break;
    const box = page.getByRole('main').locator('input[type="text"]').first();
    if ((await box.count()) > 0) {
      await box.fill('');
      await box.pressSequentially('201500', { delay: 150 });
    }
    await page.getByRole('button', { name: /^(Lanjut|Periksa)$/ }).click();
    const skip = page.getByRole('button', { name: 'Lewati dulu' });
    if (await skip.isVisible()) await skip.click();
    await page.waitForFunction((before) => Number(document.querySelector('progress')?.value) > before, at);
  }
  const heard = await page.evaluate(
    () => (window as { heard?: { keys: number; taken: number[] } }).heard ?? { keys: 0, taken: [] },
  );
  return [...heard.taken, ...Array<number>(heard.keys - heard.taken.length).fill(SHORTEST)];
}

export const fieldApp: Bench = {
  name: 'field-app',
  description: 'the program on the phone: weight, opening without a line, a key in a long form, Lighthouse',
  async run({ house: openHouse, runs, say }) {
    const house = await openHouse();
    say('field-app');
    const enumerator = await anEnumeratorWithTheWholeForm(house);
    const server = await startBenchServer(house);
    const phone = await FieldPhone.buy(server.address);
    try {
      const client = httpClient(server.address);
      const scripts = await weighScripts(client);
      client.close();
      await phone.setUp(enumerator, 'HP Bench');
      await phone.rowsToVisit(1);
      await phone.cutLine();
      const opened: number[] = [];
      for (let run = 0; run < runs + 2; run++) opened.push(await openFromCache(phone));
      await phone.enterPin();
      const taken = await typeInAllSections(phone);
      const figures: Figure[] = [
        figure({
          what: 'script at first load, compressed',
          unit: 'KB',
          value: scripts.page,
          goal: { of: 'value', atMost: 250 },
        }),
        figure({ what: 'service worker, compressed', unit: 'KB', value: scripts.worker }),
        figure({
          what: `PIN can be typed, without a line, CPU ${SLOWER} × slower`,
          unit: 's',
          value: median(opened) / 1000,
          goal: { of: 'value', atMost: 1.5 },
        }),
        figure({ what: 'the slowest of these', unit: 's', value: Math.max(...opened) / 1000 }),
        figure({
          what: `key to paint in a form of ${questionsInWholeForm} questions, CPU ${SLOWER} × slower, p50`,
          unit: 'ms',
          value: median(taken),
        }),
        figure({
          what: `key to paint in a form of ${questionsInWholeForm} questions, CPU ${SLOWER} × slower, p95`,
          unit: 'ms',
          value: quantile(taken, 0.95),
          goal: { of: 'value', atMost: 50 },
        }),
      ];
      const looked = await lighthouse([`${server.address}/lapangan/`, `${server.address}/masuk`], say);
      return {
        name: 'field-app',
        figures: [...figures, ...looked.figures],
        notes: [
          `A day's list of 60 rows; the browser is started anew each of ${opened.length} times it is opened; ${taken.length} keys over all sections with something to type.`,
          ...looked.notes,
        ],
      };
    } finally {
      await phone.throwAway();
      await server.stop();
    }
  },
};
