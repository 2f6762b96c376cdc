/** What the deeds of this slice are called in the trail (jejak). */
export const eligibilityAuditNames = {
  'eligibility.conditions_saved': { id: 'Menetapkan syarat', en: 'Set conditions' },
  'eligibility.count_started': { id: 'Menghitung ulang syarat', en: 'Counted conditions again' },
  'eligibility.assessed': { id: 'Menilai usaha', en: 'Assessed an enterprise' },
  'eligibility.assessment_withdrawn': { id: 'Menarik penilaian', en: 'Took an assessment back' },
  'eligibility.list_exported': { id: 'Mengunduh daftar syarat', en: 'Downloaded a list of conditions' },
} as const;
