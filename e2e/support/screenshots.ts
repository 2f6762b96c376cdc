/**
 * Pictures of pages at 360 and 1280 px, to be looked at. A running server is expected:
 *
 *   node e2e/support/screenshots.ts --url http://127.0.0.1:3000 --to /tmp/pictures \
 *     [--email … --password …] [--language en] [--dark] [--fold] /usaha /daftar
 *
 * `--fold` takes what the window shows instead of the whole page. Ends with an error when a console reported one.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from './find-chromium.ts';
import { signIn } from './sign-in.ts';

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    to: { type: 'string', default: 'pictures' },
    email: { type: 'string' },
    password: { type: 'string' },
    language: { type: 'string', default: 'id' },
    dark: { type: 'boolean', default: false },
    fold: { type: 'boolean', default: false },
  },
});
const { url, to, email, password, language, dark, fold } = values;

mkdirSync(to, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
let errors = 0;
for (const size of [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]) {
  const phone = size.width < 640;
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    isMobile: phone,
    hasTouch: phone,
    deviceScaleFactor: phone ? 2 : 1,
  });
  await context.addCookies([
    { name: 'bahasa', value: language, url },
    { name: 'tampilan', value: dark ? 'dark' : 'light', url },
  ]);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    errors++;
    console.error(`${page.url()}: ${message.text()}`);
  });
  if (email && password) await signIn(page, { email, password });
  for (const path of paths) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const name = `${path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'beranda'}-${size.width}-${language}${dark ? '-dark' : ''}.png`;
    await page.screenshot({ path: join(to, name), fullPage: !fold });
  }
  await context.close();
}
await browser.close();
process.exit(errors > 0 ? 1 : 0);
