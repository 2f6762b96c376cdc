import { defineMessages } from '#kernel/language.ts';

/** Mails on the page of a list. */
export const mailingMessages = defineMessages({
  id: {
    title: 'Surel',
    how: 'Hanya kepada yang punya alamat surel dan sudah mengizinkan. Setiap surel memuat tautan untuk berhenti.',
    mayBeMailed: (p: { count: string }) => `${p.count} orang punya surel dan setuju.`,
    nobody: 'Belum ada orang yang menunggu di daftar ini yang punya surel dan setuju.',
    start: (p: { count: string }) => `Kirim surel kepada ${p.count} orang`,
    byHand: 'Server surel belum disambungkan: surel disiapkan di Kotak keluar, untuk Anda teruskan sendiri.',
    needsAddress:
      'Server surel sudah disambungkan, tetapi alamat aplikasi ini (GAWANGAN_URL) belum diatur. Minta admin mengaturnya dulu, supaya tautan di surel bisa dibuka.',
    outbox: 'Buka Kotak keluar',
    peopleUnit: 'orang',
    waiting: 'Menunggu dikirim',
    sending: 'Sedang dikirim',
    sent: 'Terkirim',
    failed: 'Surel ditolak',
    wrong_address: 'Alamat ditolak',
    wrongAddressNote:
      'Alamatnya salah atau sudah tidak ada; tidak dikirimi lagi. Kembali ke antrean, surat, atau kunjungan.',
    notMailed: (p: { count: string }) =>
      `${p.count} orang tidak dikirimi, karena alamat surelnya pernah ditolak. Tanyakan alamat yang benar:`,
    andMore: (p: { count: string }) => `dan ${p.count} orang lagi.`,
    lines: 'Lihat surel satu per satu',
    linesHow:
      'Ada surel yang kembali ke kotak surel kantor? Salin alamatnya ke sini, atau cari namanya di bawah, lalu tandai.',
    address: 'Alamat yang ditolak',
    addressHint: 'Tertulis di surel yang kembali itu.',
    cameBack: 'Tandai alamat ditolak',
    nextLines: 'Surel berikutnya',
    failedNote: 'Kembali ke antrean, surat, atau kunjungan.',
    doubtful: 'Mungkin terkirim',
    doubtfulNote: 'Sambungan putus di tengah kiriman; tidak dikirim ulang dengan sendirinya.',
    kept: 'Perlu diteruskan dari Kotak keluar',
    dropped: 'Tidak jadi dikirim',
    droppedNote: 'Izinnya ditarik, alamatnya berubah atau ternyata salah, atau daftarnya ditutup.',
  },
  en: {
    title: 'E-mail',
    how: 'Only to those who have an e-mail address and agreed. Each mail holds a link to stop.',
    mayBeMailed: (p) => `${p.count} people have an e-mail address and agreed.`,
    nobody: 'Nobody who waits on this list has an e-mail address and agreed.',
    start: (p) => `Send e-mail to ${p.count} people`,
    byHand: 'No mail server is connected: mails are prepared in the outbox, for you to pass on.',
    needsAddress:
      'A mail server is connected, but the address of this application (GAWANGAN_URL) is not set. Ask the admin to set it first, so that the link in a mail can be opened.',
    outbox: 'Open the outbox',
    peopleUnit: 'people',
    waiting: 'Waiting to be sent',
    sending: 'Being sent',
    sent: 'Sent',
    failed: 'E-mail refused',
    wrong_address: 'Address refused',
    wrongAddressNote:
      'Wrong, or no longer there; not written to again. Back to the queue, the letter or the visits.',
    notMailed: (p) =>
      `${p.count} people are not written to, since their e-mail address was refused before. Ask them for the right one:`,
    andMore: (p) => `and ${p.count} more.`,
    lines: 'See the mails one by one',
    linesHow:
      'Did a mail come back to the office’s mailbox? Copy the address here, or find the name below, and mark it.',
    address: 'Address that was refused',
    addressHint: 'It stands in the mail that came back.',
    cameBack: 'Mark address as refused',
    nextLines: 'Further mails',
    failedNote: 'Back to the queue, the letter or the visits.',
    doubtful: 'May have been sent',
    doubtfulNote: 'The connection broke off; not sent again by itself.',
    kept: 'To be passed on from the outbox',
    dropped: 'Not sent',
    droppedNote: 'Consent was withdrawn, the address changed or turned out wrong, or the list was closed.',
  },
});

/** What somebody reads who wants no more mails. */
export const stopMailsMessages = defineMessages({
  id: {
    title: 'Berhenti menerima surel',
    ask: (p: { office: string }) => `Anda menerima surel dari ${p.office}. Tidak ingin dikirimi lagi?`,
    stop: 'Jangan kirimi saya surel lagi',
    note: 'Data usaha Anda tetap tersimpan, dan Anda tetap boleh ikut pelatihan dan fasilitasi.',
    done: 'Baik, tidak ada surel lagi.',
    doneText: (p: { office: string }) =>
      `Berlaku mulai sekarang. Bila suatu saat ingin menerima surel lagi, sampaikan kepada ${p.office}.`,
    unknown: 'Tautan ini tidak dikenal.',
    unknownText: 'Mungkin terpotong saat disalin. Buka lagi dari surel yang Anda terima.',
  },
  en: {
    title: 'Stop receiving e-mail',
    ask: (p) => `You receive e-mail from ${p.office}. Would you like no more of it?`,
    stop: 'Send me no more e-mail',
    note: 'The record of your business stays, and you may still join training and facilitation.',
    done: 'Done: no more e-mail.',
    doneText: (p) => `From now on. Should you ever want e-mail again, tell ${p.office}.`,
    unknown: 'This link is not known.',
    unknownText: 'It may have been cut short when copied. Open it again from the e-mail you received.',
  },
});
