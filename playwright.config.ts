import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { chromiumArgs, findChromium } from './e2e/support/find-chromium.ts';

const PORT = 3187;
const longList = /long-list\.spec\.ts/;
const laptop = { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } };

/** A new office for every run; the runner's own processes share it. */
function dataFolder(): string {
  if (process.env.GAWANGAN_E2E_DATA) return process.env.GAWANGAN_E2E_DATA;
  const folder = mkdtempSync(join(tmpdir(), 'gawangan-e2e-'));
  // As root, the database runs as a user of its own and must get in.
  chmodSync(folder, 0o755);
  process.env.GAWANGAN_E2E_DATA = folder;
  return folder;
}

export default defineConfig({
  testDir: './e2e',
  outputDir: './test-results',
  // Journeys share one server and one office.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  timeout: 60_000,
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium(), args: chromiumArgs },
  },
  projects: [
    { name: 'laptop', testIgnore: longList, use: laptop },
    {
      name: 'phone',
      testIgnore: longList,
      grep: /@phone/,
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 360, height: 740 },
        isMobile: true,
        hasTouch: true,
      },
    },
    // It fills the office that all share with another hundred thousand: the others come first.
    { name: 'long list', testMatch: longList, dependencies: ['laptop', 'phone'], use: laptop },
  ],
  webServer: {
    command: 'node build/server/server.js',
    url: `http://127.0.0.1:${PORT}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
    env: {
      NODE_ENV: 'production',
      PORT: String(PORT),
      GAWANGAN_DATA: dataFolder(),
      GAWANGAN_SEED: process.env.GAWANGAN_SEED ?? 'demo',
      GAWANGAN_LOG: process.env.GAWANGAN_LOG ?? 'warn',
    },
  },
});
