/** What the deeds of this slice are called in the trail (jejak). */
export const reachAuditNames = {
  'outreach.created': { id: 'Membuat daftar sapa', en: 'Made a list of people to reach' },
  'outreach.reworded': { id: 'Mengubah pesan daftar sapa', en: 'Changed the message of a list' },
  'outreach.closed': { id: 'Menutup daftar sapa', en: 'Closed a list of people to reach' },
  'outreach.reopened': { id: 'Membuka lagi daftar sapa', en: 'Reopened a list of people to reach' },
  'outreach.number_opened': { id: 'Membuka nomor HP untuk menyapa', en: 'Opened a phone number to write' },
  'outreach.outcome_undone': { id: 'Membatalkan hasil sapaan', en: 'Took the result of a contact back' },
  'outreach.letter_handed': { id: 'Menyerahkan surat kelurahan', en: 'Handed over a letter to a village' },
  'outreach.visits_exported': { id: 'Mengunduh daftar kunjungan', en: 'Downloaded a list of visits' },
  'outreach.sending_started': { id: 'Memulai kiriman WhatsApp', en: 'Started sending by WhatsApp' },
  'outreach.mailing_started': { id: 'Memulai kiriman surel', en: 'Started sending e-mail' },
  'outreach.sending_paused': { id: 'Menjeda kiriman WhatsApp', en: 'Paused sending by WhatsApp' },
  'outreach.doubt_settled': {
    id: 'Memutuskan kiriman yang belum pasti',
    en: 'Decided on a message that may have been sent',
  },
  'contact.logged': { id: 'Mencatat sapaan', en: 'Logged a contact' },
  'contact.consent_given': { id: 'Mencatat izin dihubungi', en: 'Recorded consent to be contacted' },
  'contact.consent_withdrawn': {
    id: 'Mencatat penarikan izin dihubungi',
    en: 'Recorded that consent was withdrawn',
  },
  'contact.stop_heard': { id: 'Mencatat "jangan hubungi lagi"', en: 'Recorded a wish for no more messages' },
  'contact.mails_stopped': {
    id: 'Berhenti menerima surel, lewat tautan di surel',
    en: 'Stopped e-mail by the link in one',
  },
  'contact.address_refused': {
    id: 'Mencatat alamat surel yang salah',
    en: 'Recorded a wrong e-mail address',
  },
  'contact.address_trusted': {
    id: 'Mencatat alamat surel boleh dipakai lagi',
    en: 'Recorded that an e-mail address may be used again',
  },
  'contact.resumed': { id: 'Mencatat boleh dihubungi lagi', en: 'Recorded that contact may resume' },
  'contact.replies_read': { id: 'Membaca balasan', en: 'Read replies' },
} as const;
