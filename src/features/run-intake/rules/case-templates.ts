import { addDays, type PlainDate } from '#kernel/calendar.ts';
import type { SupportTopic } from '#kernel/support-terms.ts';

export const caseKinds = ['halal_self_declare', 'halal_regular', 'pirt', 'brand', 'other'] as const;
export type CaseKind = (typeof caseKinds)[number];

export type StepPlan = {
  /** Written into the case, which speaks the office's language. */
  name: string;
  /** Days after opening by which the office wants it done: the office's own pace, changed in each case. */
  days: number;
  needsFile: boolean;
  /** Where it is prescribed; null: the office's own way of working. */
  source: string | null;
};

type Template = {
  /** What the file is called: `Sertifikat halal gratis: Serabi Bu Tini`. */
  title: string;
  /** Under which kind it ends in the register. */
  evidence: 'halal' | 'pirt' | 'brand' | 'other';
  topic: SupportTopic;
  steps: readonly StepPlan[];
};

const own = (name: string, days: number, needsFile = false): StepPlan => ({
  name,
  days,
  needsFile,
  source: null,
});

const halalDuty =
  'PP 42/2024 pasal 160: wajib halal makanan dan minuman mikro dan kecil sejak 17 Oktober 2026.';
const halalFree = 'Skema halal gratis 2026:';

/**
 * What a case begins with. Only what is prescribed bears its source; everything else is how offices go about it, with days
 * that each office changes.
 */
const templates: Record<CaseKind, Template> = {
  halal_self_declare: {
    title: 'Sertifikat halal gratis',
    evidence: 'halal',
    topic: 'halal',
    steps: [
      {
        name: 'Periksa syarat skema gratis',
        days: 3,
        needsFile: false,
        source: `${halalFree} NIB mikro atau kecil, penjualan paling banyak Rp15 miliar setahun, paling banyak 1 tempat produksi dan 1 outlet, proses sederhana.`,
      },
      own('Kumpulkan berkas: NIB, daftar produk dan bahan', 7, true),
      own('Ajukan pendaftaran', 10),
      {
        name: 'Verifikasi oleh pendamping',
        days: 24,
        needsFile: false,
        source: `${halalFree} diverifikasi oleh pendamping.`,
      },
      { ...own('Simpan sertifikatnya', 54, true), source: halalDuty },
    ],
  },
  halal_regular: {
    title: 'Sertifikat halal reguler',
    evidence: 'halal',
    topic: 'halal',
    steps: [
      own('Kumpulkan berkas: NIB, daftar produk dan bahan', 7, true),
      own('Ajukan pendaftaran', 14),
      own('Dampingi pemeriksaan', 45),
      { ...own('Simpan sertifikatnya', 75, true), source: halalDuty },
    ],
  },
  pirt: {
    title: 'P-IRT',
    evidence: 'pirt',
    topic: 'pirt',
    steps: [
      own('Penyuluhan keamanan pangan', 7),
      own('Kumpulkan berkas: NIB, daftar produk, rancangan label', 14, true),
      own('Ajukan permohonan', 16),
      own('Dampingi pemeriksaan tempat produksi', 30),
      {
        ...own('Simpan nomornya', 45, true),
        source: 'Nomor P-IRT: 13 angka, tanda hubung, 2 angka; berlaku 5 tahun.',
      },
    ],
  },
  brand: {
    title: 'Pendaftaran merek',
    evidence: 'brand',
    topic: 'brand',
    steps: [
      own('Periksa apakah nama dan logo sudah dipakai orang lain', 5),
      own('Kumpulkan berkas: NIB, gambar merek', 10, true),
      {
        name: 'Terbitkan surat rekomendasi dinas',
        days: 14,
        needsFile: true,
        source: 'Pendaftaran merek memerlukan surat rekomendasi dinas.',
      },
      own('Ajukan pendaftaran', 17, true),
      own('Simpan sertifikatnya', 180, true),
    ],
  },
  other: {
    title: 'Fasilitasi',
    evidence: 'other',
    topic: 'other',
    steps: [own('Kumpulkan berkas', 7, true), own('Ajukan', 14), own('Simpan hasilnya', 45, true)],
  },
};

export const caseTemplate = (kind: CaseKind): Template => templates[kind];

export type NewStep = Omit<StepPlan, 'days'> & { step: number; dueOn: PlainDate };

/** Steps of a case opened on `day`, numbered from 1. */
export const stepsFrom = (kind: CaseKind, day: PlainDate): NewStep[] =>
  templates[kind].steps.map(({ days, ...plan }, at) => ({
    ...plan,
    step: at + 1,
    dueOn: addDays(day, days),
  }));

/** Which kinds a programme of this topic is likely to be about; the first is proposed. */
export function kindsForTopic(topic: SupportTopic): CaseKind[] {
  const fitting = caseKinds.filter((kind) => templates[kind].topic === topic);
  if (topic === 'branding') fitting.push('brand');
  return [...fitting, ...caseKinds.filter((kind) => !fitting.includes(kind))];
}
