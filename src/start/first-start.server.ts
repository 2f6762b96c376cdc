import pg from 'pg';
import { loadReference } from '#platform/db/load-reference.server.ts';
import type { Opened } from '#platform/open-services.server.ts';
import { demoPassword, demoSignInLines, openDemoOffice } from '../demo/open-demo-office.server.ts';

async function countRows(ownerUrl: string, table: 'areas' | 'offices'): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query(`select count(*)::int as n from ${table}`)).rows[0].n;
  } finally {
    await client.end();
  }
}

/**
 * What an empty database needs before the first page: the reference tables, and, on the embedded database unless
 * told otherwise, the sample office. Returns whether this is a sample installation.
 */
export async function prepareFirstStart({ services, ownerUrl }: Opened): Promise<boolean> {
  const { env } = services;
  if ((await countRows(ownerUrl, 'areas')) === 0) await loadReference(ownerUrl);
  const seed = env.GAWANGAN_SEED ?? (env.DATABASE_URL ? 'none' : 'demo');
  if (seed === 'demo' && (await countRows(ownerUrl, 'offices')) === 0) await openDemoOffice(services);
  return isSampleInstallation(ownerUrl);
}

async function isSampleInstallation(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query('select 1 from offices where is_demo limit 1')).rowCount === 1;
  } finally {
    await client.end();
  }
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
