/** What the deeds of this slice are called in the trail (jejak). */
export const importAuditNames = {
  'list.brought_in': { id: 'Mengunggah daftar', en: 'Uploaded a list' },
  'list.typing_started': { id: 'Mulai mengetik daftar', en: 'Began to type a list' },
  'list.typing_taken_over': { id: 'Melanjutkan ketikan rekan', en: 'Went on with a colleague’s typing' },
  'list.page_added': { id: 'Menambah foto halaman daftar', en: 'Added the photo of a page of a list' },
  'list.page_opened': { id: 'Melihat foto halaman daftar', en: 'Looked at the photo of a page of a list' },
  'list.typed': { id: 'Selesai mengetik daftar', en: 'Finished typing a list' },
  'list.mapped': { id: 'Menetapkan kolom daftar', en: 'Settled the columns of a list' },
  'list.applied': { id: 'Menyimpan daftar ke data UMKM', en: 'Saved a list in the register' },
  'list.saved': { id: 'Daftar selesai tersimpan', en: 'A list was saved whole' },
  'list.cancelled': { id: 'Membatalkan daftar sebelum disimpan', en: 'Gave up a list before saving' },
  'list.taken_back': { id: 'Menarik kembali daftar', en: 'Took a list back' },
  'list.sheet_taken': { id: 'Mengunduh baris daftar', en: 'Downloaded rows of a list' },
} as const;
