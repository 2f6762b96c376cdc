/** What the deeds in the audit are called. Each slice registers its own when its door is loaded. */
export type ActionNames = Record<string, { id: string; en: string }>;

const names: ActionNames = {
  'session.opened': { id: 'Masuk', en: 'Signed in' },
  'session.closed': { id: 'Keluar', en: 'Signed out' },
  'session.locked': { id: 'Mengunci layar', en: 'Locked the screen' },
  'session.unlocked': { id: 'Membuka kunci layar', en: 'Unlocked the screen' },
  'session.revoked': { id: 'Menutup sesi lain', en: 'Closed other sessions' },
  'session.unlock_failed_repeatedly': {
    id: 'Berulang kali salah sandi di layar terkunci',
    en: 'Wrong passwords at the lock',
  },
  'sign_in.failed_repeatedly': { id: 'Berulang kali gagal masuk', en: 'Repeated wrong passwords' },
  'password.changed': { id: 'Mengganti sandi', en: 'Changed the password' },
  'second_factor.turned_on': { id: 'Mengaktifkan kode pengaman', en: 'Turned on the second factor' },
  'second_factor.turned_off': { id: 'Mematikan kode pengaman', en: 'Turned off the second factor' },
  'second_factor.recovery_codes_renewed': { id: 'Membuat kode cadangan baru', en: 'Made new recovery codes' },
  'owner_code.sent': { id: 'Mengirim kode masuk pemilik', en: 'Sent a sign-in code to an owner' },
  'owner_code.issued': { id: 'Membuatkan kode masuk pemilik', en: 'Made a sign-in code for an owner' },
  'owner_code.failed_repeatedly': { id: 'Kode pemilik berulang kali salah', en: 'Wrong codes of an owner' },
  'owner.roles_aligned': {
    id: 'Menyesuaikan akun pemilik dengan nomor HP',
    en: 'Aligned an owner’s account with the phone',
  },
  'backup.made': { id: 'Membuat cadangan semua data', en: 'Made a backup of everything' },
  'backup.restored': { id: 'Memulihkan data dari cadangan', en: 'Restored everything from a backup' },
  'office.created': { id: 'Membuka kantor', en: 'Opened the office' },
  'person.added': { id: 'Menambah orang', en: 'Added a person' },
  'person.closed': { id: 'Menutup akun orang', en: 'Closed a person’s account' },
  'person.reset': { id: 'Membuat sandi sementara', en: 'Made a temporary password' },
  'role.given': { id: 'Memberi tugas', en: 'Gave a role' },
  'role.ended': { id: 'Mengakhiri tugas', en: 'Ended a role' },
  'work.handed_over': { id: 'Serah terima', en: 'Handed work over' },
  'message.revealed': { id: 'Melihat pesan', en: 'Looked at a message' },
  'message.passed_on': { id: 'Meneruskan pesan', en: 'Passed a message on' },
  'office.letterhead_set': { id: 'Mengatur kop surat', en: 'Set the letterhead' },
  'office.signatory_added': { id: 'Menambah penanda tangan', en: 'Added a signatory' },
  'office.signatory_changed': { id: 'Membetulkan penanda tangan', en: 'Mended a signatory' },
  'office.signatory_ended': { id: 'Mengakhiri penanda tangan', en: 'Ended a signatory' },
  'token.created': { id: 'Membuat kunci API', en: 'Made an API token' },
  'token.revoked': { id: 'Mencabut kunci API', en: 'Revoked an API token' },
};

export function registerAuditActions(more: ActionNames): void {
  Object.assign(names, more);
}

export function auditActions(): Readonly<ActionNames> {
  return names;
}
