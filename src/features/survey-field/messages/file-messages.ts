import { defineMessages } from '#kernel/language.ts';

export const fileMessages = defineMessages({
  id: {
    title: 'Terima berkas HP',
    lead: 'Untuk HP yang tidak pernah tersambung ke kantor: pendata mengirim berkas belum terkirim lewat WhatsApp atau kabel, Anda menerimanya di sini.',
    back: 'HP pendataan',
    file: 'Berkas dari HP',
    hint: 'Berakhiran .gawangan, paling besar 100 MB. Berkas yang sama boleh dikirim lagi; tidak ada yang tercatat dua kali.',
    send: 'Terima berkas',
    sending: 'Sedang diterima…',
    received: 'Berkas sudah diterima',
    allSafe: 'Semua yang tertulis di bawah ini sudah tersimpan di kantor.',
    what: 'Isi berkas',
    count: 'Jumlah',
    stored: 'Kunjungan baru',
    known: 'Kunjungan yang sudah ada',
    quarantined: 'Kunjungan yang perlu Anda lihat dulu',
    unreadable: 'Kunjungan yang tidak bisa dibuka; disimpan apa adanya',
    photos: 'Foto baru',
    knownPhotos: 'Foto yang sudah ada',
    photosRefused: 'Foto yang rusak di jalan; minta dikirim lagi',
    damagedLines: 'Baris yang rusak; berkas mungkin terpotong. Minta dikirim lagi',
    missing: 'Yang disebut di awal berkas tetapi tidak ada; berkas terpotong. Minta dikirim lagi',
    notAnOutbox:
      'Ini bukan berkas dari aplikasi lapangan, atau awalnya rusak. Tidak ada yang disimpan; minta pendata mengirim berkasnya sekali lagi.',
    diskFull:
      'Penyimpanan kantor penuh, jadi baru sebagian yang diterima. Kosongkan tempat dulu, lalu terima berkas yang sama sekali lagi; tidak ada yang tercatat dua kali.',
    nothing: 'Berkas ini tidak berisi apa-apa.',
    receiptTitle: 'Kirim tanda terima ke pendata',
    receiptText:
      'Tanda terima memberi tahu HP apa yang sudah aman di kantor, supaya tempatnya bisa dipakai lagi. Kirim balik lewat WhatsApp, lalu buka di aplikasi lapangan.',
    receipt: 'Unduh tanda terima',
    unknownPhone:
      'HP ini tidak terdaftar di kantor ini, jadi tanda terima tidak bisa dibuat. Isinya tetap tersimpan dan menunggu Anda.',
    toQuarantine: 'Lihat yang menunggu',
  },
  en: {
    title: 'Take in a phone’s file',
    lead: 'For phones that never reach the office: the enumerator sends the file of unsent work by WhatsApp or cable, and you take it in here.',
    back: 'Field phones',
    file: 'File from the phone',
    hint: 'Ends in .gawangan, at most 100 MB. The same file may come again; nothing is recorded twice.',
    send: 'Take in',
    sending: 'Taking in…',
    received: 'The file was taken in',
    allSafe: 'All that is listed below is stored at the office.',
    what: 'In the file',
    count: 'Count',
    stored: 'New visits',
    known: 'Visits that were here already',
    quarantined: 'Visits that you have to look at first',
    unreadable: 'Visits that cannot be opened; kept as they came',
    photos: 'New photos',
    knownPhotos: 'Photos that were here already',
    photosRefused: 'Photos damaged on the way; ask for them again',
    damagedLines: 'Damaged lines; the file may have been cut. Ask for it again',
    missing: 'Announced on top of the file and not in it; the file was cut. Ask for it again',
    notAnOutbox:
      'This is no file of the field app, or its beginning is damaged. Nothing was stored; ask the enumerator to send it once more.',
    diskFull:
      'The office’s storage is full, so only a part was taken in. Make room, then take in the same file again; nothing is recorded twice.',
    nothing: 'There is nothing in this file.',
    receiptTitle: 'Send the receipt to the enumerator',
    receiptText:
      'The receipt tells the phone what is safe at the office, so that it can free the space. Send it back by WhatsApp and open it in the field app.',
    receipt: 'Download the receipt',
    unknownPhone:
      'This phone is not registered with this office, so no receipt can be made. What it brought is kept and waits for you.',
    toQuarantine: 'See what waits',
  },
});
