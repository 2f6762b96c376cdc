import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';

/** Words of the register's fixed choices; the keys are what stands in the database. */
const words = {
  standing: defineMessages({
    id: { listed: 'Baru terdaftar', verified: 'Sudah dicek' },
    en: { listed: 'Listed', verified: 'Verified' },
  }),
  operation: defineMessages({
    id: {
      unknown: 'Belum dicek',
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
    },
    en: {
      unknown: 'Not checked yet',
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
    },
  }),
  groupKind: defineMessages({
    id: {
      mentored: 'Binaan',
      centre: 'Sentra',
      kub: 'KUB',
      cooperative: 'Koperasi',
      association: 'Paguyuban',
    },
    en: {
      mentored: 'Mentored group',
      centre: 'Production centre',
      kub: 'Joint business group',
      cooperative: 'Cooperative',
      association: 'Association',
    },
  }),
  sex: defineMessages({
    id: { female: 'Perempuan', male: 'Laki-laki' },
    en: { female: 'Female', male: 'Male' },
  }),
  disability: defineMessages({
    id: { no: 'Tidak', yes: 'Ya', declined: 'Tidak mau menjawab' },
    en: { no: 'No', yes: 'Yes', declined: 'Declined to say' },
  }),
  whose: defineMessages({
    id: { own: 'Milik sendiri', family: 'Milik keluarga', kader: 'Milik kader' },
    en: { own: 'Their own', family: 'A family member’s', kader: 'The village volunteer’s' },
  }),
  figure: defineMessages({
    id: {
      sales: 'Omzet setahun',
      capital: 'Modal',
      workers_female: 'Pekerja perempuan',
      workers_male: 'Pekerja laki-laki',
      workers: 'Pekerja',
    },
    en: {
      sales: 'Yearly sales',
      capital: 'Capital',
      workers_female: 'Female workers',
      workers_male: 'Male workers',
      workers: 'Workers',
    },
  }),
  figureSource: defineMessages({
    id: {
      officer: 'Petugas',
      list: 'Daftar',
      census: 'Pendataan',
      owner: 'Pemilik',
      visit: 'Kunjungan',
      api: 'Sistem lain',
    },
    en: {
      officer: 'Officer',
      list: 'List',
      census: 'Census',
      owner: 'Owner',
      visit: 'Visit',
      api: 'Other system',
    },
  }),
} as const;

type Kind = keyof typeof words;

/** The word for a choice in a language; a value this version does not know is shown as it stands. */
export function wordFor(kind: Kind, value: string, locale: Locale): string {
  return (messagesFor(words[kind] as never, locale) as Record<string, string>)[value] ?? value;
}

/** All values of a choice, in the order in which they are offered. */
export function valuesOf(kind: Kind): string[] {
  return Object.keys(words[kind].id);
}

/** Yearly figures that count people rather than rupiah. */
export function countsPeople(figureKind: string): boolean {
  return figureKind.startsWith('workers');
}
