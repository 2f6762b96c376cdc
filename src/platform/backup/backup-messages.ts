import { defineMessages, messagesFor } from '#kernel/language.ts';
import type { BackupRefusal } from './backup-refusal.ts';

type Details = Record<string, string>;

/** What was refused, and what to do about it. */
const messages = defineMessages({
  id: {
    passphrase_missing:
      'Kata sandi cadangan belum ada. Isi GAWANGAN_BACKUP_PASSPHRASE, atau jalankan langsung di terminal supaya bisa diketik.',
    passphrase_short: 'Kata sandi cadangan paling sedikit 12 huruf. Empat atau lima kata acak sudah baik.',
    passphrases_differ: 'Dua kali ketikan tidak sama. Tidak ada yang dibuat; silakan ulangi.',
    nothing_here:
      'Di sini belum ada satu kantor pun, jadi tidak ada yang dicadangkan. Periksa GAWANGAN_DATA dan DATABASE_URL: mungkin datanya di tempat lain.',
    file_exists: ({ path }: Details) =>
      `Berkas ${path} sudah ada, dan cadangan tidak pernah ditimpa. Pilih nama lain.`,
    file_missing: ({ path }: Details) => `Berkas ${path} tidak ada atau tidak bisa dibaca. Periksa namanya.`,
    folder_missing: ({ path }: Details) => `Folder ${path} tidak ada. Buat dulu, atau pilih folder lain.`,
    not_a_backup: 'Ini bukan cadangan Gawangan. Pilih berkas lain.',
    newer_format:
      'Cadangan ini dibuat oleh Gawangan yang lebih baru. Perbarui Gawangan di sini dulu, lalu ulangi.',
    wrong_passphrase:
      'Kata sandinya tidak cocok dengan cadangan ini (atau awal berkasnya rusak). Periksa huruf besar-kecil dan spasi, lalu ulangi.',
    damaged: 'Cadangan ini rusak: isinya sudah berubah sejak dibuat. Pakai salinan lain dari cadangan ini.',
    cut_short:
      'Cadangan ini terpotong: bagian akhirnya tidak ada. Salin ulang dari tempat asalnya, atau pakai cadangan lain.',
    newer_software:
      'Cadangan ini dibuat oleh Gawangan yang lebih baru. Perbarui Gawangan di sini dulu, lalu ulangi.',
    other_build: ({ table }: Details) =>
      `Bentuk tabel "${table}" di cadangan lain dari yang dikenal versi ini. Pakai versi Gawangan yang membuat cadangan ini.`,
    foreign_database:
      'Basis data ini berisi tabel milik program lain. Beri Gawangan basis data sendiri yang masih kosong.',
    not_empty: ({ offices }: Details) =>
      `Di sini sudah ada kantor (${offices}). Kalau memang semuanya mau diganti dengan isi cadangan, ulangi dengan --replace.`,
    in_use:
      'Gawangan masih berjalan di basis data ini. Hentikan dulu semua (Ctrl-C pada "npm start"), lalu ulangi.',
    other_key_in_environment:
      'GAWANGAN_KEY berisi kunci lain dari kunci di cadangan. Kosongkan GAWANGAN_KEY (kunci dari cadangan akan ditaruh di folder data), atau isi dengan kunci yang dipakai waktu cadangan dibuat.',
    other_key_file: ({ path }: Details) =>
      `Di ${path} ada kunci lain dari kunci di cadangan. Kalau yang di sini boleh diganti, ulangi dengan --replace; kunci lama disimpan sebagai master.key.old.`,
  },
  en: {
    passphrase_missing:
      'There is no passphrase for the backup. Set GAWANGAN_BACKUP_PASSPHRASE, or run this in a terminal where it can be typed.',
    passphrase_short: 'The passphrase needs 12 characters at least. Four or five random words do well.',
    passphrases_differ: 'The two were not the same. Nothing was made; please try again.',
    nothing_here:
      'There is no office here, so there is nothing to back up. Check GAWANGAN_DATA and DATABASE_URL: the data may be elsewhere.',
    file_exists: ({ path }: Details) =>
      `The file ${path} exists, and a backup is never written over. Choose another name.`,
    file_missing: ({ path }: Details) =>
      `The file ${path} is not there or cannot be read. Please check its name.`,
    folder_missing: ({ path }: Details) => `There is no folder ${path}. Make it first, or choose another.`,
    not_a_backup: 'This is not a backup of Gawangan. Choose another file.',
    newer_format: 'This backup was made by a newer Gawangan. Update Gawangan here first, then try again.',
    wrong_passphrase:
      'The passphrase does not fit this backup (or the beginning of the file is damaged). Check capitals and spaces, then try again.',
    damaged: 'This backup is damaged: it has changed since it was made. Use another copy of it.',
    cut_short:
      'This backup was cut short: its end is missing. Copy it again from its source, or use another.',
    newer_software: 'This backup was made by a newer Gawangan. Update Gawangan here first, then try again.',
    other_build: ({ table }: Details) =>
      `Table "${table}" of the backup has another form than this version knows. Use the version that made the backup.`,
    foreign_database:
      'This database holds tables of another program. Give Gawangan an empty database of its own.',
    not_empty: ({ offices }: Details) =>
      `There are offices here already (${offices}). If all of it is to be replaced by the backup, repeat with --replace.`,
    in_use: 'Gawangan is running on this database. Stop it first (Ctrl-C at "npm start"), then try again.',
    other_key_in_environment:
      'GAWANGAN_KEY is another key than the one in the backup. Unset it (the key of the backup will be put into the data folder), or set it to the key in use when the backup was made.',
    other_key_file: ({ path }: Details) =>
      `At ${path} there is another key than the one in the backup. If what is here may be replaced, repeat with --replace; the old key is kept as master.key.old.`,
  },
});

/** Both languages, as the command line speaks. */
export function backupMessage({ code, details }: BackupRefusal): string {
  const said = (['id', 'en'] as const).map((locale) => {
    const text = messagesFor(messages, locale)[code];
    return typeof text === 'string' ? text : text(details);
  });
  return said.join('\n');
}
