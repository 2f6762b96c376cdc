import { mkdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { systemActor } from '#kernel/actor.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { backupMessage } from '#platform/backup/backup-messages.ts';
import { asOutcome, type BackupRefusal } from '#platform/backup/backup-refusal.ts';
import { makeBackup } from '#platform/backup/make-backup.server.ts';
import { planMasterKey } from '#platform/backup/master-key-place.server.ts';
import { checkBackup } from '#platform/backup/read-backup.server.ts';
import { restoreBackup } from '#platform/backup/restore-backup.server.ts';
import { inOneTransaction } from '#platform/command.server.ts';
import { startEmbeddedPostgres } from '#platform/db/embedded-postgres.server.ts';
import { type Env, readEnv } from '#platform/env.ts';
import { makeLog } from '#platform/log.ts';
import { readMasterKey } from '#platform/vault/master-key.server.ts';
import { readPassphrase } from './ask-passphrase.ts';
import { PlainError } from './plain-error.ts';
import { showProgress } from './progress-line.ts';
import { say } from './say.ts';
import { withServices } from './with-services.ts';

export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description(
      'simpan seluruh data, berkas, dan kunci ke satu berkas terenkripsi; Gawangan boleh tetap berjalan / write all data, files and the key to one encrypted file; Gawangan may go on running',
    )
    .argument('<file>', 'berkas baru, misalnya /media/flashdisk/gawangan-2026-05-06.cadangan / a new file')
    .addHelpText(
      'after',
      '\nKata sandi dari GAWANGAN_BACKUP_PASSPHRASE, atau ditanyakan / passphrase from there, or asked for.',
    )
    .action(backUp);
  program
    .command('restore')
    .description(
      'isi pemasangan yang kosong dari cadangan; hentikan Gawangan dulu / fill an empty installation from a backup; stop Gawangan first',
    )
    .argument('<file>', 'berkas cadangan / the backup')
    .option('--replace', 'ganti semua yang sudah ada di sini / replace all that is here')
    .option(
      '--check',
      'hanya periksa kata sandi dan keutuhan berkas / only check the passphrase and every byte',
    )
    .addHelpText(
      'after',
      '\nKata sandi dari GAWANGAN_BACKUP_PASSPHRASE, atau ditanyakan / passphrase from there, or asked for.',
    )
    .action(restore);
}

function valueOrSay<T>(outcome: Outcome<T, BackupRefusal>): T {
  if (outcome.ok) return outcome.value;
  throw new PlainError(backupMessage(outcome.refusal));
}

const count = (value: number) => value.toLocaleString('id-ID');
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const total = (rows: Record<string, number>) => Object.values(rows).reduce((sum, one) => sum + one, 0);

async function backUp(file: string): Promise<void> {
  const path = resolve(file);
  const passphrase = await readPassphrase('new');
  await withServices(async ({ services, ownerUrl }) => {
    const line = showProgress();
    const made = await makeBackup({
      path,
      passphrase,
      ownerUrl,
      dataFolder: services.env.GAWANGAN_DATA,
      masterKey: await readMasterKey(services.env),
      onProgress: (step) =>
        line.show('table' in step ? `${step.table}: ${count(step.rows)}` : `berkas / files: ${step.files}`),
    }).finally(line.end);
    const { rows, files, size, officeCodes } = valueOrSay(made);
    for (const office of officeCodes) {
      await inOneTransaction(services, systemActor(office, 'Baris perintah'), ({ audit }) =>
        audit({ action: 'backup.made' }),
      );
    }
    say(
      `Cadangan siap / backup ready: ${path}\n${count(rows.enterprises ?? 0)} usaha / enterprises, ${count(total(rows))} baris / rows, ${files} berkas / files, ${megabytes(size)}`,
    );
    say('Simpan kata sandinya terpisah dari berkas ini / keep the passphrase apart from this file');
  });
}

async function restore(file: string, options: { replace?: boolean; check?: boolean }): Promise<void> {
  const path = resolve(file);
  const env = readEnvOrSay();
  const passphrase = await readPassphrase('known');
  const size = (await stat(path).catch(() => null))?.size ?? 1;
  const line = showProgress();
  const percent = (what: string) => (bytes: number) =>
    line.show(`${what}: ${Math.floor((100 * bytes) / size)}%`);
  const checked = valueOrSay(
    await checkBackup(path, passphrase, percent('memeriksa / checking')).finally(line.end),
  );
  const { manifest, rows, files } = checked;
  say(
    `Cadangan utuh / the backup is whole: ${manifest.madeAt}, ${manifest.offices.map((one) => one.name).join(', ')}; ${count(rows.enterprises ?? 0)} usaha / enterprises, ${files} berkas / files`,
  );
  if (options.check) return;
  const replace = options.replace ?? false;
  const key = { dataFolder: env.GAWANGAN_DATA, keyInEnvironment: env.GAWANGAN_KEY, replace };
  // Asked before anything is started: a refusal then leaves nothing behind.
  valueOrSay(await asOutcome(() => planMasterKey({ ...key, backupKey: manifest.masterKey })));
  const database = await openDatabase(env);
  try {
    valueOrSay(
      await restoreBackup({
        ...key,
        path,
        passphrase,
        ownerUrl: database.url,
        roleName: env.GAWANGAN_APP_ROLE,
        now: new Date(),
        onRead: percent('memulihkan / restoring'),
      }).finally(line.end),
    );
  } finally {
    await database.stop();
  }
  say(
    'Data dipulihkan. Jalankan Gawangan; semua orang masuk lagi dengan kata sandi masing-masing. / Restored. Start Gawangan; everybody signs in again.',
  );
}

function readEnvOrSay(): Env {
  try {
    return readEnv();
  } catch (error) {
    throw new PlainError((error as Error).message);
  }
}

/** Only the server itself: schema, role and key come out of the backup. */
async function openDatabase(env: Env): Promise<{ url: string; stop(): Promise<void> }> {
  await mkdir(env.GAWANGAN_DATA, { recursive: true });
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: async () => undefined };
  return startEmbeddedPostgres({ dataFolder: env.GAWANGAN_DATA, log: makeLog('error', 'cli') });
}
