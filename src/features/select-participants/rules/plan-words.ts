import type { Locale } from '#kernel/language.ts';
import { topicWord } from '#kernel/support-terms.ts';
import type {
  Criterion,
  PlannedEvidence,
  Quota,
  Reserve,
  SelectionPlan,
  Share,
  Tag,
} from './selection-plan.ts';

type Text = Readonly<Record<Locale, string>>;

const evidenceNames: Record<PlannedEvidence, Text> = {
  nib: { id: 'NIB', en: 'NIB' },
  pirt: { id: 'P-IRT', en: 'P-IRT' },
  halal: { id: 'sertifikat halal', en: 'halal certificate' },
  brand: { id: 'merek terdaftar', en: 'registered brand' },
};

/** Short, as a column's title or within a sentence: `Belum pernah dibina`. */
export function criterionName(criterion: Criterion, locale: Locale): string {
  const isIndonesian = locale === 'id';
  switch (criterion.kind) {
    case 'conditions':
      return isIndonesian ? 'Memenuhi syarat' : 'Meets the conditions';
    case 'never_served':
      return isIndonesian ? 'Belum pernah dibina' : 'Never supported';
    case 'fewer_supports': {
      const topic = criterion.topic === null ? '' : ` ${topicWord(criterion.topic, locale).toLowerCase()}`;
      return isIndonesian
        ? `Jarang dibina${topic} sejak ${criterion.sinceYear}`
        : `Little${topic} support since ${criterion.sinceYear}`;
    }
    case 'assessment':
      return isIndonesian ? `Penilaian: ${criterion.name.id}` : `Assessment: ${criterion.name.en}`;
    case 'verified':
      return isIndonesian
        ? `Dicek ${criterion.withinMonths} bulan terakhir`
        : `Checked in the last ${criterion.withinMonths} months`;
    case 'produces':
      return isIndonesian ? 'Membuat sendiri' : 'Makes its own goods';
    case 'years':
      if (criterion.prefer === 'longer') return isIndonesian ? 'Lama berusaha' : 'Long in business';
      return isIndonesian ? 'Usaha baru' : 'New in business';
    case 'evidence':
      return isIndonesian
        ? `Punya ${evidenceNames[criterion.evidence].id}`
        : `Holds ${evidenceNames[criterion.evidence].en}`;
    case 'order':
      return isIndonesian ? 'Mendaftar lebih awal' : 'Applied early';
  }
}

/** How the value is found, in one sentence that the public reads. */
export function criterionRule(criterion: Criterion, locale: Locale): string {
  const isIndonesian = locale === 'id';
  switch (criterion.kind) {
    case 'conditions':
      return isIndonesian
        ? 'Semua syarat terpenuhi: penuh. Kurang satu: setengah. Belum diketahui: belum ada poin.'
        : 'All conditions met: full points. One missing: half. Not known yet: none so far.';
    case 'never_served':
      return isIndonesian
        ? 'Belum ada pembinaan yang tercatat: penuh. Pernah: tidak ada.'
        : 'No support on record: full points. Some: none.';
    case 'fewer_supports':
      return isIndonesian
        ? 'Belum pernah: penuh. Sekali: setengah. Dua kali: sepertiga, dan seterusnya.'
        : 'Never: full points. Once: half. Twice: a third, and so on.';
    case 'assessment':
      return isIndonesian
        ? 'Jumlah tingkat pada semua aspek dibagi tingkat tertinggi. Belum dinilai: belum ada poin.'
        : 'Levels of all aspects together, as a share of the highest. Not assessed yet: none so far.';
    case 'verified':
      return isIndonesian
        ? `Dicek dalam ${criterion.withinMonths} bulan terakhir: penuh. Lebih lama: setengah. Belum pernah dicek: tidak ada.`
        : `Checked within the last ${criterion.withinMonths} months: full points. Longer ago: half. Never: none.`;
    case 'produces':
      return isIndonesian
        ? 'Membuat barang sendiri: penuh. Menjual barang orang lain atau jasa: tidak ada. Belum diketahui: belum ada poin.'
        : 'Makes its own goods: full points. Sells those of others, or services: none. Not known yet: none so far.';
    case 'years':
      return criterion.prefer === 'longer'
        ? isIndonesian
          ? 'Lima tahun atau lebih: penuh. Tiga tahun: tiga perempat. Satu tahun: setengah. Kurang: seperempat.'
          : 'Five years or more: full points. Three: three quarters. One: half. Less: a quarter.'
        : isIndonesian
          ? 'Kurang dari satu tahun: penuh. Kurang dari tiga: tiga perempat. Kurang dari lima: setengah. Lebih: seperempat.'
          : 'Less than a year: full points. Less than three: three quarters. Less than five: half. More: a quarter.';
    case 'evidence':
      return isIndonesian
        ? 'Ada berkasnya: penuh. Sudah dilihat: tiga perempat. Pengakuan: setengah. Belum punya atau habis masa: tidak ada.'
        : 'On file: full points. Seen: three quarters. Declared: half. None or run out: none.';
    case 'order':
      return isIndonesian
        ? 'Pendaftar pertama: penuh, turun sama besar sampai pendaftar terakhir.'
        : 'First to apply: full points, falling evenly to the last.';
  }
}

