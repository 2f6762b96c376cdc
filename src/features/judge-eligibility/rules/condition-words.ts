import { defineMessages, type Locale } from '#kernel/language.ts';

/** What things of the register are called inside a sentence about conditions. A value without a word stands as it is. */
const words: Record<Locale, Record<string, Record<string, string>>> = {
  id: {
    evidence: {
      nib: 'NIB',
      npwp: 'NPWP',
      pirt: 'izin P-IRT',
      halal: 'sertifikat halal',
      bpom: 'izin edar BPOM',
      brand: 'merek terdaftar',
      sni: 'SNI',
      haccp: 'HACCP',
      iso: 'ISO',
      batikmark: 'Batikmark',
      skp: 'SKP ikan',
      kusuka: 'KUSUKA',
      local_id: 'KTP setempat',
      award: 'penghargaan',
      other: 'berkas lain',
    },
    operation: {
      produces: 'produksi sendiri',
      services: 'jasa',
      works_for_others: 'mengerjakan pesanan usaha lain',
      trades_only: 'hanya berdagang',
      paused: 'berhenti sementara',
      closed: 'tutup',
      moved: 'pindah',
      duplicate: 'ganda',
      never_existed: 'tidak pernah ada',
      not_found: 'tidak ditemukan',
      refused: 'tidak berkenan didata',
      unknown: 'belum diketahui',
    },
    scale: { mikro: 'mikro', kecil: 'kecil', menengah: 'menengah', besar: 'besar' },
    sector: {
      batik: 'batik',
      craft: 'kerajinan',
      fashion: 'fesyen',
      food: 'makanan',
      drink: 'minuman',
      accessories: 'aksesori',
      fish: 'olahan ikan',
      service: 'jasa',
      trade: 'perdagangan',
      farming: 'pertanian & peternakan',
      other: 'lainnya',
    },
    support: {
      training: 'pelatihan',
      facilitation: 'fasilitasi',
      mentoring: 'pendampingan',
      coaching: 'pembinaan',
      capital_aid: 'bantuan modal',
      equipment: 'bantuan alat',
      market: 'bantuan pemasaran',
      other: 'bantuan lain',
    },
    topic: {
      export: 'ekspor',
      halal: 'halal',
      pirt: 'P-IRT',
      brand: 'merek',
      packaging: 'kemasan',
      branding: 'jenama',
      qris: 'QRIS',
      marketplace: 'lokapasar',
      finance: 'keuangan',
      production: 'produksi',
      other: 'lainnya',
    },
    premises: { production: 'tempat produksi', outlet: 'tempat jual' },
    figure: { sales: 'omzet setahun', capital: 'modal', workers: 'tenaga kerja' },
    sex: { female: 'perempuan', male: 'laki-laki' },
  },
  en: {
    evidence: {
      nib: 'a NIB',
      npwp: 'an NPWP',
      pirt: 'a P-IRT permit',
      halal: 'a halal certificate',
      bpom: 'a BPOM permit',
      brand: 'a registered brand',
      sni: 'SNI',
      haccp: 'HACCP',
      iso: 'ISO',
      batikmark: 'Batikmark',
      skp: 'a fish processing certificate',
      kusuka: 'a KUSUKA card',
      local_id: 'a local ID card',
      award: 'an award',
      other: 'another document',
    },
    operation: {
      produces: 'own production',
      services: 'services',
      works_for_others: 'works to order for another business',
      trades_only: 'only trades',
      paused: 'paused',
      closed: 'closed',
      moved: 'moved away',
      duplicate: 'a double',
      never_existed: 'never existed',
      not_found: 'not found',
      refused: 'declined to be counted',
      unknown: 'not known',
    },
    scale: { mikro: 'micro', kecil: 'small', menengah: 'medium', besar: 'large' },
    sector: {
      batik: 'batik',
      craft: 'craft',
      fashion: 'fashion',
      food: 'food',
      drink: 'drinks',
      accessories: 'accessories',
      fish: 'fish products',
      service: 'services',
      trade: 'trade',
      farming: 'farming',
      other: 'other',
    },
    support: {
      training: 'training',
      facilitation: 'facilitation',
      mentoring: 'mentoring',
      coaching: 'coaching',
      capital_aid: 'capital aid',
      equipment: 'equipment',
      market: 'help with selling',
      other: 'other support',
    },
    topic: {
      export: 'export',
      halal: 'halal',
      pirt: 'P-IRT',
      brand: 'trademark',
      packaging: 'packaging',
      branding: 'branding',
      qris: 'QRIS',
      marketplace: 'marketplaces',
      finance: 'finance',
      production: 'production',
      other: 'other topics',
    },
    premises: { production: 'production sites', outlet: 'outlets' },
    figure: { sales: 'yearly sales', capital: 'capital', workers: 'workers' },
    sex: { female: 'a woman', male: 'a man' },
  },
};

export function wordFor(kind: string, value: string, locale: Locale): string {
  return words[locale][kind]?.[value] ?? value;
}

/** `a, b atau c` */
export function listed(values: readonly string[], locale: Locale, joint: 'or' | 'and' = 'or'): string {
  const last = { id: { or: 'atau', and: 'dan' }, en: { or: 'or', and: 'and' } }[locale][joint];
  return values.length < 2 ? (values[0] ?? '') : `${values.slice(0, -1).join(', ')} ${last} ${values.at(-1)}`;
}

/** Names that only the database knows: groups, rubrics, areas. Without one the code itself stands. */
export type Names = {
  group?: ReadonlyMap<string, string>;
  rubric?: ReadonlyMap<string, string>;
  /** Aspects of all rubrics, by their keys. */
  aspect?: ReadonlyMap<string, string>;
  area?: ReadonlyMap<string, string>;
};

export const joiningWords = defineMessages({
  id: {
    all: 'semua dari',
    any: 'salah satu dari',
    not: 'tidak',
    atLeast: (n: number) => `minimal ${n} dari`,
  },
  en: { all: 'all of', any: 'any of', not: 'not', atLeast: (n: number) => `at least ${n} of` },
});

/** The values that have a word of this kind: choices of a form. */
export const valuesOf = (kind: string): string[] => Object.keys(words.id[kind] ?? {});
