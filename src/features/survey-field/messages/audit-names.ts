/** What the deeds of this slice are called in the trail (jejak). */
export const fieldAuditNames = {
  'phone.registered': { id: 'Mendaftarkan HP pendataan', en: 'Registered a field phone' },
  'phone.revoked': { id: 'Mencabut izin HP pendataan', en: 'Took a field phone’s right away' },
  'phone.person_revoked': {
    id: 'Mencabut izin orang di HP pendataan',
    en: 'Took a person’s right on a field phone away',
  },
  'phone.wiped': { id: 'Data orang dihapus dari HP', en: 'A person’s data was removed from a phone' },
  'delivery.received': { id: 'Menerima hasil pendataan dari HP', en: 'Received field work from a phone' },
  'delivery.released': { id: 'Menerapkan kiriman yang menunggu', en: 'Put in a delivery that waited' },
  'delivery.set_aside': { id: 'Mengesampingkan kiriman', en: 'Set a delivery aside' },
  'outbox_file.received': { id: 'Menerima berkas dari HP', en: 'Took in a phone’s outbox file' },
  'outbox_file.receipt_made': {
    id: 'Membuat tanda terima berkas HP',
    en: 'Made the receipt of an outbox file',
  },
  'photo.opened': { id: 'Melihat foto pendataan', en: 'Looked at a field photo' },
  'photo.broken': { id: 'Foto pendataan tidak bisa dibuka', en: 'A field photo could not be opened' },
  'field.key_rotated': { id: 'Mengganti kunci pendataan', en: 'Changed the census key' },
} as const;
