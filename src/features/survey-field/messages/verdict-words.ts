import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';

/** Verdicts as an enumerator says them. */
const words = defineMessages({
  id: {
    produces: 'Berproduksi',
    services: 'Jasa',
    works_for_others: 'Buruh/maklun',
    trades_only: 'Hanya berdagang',
    paused: 'Berhenti sementara',
    closed: 'Tutup',
    moved: 'Pindah',
    duplicate: 'Ganda',
    never_existed: 'Tidak pernah ada',
    not_found: 'Tidak ditemukan',
    refused: 'Menolak',
    none: 'Belum bertemu',
  },
  en: {
    produces: 'Produces',
    services: 'Services',
    works_for_others: 'Works for others',
    trades_only: 'Only trades',
    paused: 'Paused',
    closed: 'Closed',
    moved: 'Moved',
    duplicate: 'Duplicate',
    never_existed: 'Never existed',
    not_found: 'Not found',
    refused: 'Refused',
    none: 'Nobody met yet',
  },
});

export function verdictWord(verdict: string | null, locale: Locale): string {
  const known = messagesFor(words, locale);
  return (known as Record<string, string>)[verdict ?? 'none'] ?? (verdict as string);
}
