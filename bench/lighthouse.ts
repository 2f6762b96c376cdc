import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../e2e/support/find-chromium.ts';
import { type Figure, figure } from './bench.ts';

const VERSION = '13.5.0';
const goals = { accessibility: 1, 'best-practices': 0.95 } as const;

type Report = {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string; scoreDisplayMode: string }>;
};

/** Scores of these pages by Lighthouse, fetched for the occasion; where that cannot be had, a note says so. */
export async function lighthouse(
  addresses: readonly string[],
  say: (line: string) => void,
): Promise<{ figures: Figure[]; notes: string[] }> {
  const figures: Figure[] = [];
  const notes: string[] = [];
  for (const address of addresses) {
    const { pathname } = new URL(address);
    say(`  Lighthouse ${pathname}`);
    const report = await reportOn(address).catch((error: Error) => error);
    if (report instanceof Error) {
      notes.push(`Lighthouse ${VERSION} of ${pathname}: skipped (${report.message.split('\n')[0]}).`);
      continue;
    }
    for (const [category, atLeast] of Object.entries(goals)) {
      const { score, auditRefs } = report.categories[category]!;
      figures.push(
        figure({
          what: `Lighthouse ${VERSION}, ${pathname}, ${category}`,
          unit: 'share',
          value: score ?? Number.NaN,
          goal: { of: 'value', atLeast },
        }),
      );
      const failed = auditRefs.flatMap(({ id, weight }) => {
        const audit = report.audits[id];
        return audit && audit.score !== null && audit.score < 1
          ? [`${id} (weight ${weight}): ${audit.title}`]
          : [];
      });
      notes.push(...failed.map((one) => `${pathname}, ${category}, not passed: ${one}`));
    }
  }
  return { figures, notes };
}

async function reportOn(address: string): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'gawangan-lighthouse-'));
  const path = join(folder, 'report.json');
  const flags = ['--headless=new', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  try {
    await promisify(execFile)(
      'npx',
      [
        '--yes',
        `lighthouse@${VERSION}`,
        address,
        `--only-categories=${Object.keys(goals).join(',')}`,
        '--output=json',
        `--output-path=${path}`,
        '--quiet',
        `--chrome-flags=${flags.join(' ')}`,
      ],
      { env: { ...process.env, CHROME_PATH: findChromium() }, timeout: 240_000 },
    );
    return JSON.parse(await readFile(path, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
