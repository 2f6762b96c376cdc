import { defineMessages } from '#kernel/language.ts';

export const rootMessages = defineMessages({
  id: { skip: 'Langsung ke isi', tagline: 'Data UMKM yang dirawat bersama' },
  en: { skip: 'Skip to content', tagline: 'A register of small enterprises, kept together' },
});
