import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { backupMessage } from '#platform/backup/backup-messages.ts';
import type { BackupRefusalCode } from '#platform/backup/backup-refusal.ts';
import { PlainError } from './plain-error.ts';

const SHORTEST = 12;

const refuse = (code: BackupRefusalCode) => new PlainError(backupMessage({ code, details: {} }));

/** One line from the terminal, without showing what is typed. */
async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.question('', resolve);
      lines.once('SIGINT', () => reject(refuse('passphrase_missing')));
      lines.once('close', () => reject(refuse('passphrase_missing')));
    });
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

/** GAWANGAN_BACKUP_PASSPHRASE, else asked for; a new one twice, and not a short one. */
export async function readPassphrase(purpose: 'new' | 'known'): Promise<string> {
  const given = process.env.GAWANGAN_BACKUP_PASSPHRASE;
  if (!given && !process.stdin.isTTY) throw refuse('passphrase_missing');
  const passphrase = given || (await askHidden('Kata sandi cadangan / passphrase: '));
  if (purpose === 'known') return passphrase;
  if ([...passphrase].length < SHORTEST) throw refuse('passphrase_short');
  if (!given && (await askHidden('Sekali lagi / once more: ')) !== passphrase)
    throw refuse('passphrases_differ');
  return passphrase;
}
