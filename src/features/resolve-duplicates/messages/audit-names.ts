/** What the deeds of this slice are called in the trail (jejak). */
export const pairAuditNames = {
  'pair.decided': { id: 'Memutuskan pasangan mungkin ganda', en: 'Decided a possible duplicate' },
  'pair.asked': { id: 'Menanyakan pasangan ke kelurahan', en: 'Asked the village about a pair' },
  'pair.decision_undone': { id: 'Membatalkan keputusan pasangan', en: 'Took a decision on a pair back' },
  'pair.set_aside': { id: 'Menyisihkan pasangan', en: 'Set a pair aside' },
  'linkage.policy_set': { id: 'Mengatur penggabungan otomatis', en: 'Set how much merges by itself' },
  'linkage.released': {
    id: 'Menggabungkan yang hampir pasti sama',
    en: 'Had the almost certain ones merged',
  },
  'linkage.run_started': { id: 'Mencari data ganda di seluruh daftar', en: 'Searched the whole register' },
  'linkage.run_taken_over': { id: 'Memakai hasil pencarian data ganda', en: 'Took over a search' },
  'linkage.run_discarded': { id: 'Membuang hasil pencarian data ganda', en: 'Gave a search up' },
  'sample.drawn': { id: 'Mengundi contoh untuk mengukur mutu', en: 'Drew pairs to measure quality' },
  'sample.judged': { id: 'Menilai contoh mutu', en: 'Judged a drawn pair' },
  'sample.skipped': { id: 'Melewati contoh mutu', en: 'Skipped a drawn pair' },
} as const;
