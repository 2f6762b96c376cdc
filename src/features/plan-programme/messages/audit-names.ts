/** What the deeds of this slice are called in the trail (jejak). */
export const programmeAuditNames = {
  'programme.created': { id: 'Membuat program pembinaan', en: 'Set up a programme' },
  'programme.edited': { id: 'Mengubah program pembinaan', en: 'Changed a programme' },
  'programme.ended': { id: 'Mengakhiri program pembinaan', en: 'Ended a programme' },
  'programme.reopened': { id: 'Membuka lagi program pembinaan', en: 'Took a programme up again' },
  'programme.intake_planned': { id: 'Merencanakan angkatan', en: 'Planned an intake' },
  'programme.intake_edited': { id: 'Mengubah angkatan', en: 'Changed an intake' },
  'programme.intake_steered': { id: 'Mengubah status angkatan', en: 'Moved an intake on' },
  'programme.partner_added': { id: 'Menambah mitra', en: 'Added a partner' },
  'programme.partner_edited': { id: 'Mengubah mitra', en: 'Changed a partner' },
  'budget.line_added': { id: 'Menambah mata anggaran', en: 'Added a budget line' },
  'budget.line_edited': { id: 'Mengubah mata anggaran', en: 'Changed a budget line' },
  'budget.ceiling_set': { id: 'Mencatat pagu', en: 'Recorded a ceiling' },
  'budget.spent': { id: 'Mencatat realisasi', en: 'Recorded a payment' },
  'budget.spending_taken_back': { id: 'Membatalkan catatan realisasi', en: 'Took a payment back' },
  'budget.rest_released': { id: 'Melepas sisa komitmen', en: 'Gave back what was not needed' },
} as const;
