import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';

const words = defineMessages({
  id: {
    produces: 'Memproduksi sendiri',
    services: 'Usaha jasa',
    works_for_others: 'Buruh atau maklun',
    trades_only: 'Hanya berdagang',
    paused: 'Berhenti sementara',
    closed: 'Tutup',
    moved: 'Pindah',
    duplicate: 'Ganda',
    never_existed: 'Tidak pernah ada',
    not_found: 'Tidak ditemukan',
    refused: 'Menolak didata',
    unknown: 'Belum dikunjungi',
  },
  en: {
    produces: 'Produces its own goods',
    services: 'Provides services',
    works_for_others: 'Works for others',
    trades_only: 'Only trades',
    paused: 'Paused',
    closed: 'Closed',
    moved: 'Moved',
    duplicate: 'Duplicate',
    never_existed: 'Never existed',
    not_found: 'Not found',
    refused: 'Refused',
    unknown: 'Not visited yet',
  },
});

export function verdictWord(verdict: string | null, locale: Locale): string {
  const all: Record<string, string> = messagesFor(words, locale);
  return all[verdict ?? 'unknown'] ?? verdict ?? '';
}
