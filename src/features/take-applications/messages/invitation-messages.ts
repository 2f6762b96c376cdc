import { defineMessages } from '#kernel/language.ts';

/** Invitations, for officers. */
export const invitationMessages = defineMessages({
  id: {
    title: 'Kode undangan',
    lead: 'Pemegang kode mendaftar dengan satu sentuhan, tanpa akun. Satu kode untuk satu usaha, sekali pakai.',
    whom: 'Siapa yang diundang?',
    meets: 'Semua yang memenuhi syarat',
    oneStep: 'Semua yang kurang satu',
    bySearch: 'Cari sendiri',
    notYet: 'Yang sudah mendaftar atau masih memegang kode tidak ditampilkan.',
    count: (p: { count: string }) => `${p.count} usaha`,
    countMore: (p: { count: string }) =>
      `${p.count} usaha pertama; sisanya tampil setelah ini dibuatkan kode.`,
    nobody: 'Tidak ada yang perlu diundang di sini',
    nobodyHow: 'Semuanya sudah mendaftar atau sudah memegang kode, atau syaratnya belum dihitung.',
    makeAll: (p: { count: string }) => `Buat ${p.count} kode`,
    makeTicked: 'Buat kode untuk yang dicentang',
    asExcel: 'Buat sebagai Excel',
    madeTitle: (p: { count: string }) => `${p.count} kode dibuat`,
    madeOnce:
      'Kode hanya tampil sekali ini. Cetak atau salin sebelum meninggalkan halaman; bila hilang, buat kode baru.',
    madeNone: 'Tidak ada kode yang dibuat: semuanya sudah mendaftar.',
    code: 'Kode',
    message: 'Pesan',
    link: 'Tautan',
    until: (p: { day: string }) => `Berlaku sampai ${p.day}`,
    validTo: 'Berlaku sampai',
    print: 'Cetak',
    again: 'Buat kode lagi',
    existing: 'Undangan yang pernah dibuat',
    none: 'Belum ada kode undangan.',
    state: 'Status',
    state_waiting: 'Belum dipakai',
    state_used: 'Sudah dipakai',
    state_expired: 'Kedaluwarsa',
    state_revoked: 'Dibatalkan',
    madeAt: 'Dibuat',
    revoke: 'Batalkan',
    revokeOf: (p: { name: string }) => `Batalkan kode ${p.name}`,
    revoked: 'Kode dibatalkan.',
    /** To the owner, in Indonesian on every screen: it is sent as it stands. */
    toOwner: (p: {
      enterprise: string;
      programme: string;
      office: string;
      link: string;
      code: string;
      day: string;
    }) =>
      `Selamat pagi. ${p.enterprise} diundang mendaftar ${p.programme} dari ${p.office}. Buka ${p.link} lalu sentuh "Daftar". Kode: ${p.code}, berlaku sampai ${p.day}. Berkas yang kurang boleh menyusul.`,
  },
  en: {
    title: 'Invitation codes',
    lead: 'Who holds a code applies with one tap, without an account. One code for one enterprise, used once.',
    whom: 'Who is to be invited?',
    meets: 'All who meet the conditions',
    oneStep: 'All who lack one',
    bySearch: 'Search',
    notYet: 'Those who have applied or still hold a code are not shown.',
    count: (p) => `${p.count} enterprises`,
    countMore: (p) => `The first ${p.count} enterprises; the rest follow once these have their codes.`,
    nobody: 'Nobody here needs an invitation',
    nobodyHow: 'All have applied or hold a code, or the conditions are not counted yet.',
    makeAll: (p) => `Make ${p.count} codes`,
    makeTicked: 'Make codes for those ticked',
    asExcel: 'Make them as Excel',
    madeTitle: (p) => `${p.count} codes made`,
    madeOnce: 'Codes are shown this once. Print or copy them before you leave; a lost one is made anew.',
    madeNone: 'No code was made: all have applied already.',
    code: 'Code',
    message: 'Message',
    link: 'Link',
    until: (p) => `Valid until ${p.day}`,
    validTo: 'Valid until',
    print: 'Print',
    again: 'Make more codes',
    existing: 'Invitations made so far',
    none: 'No invitation codes yet.',
    state: 'Status',
    state_waiting: 'Not used yet',
    state_used: 'Used',
    state_expired: 'Expired',
    state_revoked: 'Revoked',
    madeAt: 'Made',
    revoke: 'Revoke',
    revokeOf: (p) => `Revoke the code of ${p.name}`,
    revoked: 'Code revoked.',
    toOwner: (p) =>
      `Selamat pagi. ${p.enterprise} diundang mendaftar ${p.programme} dari ${p.office}. Buka ${p.link} lalu sentuh "Daftar". Kode: ${p.code}, berlaku sampai ${p.day}. Berkas yang kurang boleh menyusul.`,
  },
});
