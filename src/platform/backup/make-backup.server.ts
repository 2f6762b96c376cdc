import { createReadStream, createWriteStream } from 'node:fs';
import { access, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { MasterKey } from '../vault/master-key.server.ts';
import { copyOutStatement, fixValueFormats, listTables } from './backed-up-tables.server.ts';
import { asOutcome, BackupRefused } from './backup-refusal.ts';
import { copyOut } from './copy-stream.server.ts';
import { type Manifest, writeEntry } from './entry-stream.ts';
import { type SealCost, seal } from './sealed-stream.ts';

/** Awaited before more is read. */
export type BackupProgress = (
  step: { table: string; rows: number } | { files: number },
) => void | Promise<void>;

export type BackupSummary = {
  /** By table. */
  rows: Record<string, number>;
  files: number;
  /** Bytes of the backup file. */
  size: number;
  officeCodes: string[];
};

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Keys and paths of everything in the file store, in no particular order. */
async function* storedFiles(dataFolder: string): AsyncGenerator<{ key: string; path: string }> {
  const folder = join(dataFolder, 'files');
  if (!(await exists(folder))) return;
  for await (const found of await opendir(folder, { recursive: true })) {
    if (!found.isFile()) continue;
    const path = join(found.parentPath, found.name);
    yield { key: relative(folder, path).split(sep).join('/'), path };
  }
}

async function readManifest(client: pg.Client, masterKey: MasterKey): Promise<Manifest> {
  const [server, migrations, offices] = [
    await client.query(`select now() as made_at, current_setting('server_version') as version`),
    await client.query('select name from kysely_migration order by name'),
    await client.query('select office_code as code, name from offices order by office_code'),
  ];
  return {
    kind: 'manifest',
    madeAt: server.rows[0].made_at.toISOString(),
    serverVersion: server.rows[0].version,
    migrations: migrations.rows.map((row) => row.name),
    offices: offices.rows,
    masterKey: masterKey.toString('hex'),
  };
}

/**
 * Writes all an installation needs into one encrypted file: every table as it was at one moment, while the
 * application goes on working; uploaded files; the master key. The file has its name only once it is whole, and is
 * never written over another. Needs the owner's role.
 */
export function makeBackup(given: {
  path: string;
  passphrase: string;
  ownerUrl: string;
  dataFolder: string;
  masterKey: MasterKey;
  onProgress?: BackupProgress;
  /** Lower in tests. */
  cost?: SealCost;
}) {
  return asOutcome(async (): Promise<BackupSummary> => {
    const { path, passphrase, onProgress = () => undefined } = given;
    if (await exists(path)) throw new BackupRefused('file_exists', { path });
    if (!(await exists(dirname(path)))) throw new BackupRefused('folder_missing', { path: dirname(path) });
    const client = new pg.Client({
      connectionString: given.ownerUrl,
      application_name: 'gawangan-backup',
    });
    client.on('error', () => undefined); // the statement under way fails and says why
    await client.connect();
    const partial = `${path}.partial`;
    const rows: Record<string, number> = {};
    let files = 0;
    let officeCodes: string[] = [];

    async function* entries(): AsyncGenerator<Buffer> {
      const manifest = await readManifest(client, given.masterKey);
      // Most likely another folder or database was meant; nobody should believe they have a backup.
      if (manifest.offices.length === 0) throw new BackupRefused('nothing_here');
      officeCodes = manifest.offices.map((office) => office.code);
      yield* writeEntry(manifest);
      for (const table of await listTables(client)) {
        const body = copyOut(client, copyOutStatement(table), (count) => {
          rows[table.name] = count;
          return onProgress({ table: table.name, rows: count });
        });
        yield* writeEntry({ kind: 'table', ...table }, body);
      }
      // Files are written before the row that speaks of them, so after the snapshot all of its files are there.
      for await (const { key, path: file } of storedFiles(given.dataFolder)) {
        if (!(await exists(file))) continue; // dropped a moment ago
        yield* writeEntry({ kind: 'file', key }, createReadStream(file));
        await onProgress({ files: ++files });
      }
      yield* writeEntry({ kind: 'end', rows, files });
    }

    try {
      await client.query('begin isolation level repeatable read read only');
      // Rather an error than a table of which row-level security shows only a part.
      await client.query('set local row_security = off');
      await fixValueFormats(client);
      await pipeline(
        entries,
        createGzip({ level: 3 }),
        (plain: AsyncIterable<Buffer>) => seal(plain, passphrase, given.cost),
        createWriteStream(partial, { mode: 0o600, flush: true }),
      );
      await rename(partial, path);
    } finally {
      await rm(partial, { force: true });
      await client.end();
    }
    return { rows, files, size: (await stat(path)).size, officeCodes };
  });
}
