/** What the deeds of this slice are called in the trail (jejak). */
export const reviewAuditNames = {
  'review.approved': { id: 'Menyetujui kiriman lapangan', en: 'Approved a field submission' },
  'review.sent_back': { id: 'Mengembalikan kiriman ke pendata', en: 'Sent a submission back' },
  'review.set_aside': { id: 'Mengesampingkan kiriman', en: 'Set a submission aside' },
  'review.undone': { id: 'Membatalkan keputusan atas kiriman', en: 'Took a decision on a submission back' },
  'review.revealed': {
    id: 'Melihat isian pribadi kiriman',
    en: 'Looked at personal answers of a submission',
  },
  'review.outlines_loaded': { id: 'Memuat batas kelurahan', en: 'Loaded village outlines' },
  'review.coverage_exported': { id: 'Mengunduh cakupan pendataan', en: 'Downloaded the coverage of a round' },
  'review.not_visited_exported': {
    id: 'Mengunduh daftar belum dikunjungi',
    en: 'Downloaded the list of those not visited',
  },
} as const;
