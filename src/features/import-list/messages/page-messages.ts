import { defineMessages } from '#kernel/language.ts';

/** The page of one list, from its file until it is saved or given up. */
export const pageMessages = defineMessages({
  id: {
    back: 'Daftar masuk',
    asOf: (p: { day: string }) => `per ${p.day}`,
    mends: 'Baris yang diperbaiki dari daftar lain.',
    openMended: 'Buka daftarnya',
    steps: 'Langkah',
    stepRead: 'Baca',
    stepColumns: 'Cocokkan kolom',
    stepCheck: 'Periksa baris',
    stepSave: 'Simpan',
    rows: 'baris',

    inspecting: 'Membaca berkas',
    inspectingText: 'Mencari lembar, baris judul, dan isi tiap kolom. Belum ada yang disimpan.',
    staging: 'Memeriksa baris',
    stagingText: 'Setiap sel diperiksa dan dicocokkan dengan Data UMKM. Belum ada yang disimpan.',
    applying: 'Menyimpan ke Data UMKM',
    applyingText:
      'Disimpan sedikit demi sedikit. Bila komputer mati, pekerjaan dilanjutkan dari yang terakhir.',
    takingBack: 'Mengeluarkan lagi dari Data UMKM',
    takingBackText: 'Yang sesudah itu dikerjakan orang tidak ikut dikeluarkan.',
    failedTitle: 'Pekerjaan ini terhenti',
    failedText:
      'Sudah dicoba beberapa kali dan belum berhasil. Yang sudah dikerjakan tetap ada; lanjutkan dari situ. Bila terhenti lagi, hubungi admin kantor.',
    retry: 'Lanjutkan',
    cancel: 'Batalkan',
    cancelApplying: 'Hentikan, dan keluarkan lagi yang sudah masuk',
    typing: 'Daftar ini masih diketik. Barisnya diperiksa setelah selesai.',
    typeOn: 'Lanjut mengetik',

    refusedTitle: 'Berkas ini belum bisa dibaca',
    refusedUnknown: 'Isinya tidak dikenali sebagai daftar.',
    refusedHelp:
      'Tidak ada yang masuk ke Data UMKM. Coba simpan ulang berkasnya sebagai .xlsx atau .csv, atau salin barisnya lalu tempel.',
    tryAnother: 'Coba berkas lain',
    cancelledTitle: 'Daftar ini tidak jadi dimasukkan',
    cancelledText: 'Tidak ada yang berubah di Data UMKM. Baris yang sempat dibaca sudah dihapus.',

    appliedTitle: (p: { count: string }) => `${p.count} baris sudah masuk ke Data UMKM`,
    appliedBy: (p: { at: string; by: string }) => `Disimpan ${p.at} oleh ${p.by}.`,
    newOwners: (p: { count: string }) => `${p.count} pemilik baru ikut tercatat.`,
    seeRegister: 'Lihat di Data UMKM',
    bringInAnother: 'Masukkan daftar lain',

    takenBackTitle: 'Daftar ini sudah dibatalkan',
    takenBackText: 'Usaha yang masuk bersama daftar ini tidak lagi tampil dan tidak lagi dihitung.',
    kept: (p: { count: string }) =>
      `${p.count} usaha tetap ada, karena sudah dikerjakan orang sesudah daftar ini masuk. Yang mereka ubah tidak disentuh.`,
    keptNone: 'Tidak ada yang tersisa dari daftar ini.',
    keptHead: 'Tetap ada di Data UMKM',

    takeBack: 'Batalkan daftar ini',
    takeBackLead: 'Salah berkas, atau salah kolom? Yang masuk bersama daftar ini bisa dikeluarkan lagi.',
    takeBackOut: (p: { count: string }) =>
      `${p.count} usaha baru dari daftar ini dikeluarkan dari Data UMKM.`,
    takeBackUndo: (p: { count: string }) => `${p.count} usaha yang berubah kembali ke isi sebelumnya.`,
    takeBackStays:
      'Yang sesudah itu diubah orang (alamat dibetulkan, sudah dicek, masuk pelatihan) tetap, dan disebutkan satu per satu.',
    takeBackNow: 'Ya, batalkan daftar ini',
  },
  en: {
    back: 'Lists brought in',
    asOf: (p) => `as of ${p.day}`,
    mends: 'Mended rows of another list.',
    openMended: 'Open that list',
    steps: 'Steps',
    stepRead: 'Read',
    stepColumns: 'Match columns',
    stepCheck: 'Check rows',
    stepSave: 'Save',
    rows: 'rows',

    inspecting: 'Reading the file',
    inspectingText: 'Looking for sheets, headings, and what each column holds. Nothing is saved yet.',
    staging: 'Checking rows',
    stagingText: 'Every cell is checked and compared with the register. Nothing is saved yet.',
    applying: 'Saving to the register',
    applyingText: 'Saved bit by bit. If the computer goes down, the work goes on from where it was.',
    takingBack: 'Taking it out of the register',
    takingBackText: 'What people have worked on since is left alone.',
    failedTitle: 'This work has stopped',
    failedText:
      'It was tried several times without success. What was done is kept; go on from there. If it stops again, ask the office administrator.',
    retry: 'Go on',
    cancel: 'Call off',
    cancelApplying: 'Stop, and take out again what has come in',
    typing: 'This list is still being typed. Its rows are checked once that is done.',
    typeOn: 'Go on typing',

    refusedTitle: 'This file cannot be read yet',
    refusedUnknown: 'What it holds is not recognised as a list.',
    refusedHelp:
      'Nothing has entered the register. Try saving the file anew as .xlsx or .csv, or copy its rows and paste them.',
    tryAnother: 'Try another file',
    cancelledTitle: 'This list was called off',
    cancelledText: 'Nothing has changed in the register. Rows that had been read are erased.',

    appliedTitle: (p) => `${p.count} rows are in the register`,
    appliedBy: (p) => `Saved ${p.at} by ${p.by}.`,
    newOwners: (p) => `${p.count} new owners were recorded with them.`,
    seeRegister: 'See them in the register',
    bringInAnother: 'Bring in another list',

    takenBackTitle: 'This list was taken back',
    takenBackText: 'Enterprises that came with this list are no longer shown or counted.',
    kept: (p) =>
      `${p.count} enterprises stay, because people have worked on them since the list came in. Their changes were not touched.`,
    keptNone: 'Nothing is left of this list.',
    keptHead: 'Still in the register',

    takeBack: 'Take this list back',
    takeBackLead: 'Wrong file, or wrong columns? What came in with this list can be taken out again.',
    takeBackOut: (p) => `${p.count} new enterprises from this list leave the register.`,
    takeBackUndo: (p) => `${p.count} changed enterprises go back to what they were.`,
    takeBackStays:
      'What people have changed since (an address put right, a verdict, a training) stays and is named one by one.',
    takeBackNow: 'Yes, take this list back',
  },
});
