import { defineMessages } from '#kernel/language.ts';

/** The page of all lists. */
export const listMessages = defineMessages({
  id: {
    title: 'Daftar masuk',
    lead: 'Daftar yang dimasukkan ke Data UMKM: dari mana, kapan, dan apa jadinya.',
    bringIn: 'Masukkan daftar',
    name: 'Daftar',
    asOf: 'Per tanggal',
    status: 'Status',
    rows: 'Baris',
    by: 'Dimasukkan',
    ready: (p: { count: string }) => `${p.count} siap`,
    saved: (p: { count: string }) => `${p.count} masuk`,
    toMend: (p: { count: string }) => `${p.count} perlu diperbaiki`,
    otherArea: (p: { count: string }) => `${p.count} daerah lain`,
    emptyTitle: 'Belum ada daftar',
    emptyText:
      'Punya daftar BPUM, SIDT, OSS, atau kiriman desa lewat WhatsApp? Masukkan apa adanya: kolom dan baris judulnya dikenali sendiri, dan tidak ada yang tersimpan sebelum Anda periksa.',
  },
  en: {
    title: 'Lists brought in',
    lead: 'Lists brought into the register: from where, when, and what came of them.',
    bringIn: 'Bring in a list',
    name: 'List',
    asOf: 'As of',
    status: 'Status',
    rows: 'Rows',
    by: 'Brought in',
    ready: (p) => `${p.count} ready`,
    saved: (p) => `${p.count} saved`,
    toMend: (p) => `${p.count} to mend`,
    otherArea: (p) => `${p.count} of other areas`,
    emptyTitle: 'No lists yet',
    emptyText:
      'Have a list of BPUM, SIDT or OSS, or one a village sent by WhatsApp? Bring it in as it is: columns and headings are recognised, and nothing is saved before you have looked.',
  },
});
