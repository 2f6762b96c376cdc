/** What the deeds of this slice are called in the trail (jejak). */
export const outcomeAuditNames = {
  'outcome.recorded': { id: 'Mencatat kabar peserta', en: "Recorded a participant's outcome" },
  'outcome.answered': { id: 'Pemilik menjawab tanya kabar', en: 'Owner answered about the outcome' },
  'outcome.confirmed': { id: 'Pemilik membenarkan catatan kabar', en: 'Owner confirmed a recorded outcome' },
  'outcome.disputed': { id: 'Pemilik menyanggah catatan kabar', en: 'Owner disputed a recorded outcome' },
  'outcome.link_made': { id: 'Membuat tautan tanya kabar', en: 'Made a link to ask about the outcome' },
  'outcome.links_taken': { id: 'Mengunduh tautan tanya kabar', en: 'Downloaded links to ask about outcomes' },
  'outcome.exported': { id: 'Mengunduh kabar peserta', en: 'Downloaded outcomes' },
} as const;
