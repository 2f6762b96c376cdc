/** What a phone is told when a request cannot be served; shown to the enumerator, so in words for a person. */
export const phoneRefusals = {
  not_signed_in: { id: 'Masuk dulu dengan akun kantor Anda.', en: 'Sign in with your office account first.' },
  forbidden: {
    id: 'Akun ini belum diberi tugas pendataan. Tanyakan kepada admin kantor.',
    en: 'This account has no census duty yet. Ask the office’s admin.',
  },
  wrong_site: { id: 'Permintaan ini datang dari situs lain.', en: 'This request came from another site.' },
  phone_revoked: {
    id: 'Izin HP ini sudah dicabut. Hapus datanya, lalu daftarkan lagi.',
    en: 'This phone’s right was taken away. Wipe it, then register it anew.',
  },
  revoked: {
    id: 'Izin Anda di HP ini sudah berakhir. Pekerjaan yang belum terkirim dikirim dulu, lalu datanya dihapus.',
    en: 'Your right on this phone has ended. Unsent work is delivered first, then its data is removed.',
  },
  unknown_token: {
    id: 'HP ini tidak dikenali kantor. Pekerjaan di HP tetap aman; masuk lagi untuk mendaftarkannya.',
    en: 'The office does not know this phone. Work on it is safe; sign in again to register it.',
  },
  not_understood: {
    id: 'Permintaan ini tidak dimengerti. Perbarui aplikasi lapangan; pekerjaan di HP tetap aman.',
    en: 'This request was not understood. Update the field app; work on the phone is safe.',
  },
  too_large: {
    id: 'Kiriman ini terlalu besar untuk sekali jalan.',
    en: 'This is too much for one delivery.',
  },
  too_many: {
    id: 'Terlalu sering. Tunggu sebentar, lalu dicoba lagi sendiri.',
    en: 'Too often. Wait a moment; it is tried again by itself.',
  },
  not_found: { id: 'Tidak ada di kantor.', en: 'Not at the office.' },
  disk_full: {
    id: 'Penyimpanan kantor penuh. Pekerjaan tetap di HP; beri tahu kantor.',
    en: 'The office’s storage is full. Work stays on the phone; tell the office.',
  },
  busy: {
    id: 'Kantor sedang tidak siap. Pekerjaan tetap di HP dan dicoba lagi sendiri.',
    en: 'The office is not ready. Work stays on the phone and is tried again by itself.',
  },
} as const;
export type PhoneRefusalCode = keyof typeof phoneRefusals;
