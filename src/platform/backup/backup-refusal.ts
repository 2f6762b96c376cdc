import type { Refused } from '#kernel/refusal.ts';

/** Every reason for which a backup is not made, or not restored; texts in `backup-messages.ts`. */
export type BackupRefusalCode =
  | 'passphrase_missing'
  | 'passphrase_short'
  | 'passphrases_differ'
  | 'nothing_here'
  | 'file_exists'
  | 'file_missing'
  | 'folder_missing'
  | 'not_a_backup'
  | 'newer_format'
  | 'wrong_passphrase'
  | 'damaged'
  | 'cut_short'
  | 'newer_software'
  | 'other_build'
  | 'foreign_database'
  | 'not_empty'
  | 'in_use'
  | 'other_key_in_environment'
  | 'other_key_file';

export type BackupRefusal = { readonly code: BackupRefusalCode; readonly details: Record<string, string> };

/** Carries a refusal out of the middle of a stream; turned into a value at the door by `asOutcome`. */
export class BackupRefused extends Error {
  readonly refusal: BackupRefusal;
  constructor(code: BackupRefusalCode, details: Record<string, string> = {}) {
    super(code);
    this.refusal = { code, details };
  }
}

/** Runs the work; what was refused anywhere inside becomes a value, everything else goes on being thrown. */
export async function asOutcome<T>(
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | Refused<BackupRefusal>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof BackupRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
