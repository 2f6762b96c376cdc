import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../project-root.ts';

type AreaRow = { code: string; parent: string | null; name: string };

const AREA_SOURCE = 'idn-area-data 4.0.1 (Kepmendagri 300.2.2-2138/2025)';

/** Splits simple CSV (RFC 4180, quotes allowed) into rows of cells, without the header. */
function csvRows(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line.length > 0)
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
        .slice(0, -1)
        .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    );
}

async function readAreaFile(file: string): Promise<string[][]> {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve('idn-area-data')));
  return csvRows(await readFile(join(folder, 'data', file), 'utf8'));
}

async function readSeed(file: string): Promise<string[][]> {
  return csvRows(await readFile(join(projectRoot(), 'seeds/reference', file), 'utf8'));
}

const levels = [
  {
    level: 'province',
    file: 'provinces.csv',
    read: ([code, name]: string[]) => ({ code, parent: null, name }),
  },
  {
    level: 'regency',
    file: 'regencies.csv',
    read: ([code, parent, name]: string[]) => ({ code, parent, name }),
  },
  {
    level: 'district',
    file: 'districts.csv',
    read: ([code, parent, name]: string[]) => ({ code, parent, name }),
  },
  {
    level: 'village',
    file: 'villages.csv',
    read: ([code, parent, name]: string[]) => ({ code, parent, name }),
  },
] as const;

/**
 * Loads areas (all of Indonesia, or only those whose code begins with one of `onlyAreas`, and what lies above
 * them), aliases of merged villages, BPS codes and the KBLI codes shipped with the product. Harmless to repeat:
 * names are brought up to date, nothing is removed. Needs the migration role.
 */
export async function loadReference(ownerUrl: string, onlyAreas?: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    const bpsCodes = new Map((await readSeed('bps-codes.csv')).map(([code, bps]) => [code, bps]));
    const wanted = (code: string) =>
      !onlyAreas || onlyAreas.some((one) => code.startsWith(one) || one.startsWith(code));
    for (const { level, file, read } of levels) {
      const rows = (await readAreaFile(file))
        .map(read as (cells: string[]) => AreaRow)
        .filter((row) => wanted(row.code));
      await client.query(
        `insert into areas (area_code, level, parent_code, name, bps_code, source)
         select code, $1, parent, name, bps, $2 from unnest($3::text[], $4::text[], $5::text[], $6::text[]) as t (code, parent, name, bps)
         on conflict (area_code) do update set name = excluded.name, bps_code = excluded.bps_code, source = excluded.source`,
        [
          level,
          AREA_SOURCE,
          rows.map((row) => row.code),
          rows.map((row) => row.parent),
          rows.map((row) => row.name),
          rows.map((row) => bpsCodes.get(row.code) ?? null),
        ],
      );
    }
    for (const [code, alias, until, source] of await readSeed('area-aliases.csv')) {
      await client.query(
        `insert into area_aliases (area_code, alias, until_year, source) select $1, $2, $3, $4
         where exists (select 1 from areas where area_code = $1) on conflict do nothing`,
        [code, alias, until || null, source],
      );
    }
    for (const [version, code, title, synonyms, source] of await readSeed('kbli-2025.csv')) {
      await client.query(
        `insert into kbli_codes (kbli_version, kbli_code, title, synonyms, source) values ($1, $2, $3, $4, $5)
         on conflict (kbli_version, kbli_code) do update set synonyms = excluded.synonyms`,
        [version, code, title, (synonyms ?? '').split('|').filter(Boolean), source],
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
