import { defineMessages } from '#kernel/language.ts';

export const ownerMessages = defineMessages({
  id: {
    mine: 'Data saya',
    mineLead: 'Nomor Anda tercatat untuk pemilik berikut.',
    none: 'Nomor Anda sudah tidak tercatat untuk pemilik mana pun. Tanyakan kepada kantor dinas.',
    signOut: 'Keluar',
    issueTitle: 'Kode masuk untuk pemilik',
    issueLead:
      'Untuk pemilik yang tidak bisa menerima kode lewat WhatsApp. Cetak atau bacakan; kode berlaku sekali, selama 24 jam.',
    issue: 'Buat kode',
    issueAgain: 'Buat kode baru',
    again: 'Kode yang lama langsung tidak berlaku.',
    forWhom: 'Untuk',
    where: 'Buka',
    number: 'Nomor masuk',
    phone: 'Nomor HP yang tercatat',
    code: 'Kode',
    until: 'Berlaku sampai',
    onlyOnce: 'Kode ini hanya tampil sekali. Jangan diberikan kepada orang lain.',
    slip: 'Lembar masuk',
  },
  en: {
    mine: 'My records',
    mineLead: 'Your number is on record for these owners.',
    none: 'Your number is no longer on record for any owner. Please ask the office.',
    signOut: 'Sign out',
    issueTitle: 'Sign-in code for an owner',
    issueLead:
      'For owners who cannot receive a code by WhatsApp. Print it or read it out; it works once, within 24 hours.',
    issue: 'Make a code',
    issueAgain: 'Make a new code',
    again: 'The old code is worthless at once.',
    forWhom: 'For',
    where: 'Open',
    number: 'Sign-in number',
    phone: 'Phone on record',
    code: 'Code',
    until: 'Valid until',
    onlyOnce: 'This code is shown once. Do not give it to anyone else.',
    slip: 'Sign-in slip',
  },
});
