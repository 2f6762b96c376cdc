import type { SupportTopic } from '#kernel/support-terms.ts';
import type { ProgrammeKind } from './programme-kinds.ts';

export const templateKeys = ['export_training', 'halal_free', 'pirt', 'packaging', 'branding'] as const;
export type TemplateKey = (typeof templateKeys)[number];

/** A stage as it begins; the office changes what it likes. */
export type StagePlan = { name: string; description: string | null; days: number | null };

export type Template = {
  key: TemplateKey;
  kind: ProgrammeKind;
  topic: SupportTopic;
  /** Written into the programme, which speaks the office's language. */
  name: string;
  summary: string;
  /** Of the template itself, for whoever reads the screens in English. */
  nameEn: string;
  seats: number;
  stages: readonly StagePlan[];
  /** What stands behind it, and since when. */
  source: string;
};

/**
 * What an office begins with in one minute. Their conditions stand with judge-eligibility, under the same keys. No cost is
 * proposed: it differs by office and year, and a made-up one would be kept.
 */
export const templates: readonly Template[] = [
  {
    key: 'export_training',
    kind: 'training',
    topic: 'export',
    name: 'Pelatihan ekspor',
    summary:
      'Dua tahap untuk pelaku usaha yang berproduksi sendiri: dari memahami pasar dan mutu ekspor sampai menyiapkan dokumen dan pembeli.',
    nameEn: 'Export training',
    seats: 30,
    stages: [
      {
        name: 'Tahap 1: Dasar ekspor',
        description: 'Pasar, mutu, jumlah dan kesinambungan (3K), hitung biaya, label dan standar.',
        days: 3,
      },
      {
        name: 'Tahap 2: Siap kirim',
        description: 'Dokumen ekspor, pembayaran, pengiriman, dan bertemu calon pembeli.',
        days: 3,
      },
    ],
    source: 'Pelatihan ekspor dinas: angkatan 30 orang, dua tahap, empat syarat.',
  },
  {
    key: 'halal_free',
    kind: 'facilitation',
    topic: 'halal',
    name: 'Sertifikat halal gratis',
    summary:
      'Pendampingan sertifikat halal tanpa biaya lewat pernyataan pelaku usaha, diverifikasi oleh pendamping.',
    nameEn: 'Free halal certification',
    seats: 50,
    stages: [
      { name: 'Pendaftaran dan berkas', description: 'NIB, daftar produk dan bahan.', days: 1 },
      {
        name: 'Verifikasi pendamping',
        description: 'Pendamping datang memeriksa proses produksi.',
        days: 14,
      },
      { name: 'Sertifikat terbit', description: null, days: 30 },
    ],
    source:
      'Skema halal gratis 2026; wajib halal makanan dan minuman mikro/kecil sejak 17 Oktober 2026 (PP 42/2024 pasal 160).',
  },
  {
    key: 'pirt',
    kind: 'facilitation',
    topic: 'pirt',
    name: 'Fasilitasi P-IRT',
    summary: 'Dari penyuluhan keamanan pangan sampai nomor P-IRT, yang berlaku 5 tahun.',
    nameEn: 'P-IRT food permit',
    seats: 30,
    stages: [
      { name: 'Penyuluhan keamanan pangan', description: null, days: 1 },
      { name: 'Pemeriksaan sarana produksi', description: null, days: 14 },
      { name: 'Nomor P-IRT terbit', description: null, days: 14 },
    ],
    source: 'Nomor P-IRT berlaku 5 tahun.',
  },
  {
    key: 'packaging',
    kind: 'facilitation',
    topic: 'packaging',
    name: 'Fasilitasi kemasan',
    summary: 'Memilih bahan, merancang, dan mencetak kemasan pertama.',
    nameEn: 'Packaging',
    seats: 20,
    stages: [
      { name: 'Konsultasi kemasan', description: 'Bahan, ukuran, keterangan yang wajib ada.', days: 1 },
      { name: 'Rancangan', description: null, days: 14 },
      { name: 'Cetak pertama', description: null, days: 14 },
    ],
    source: 'Fasilitasi dinas.',
  },
  {
    key: 'branding',
    kind: 'facilitation',
    topic: 'branding',
    name: 'Fasilitasi merek dan branding',
    summary: 'Nama, logo, cerita produk, dan pendaftaran merek dengan surat rekomendasi dinas.',
    nameEn: 'Brand and branding',
    seats: 20,
    stages: [
      { name: 'Klinik branding', description: 'Nama, logo, foto, cerita produk.', days: 2 },
      { name: 'Surat rekomendasi', description: 'Dari dinas, untuk pendaftaran merek.', days: 7 },
      { name: 'Pendaftaran merek', description: null, days: 30 },
    ],
    source: 'Pendaftaran merek memerlukan surat rekomendasi dinas.',
  },
];

export function findTemplate(key: string): Template | null {
  return templates.find((template) => template.key === key) ?? null;
}
