// npm test: rules, database suite, the built app, and browser journeys. Closing line: "N passed, N failed".
// npm test -- --only rules|database|app|browser runs one part.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, fail, runTool } from './bootstrap.mjs';
import { ensureChromium } from './chromium.mjs';

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;
if (only && !['rules', 'database', 'app', 'browser'].includes(only))
  fail('--only rules | database | app | browser');
const wants = (part) => !only || only === part;

ensureInstalled();
const reports = mkdtempSync(join(tmpdir(), 'gawangan-test-'));
chmodSync(reports, 0o755); // as root, the database of the journeys runs as a user of its own and must get in
let passed = 0;
let failed = 0;
let skipped = 0;

/** Adds a runner's own JSON count; a runner that failed without counting a failure counts as one. */
function count(status, read) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = read();
  } catch {
    counts.failed = 1;
  }
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped;
}

const projects = ['rules', 'database', 'app'].filter(wants);
if (projects.length > 0) {
  const report = join(reports, 'vitest.json');
  const status = runTool('vitest', [
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  count(status, () => {
    const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests || numFailedTestSuites,
      skipped: numPendingTests,
    };
  });
}

if (wants('browser')) {
  const chromium = ensureChromium();
  if (!chromium) {
    failed += 1;
  } else {
    ensureBuilt();
    const dataFolder = join(reports, 'data');
    mkdirSync(dataFolder);
    const report = join(reports, 'playwright.json');
    const status = runTool(
      { package: '@playwright/test', bin: 'playwright' },
      ['test', '--reporter=line,json'],
      {
        env: { CHROMIUM_PATH: chromium, GAWANGAN_E2E_DATA: dataFolder, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      },
    );
    count(status, () => {
      const { expected, unexpected, skipped: notRun, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats;
      return { passed: expected + flaky, failed: unexpected, skipped: notRun };
    });
  }
}

rmSync(reports, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
