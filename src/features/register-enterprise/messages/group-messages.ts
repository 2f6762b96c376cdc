import { defineMessages } from '#kernel/language.ts';

export const groupMessages = defineMessages({
  id: {
    title: 'Kelompok & sentra',
    lead: 'Binaan, sentra, KUB, dan koperasi. Anggotanya dimasukkan dari halaman usahanya.',
    back: 'Data UMKM',
    name: 'Nama kelompok',
    kind: 'Jenis',
    mentor: 'Binaan siapa',
    mentorHint: 'Misalnya Dekranasda, dinas, atau nama perusahaan.',
    members: 'Usaha',
    add: 'Buat kelompok',
    save: 'Buat kelompok',
    saved: (p: { name: string }) => `Kelompok ${p.name} sudah dibuat.`,
    duplicate: 'Kelompok dengan jenis dan nama ini sudah ada.',
    emptyTitle: 'Belum ada kelompok',
    emptyText:
      'Buat kelompok, lalu masukkan usaha dari halaman usahanya. Setelah itu daftar bisa disaring per kelompok.',
  },
  en: {
    title: 'Groups',
    lead: 'Mentored groups, production centres, joint business groups and cooperatives. Members are added from the page of the enterprise.',
    back: 'Register',
    name: 'Name of the group',
    kind: 'Kind',
    mentor: 'Mentored by',
    mentorHint: 'Such as Dekranasda, the office, or a company.',
    members: 'Enterprises',
    add: 'Make a group',
    save: 'Make the group',
    saved: (p) => `The group ${p.name} has been made.`,
    duplicate: 'A group of this kind and name exists already.',
    emptyTitle: 'No groups yet',
    emptyText:
      'Make a group, then add enterprises from their own pages. The list can then be narrowed by group.',
  },
});
