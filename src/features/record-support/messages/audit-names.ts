/** What the deeds of this slice are called in the trail (jejak). */
export const supportAuditNames = {
  'support.added': { id: 'Mencatat riwayat pembinaan', en: 'Recorded support received' },
  'support.withdrawn': { id: 'Membatalkan catatan pembinaan', en: 'Took a record of support back' },
  'support.list_recorded': { id: 'Mencatat pembinaan dari daftar', en: 'Recorded support from a list' },
  'support.list_withdrawn': { id: 'Membatalkan pembinaan dari daftar', en: 'Took a list of support back' },
} as const;
