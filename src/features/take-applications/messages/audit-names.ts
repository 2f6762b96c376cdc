/** What the deeds of this slice are called in the trail (jejak). */
export const applicationAuditNames = {
  'application.received': { id: 'Menerima pendaftaran', en: 'Received an application' },
  'application.received_many': { id: 'Menerima beberapa pendaftaran', en: 'Received several applications' },
  'application.withdrawn': { id: 'Mencabut pendaftaran', en: 'Withdrew an application' },
  'application.file_added': { id: 'Menambah berkas pendaftaran', en: 'Added a file to an application' },
  'application.invited': { id: 'Membuat kode undangan mendaftar', en: 'Made invitation codes' },
  'application.invitation_revoked': { id: 'Membatalkan kode undangan', en: 'Revoked an invitation code' },
  'application.list_exported': { id: 'Mengunduh daftar pendaftar', en: 'Downloaded the list of applicants' },
} as const;