const tagNames: Record<Exclude<Tag, `sector:${string}`>, Text> = {
  never_served: { id: 'yang belum pernah dibina', en: 'those never supported' },
  women: { id: 'perempuan', en: 'women' },
  disability: { id: 'penyandang disabilitas', en: 'people with a disability' },
  new_village: { id: 'kelurahan yang belum tersentuh', en: 'villages not reached yet' },
  proposed: { id: 'yang diusulkan pihak lain', en: 'those proposed by others' },
};

const sectorNames: Record<string, Text> = {
  batik: { id: 'batik', en: 'batik' },
  craft: { id: 'kerajinan', en: 'craft' },
  fashion: { id: 'fesyen', en: 'fashion' },
  food: { id: 'makanan', en: 'food' },
  drink: { id: 'minuman', en: 'drinks' },
  accessories: { id: 'aksesori', en: 'accessories' },
  fish: { id: 'olahan ikan', en: 'fish products' },
  service: { id: 'jasa', en: 'services' },
  trade: { id: 'perdagangan', en: 'trade' },
  farming: { id: 'pertanian & peternakan', en: 'farming' },
};

/** Sectors that seats may be set aside for, in the register's order. */
export const plannedSectors = Object.keys(sectorNames);

/** `perempuan`, `sektor batik`; inside a sentence. */
export function tagName(tag: Tag, locale: Locale): string {
  if (!tag.startsWith('sector:')) return tagNames[tag as keyof typeof tagNames][locale];
  const sector = sectorNames[tag.slice('sector:'.length)]?.[locale] ?? tag.slice('sector:'.length);
  return locale === 'id' ? `sektor ${sector}` : `${sector} sector`;
}

/** `40%`, `12 kursi` */
export function shareInWords(share: Share, locale: Locale): string {
  if ('percent' in share) return `${share.percent}%`;
  return locale === 'id' ? `${share.seats} kursi` : `${share.seats} seats`;
}

/** `Paling sedikit 40% untuk perempuan`. `intake`: the name of the one it is for; null: for all of them. */
export function reserveInWords({ tag, atLeast }: Reserve, intake: string | null, locale: Locale): string {
  const of = intake === null ? '' : locale === 'id' ? ` di ${intake}` : ` in ${intake}`;
  return locale === 'id'
    ? `Paling sedikit ${shareInWords(atLeast, locale)} untuk ${tagName(tag, locale)}${of}`
    : `At least ${shareInWords(atLeast, locale)} for ${tagName(tag, locale)}${of}`;
}

/** `Paling banyak 20% untuk diusulkan pihak lain` */
export function quotaInWords({ tag, atMost }: Quota, intake: string | null, locale: Locale): string {
  const of = intake === null ? '' : locale === 'id' ? ` di ${intake}` : ` in ${intake}`;
  return locale === 'id'
    ? `Paling banyak ${shareInWords(atMost, locale)} ${tagName(tag, locale)}${of}`
    : `At most ${shareInWords(atMost, locale)} ${tagName(tag, locale)}${of}`;
}

/** Who takes part, as the public reads it. */
export function takePartInWords(takePart: SelectionPlan['takePart'], locale: Locale): string {
  const words: Record<SelectionPlan['takePart'], Text> = {
    no_out: {
      id: 'Yang jelas belum memenuhi satu syarat atau lebih belum ikut dipilih. Yang belum diketahui tetap ikut.',
      en: 'Whoever clearly lacks a condition does not take part yet. Whoever is not known well enough does.',
    },
    many_out: {
      id: 'Yang jelas belum memenuhi dua syarat atau lebih belum ikut dipilih. Kurang satu atau belum diketahui tetap ikut.',
      en: 'Whoever clearly lacks two conditions or more does not take part yet. One lacking, or not known, does.',
    },
    all: { id: 'Semua pendaftar ikut dipilih.', en: 'All applicants take part.' },
  };
  return words[takePart][locale];
}

/** `82,50`, from ten-thousandths of a point. */
export function pointsInWords(score: number, locale: Locale): string {
  return (score / 10_000).toLocaleString(locale === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: score % 100 === 0 ? 2 : 4,
  });
}

/** One or two words, above a column of points. */
export function criterionShort(criterion: Criterion, locale: Locale): string {
  if (criterion.kind === 'evidence') {
    const shorter: Partial<Record<PlannedEvidence, Text>> = {
      halal: { id: 'Halal', en: 'Halal' },
      brand: { id: 'Merek', en: 'Brand' },
    };
    return (shorter[criterion.evidence] ?? evidenceNames[criterion.evidence])[locale];
  }
  const words: Record<Exclude<Criterion['kind'], 'evidence'>, Text> = {
    conditions: { id: 'Syarat', en: 'Conditions' },
    never_served: { id: 'Belum dibina', en: 'Never helped' },
    fewer_supports: { id: 'Jarang dibina', en: 'Little help' },
    assessment: { id: 'Penilaian', en: 'Assessment' },
    verified: { id: 'Dicek', en: 'Checked' },
    produces: { id: 'Membuat', en: 'Makes' },
    years: { id: 'Lama usaha', en: 'Years' },
    order: { id: 'Urutan daftar', en: 'Arrival' },
  };
  return words[criterion.kind][locale];
}
