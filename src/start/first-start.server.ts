import { loadReference } from '#platform/db/load-reference.server.ts';
import type { Opened } from '#platform/open-services.server.ts';
import { demoPassword, demoSignInLines, openDemoOffice } from '../demo/open-demo-office.server.ts';
import { askDatabase } from './ask-database.server.ts';

const hasAny = async (ownerUrl: string, rows: 'areas' | 'offices' | 'offices where is_demo') =>
  (await askDatabase(ownerUrl, `select 1 from ${rows} limit 1`)).length > 0;

/**
 * What an empty database needs before the first page: the reference tables, and, on the embedded database unless
 * told otherwise, the sample office. Returns whether this is a sample installation.
 */
export async function prepareFirstStart({ services, ownerUrl }: Opened): Promise<boolean> {
  const { env } = services;
  if (!(await hasAny(ownerUrl, 'areas'))) await loadReference(ownerUrl);
  const seed = env.GAWANGAN_SEED ?? (env.DATABASE_URL ? 'none' : 'demo');
  if (seed === 'demo' && !(await hasAny(ownerUrl, 'offices'))) await openDemoOffice(services);
  return hasAny(ownerUrl, 'offices where is_demo');
}

/** What the terminal says once the pages can be opened. */
export function startMessage(address: string, demo: boolean): string {
  const lines = ['', `  Gawangan siap. Buka ${address}`, `  Gawangan is ready. Open ${address}`, ''];
  if (demo) {
    lines.push(
      '  Kantor contoh (semua orang dan usaha karangan). Masuk dengan salah satu:',
      '  Sample office (everyone in it is invented). Sign in as one of:',
    );
    for (const login of demoSignInLines) lines.push(`    ${login}`);
    lines.push(`  Sandi / password: ${demoPassword}`, '');
  } else {
    lines.push(
      '  Belum ada kantor? / No office yet?',
      '    npm run gawangan -- office create --help',
      '    npm run gawangan -- user create --help',
      '',
    );
  }
  lines.push('  Berhenti dengan Ctrl-C / stop with Ctrl-C', '');
  return lines.join('\n');
}
