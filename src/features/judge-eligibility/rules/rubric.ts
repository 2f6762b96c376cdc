import type { Locale } from '#kernel/language.ts';

type Text = Readonly<Record<Locale, string>>;

export const levels = [1, 2, 3, 4] as const;

/** One aspect with four levels, each anchored by what is to be seen, so that two people judge alike. */
export type Aspect = { key: string; label: Text; ask: Text; anchors: readonly [Text, Text, Text, Text] };

export type Rubric = { rubricId: string; version: number; name: Text; aspects: readonly Aspect[] };

/**
 * "Mutu dan jumlah sampai standar ekspor", by the 3K in which exporters' trouble is usually summed up: kualitas,
 * kuantitas (here kapasitas), kontinuitas. The anchors are the house's own wording, to be revised by the office: a
 * revision is a new version.
 */
export const exportRubric: Rubric = {
  rubricId: '01980000-0000-7000-8000-00000000e3c1',
  version: 1,
  name: { id: 'Kesiapan ekspor (3K)', en: 'Export readiness (3K)' },
  aspects: [
    {
      key: 'quality',
      label: { id: 'Kualitas', en: 'Quality' },
      ask: { id: 'Ambil lima barang acak, bandingkan.', en: 'Take five pieces at random and compare them.' },
      anchors: [
        {
          id: 'Barang cacat tercampur, tidak ada pemeriksaan.',
          en: 'Faulty pieces among the rest, nobody checks.',
        },
        { id: 'Diperiksa, tetapi hasilnya masih berbeda-beda.', en: 'Checked, but pieces still differ.' },
        {
          id: 'Ukuran, warna, dan bahan seragam menurut contoh tetap; yang cacat dipisahkan.',
          en: 'Size, colour and material follow a kept sample; faulty pieces are set apart.',
        },
        {
          id: 'Seragam menurut syarat pembeli atau SNI, hasil uji atau catatan periksanya ada.',
          en: "Even by a buyer's terms or SNI, with test results or records of checks.",
        },
      ],
    },
    {
      key: 'quantity',
      label: { id: 'Kapasitas (kuantitas)', en: 'Capacity (quantity)' },
      ask: {
        id: 'Lihat catatan hasil tiga bulan terakhir.',
        en: 'See what was made in the last three months.',
      },
      anchors: [
        { id: 'Membuat bila ada pesanan, jumlahnya tidak dicatat.', en: 'Made to order, nobody counts.' },
        {
          id: 'Jumlah sebulan diketahui, untuk pasar sekitar.',
          en: 'A known number a month, for nearby markets.',
        },
        {
          id: 'Sanggup memenuhi pesanan contoh dalam waktu yang disepakati, sendiri atau bersama perajin lain.',
          en: 'Able to fill a trial order in the time agreed, alone or with other makers.',
        },
        {
          id: 'Pernah memenuhi pesanan besar tepat waktu; kapasitas bisa ditambah tanpa mutu turun.',
          en: 'Has filled a large order in time; can make more without losing quality.',
        },
      ],
    },
    {
      key: 'continuity',
      label: { id: 'Kontinuitas', en: 'Continuity' },
      ask: {
        id: 'Tanyakan bahan, tenaga, dan pesanan ulang.',
        en: 'Ask about materials, workers and repeat orders.',
      },
      anchors: [
        {
          id: 'Sering berhenti karena bahan, tenaga, atau modal.',
          en: 'Often stops for want of material, hands or money.',
        },
        {
          id: 'Berjalan sepanjang tahun, kecuali musim tertentu.',
          en: 'Runs all year but for some seasons.',
        },
        {
          id: 'Berjalan sepanjang tahun, pemasok bahan lebih dari satu.',
          en: 'Runs all year, with more than one supplier.',
        },
        {
          id: 'Ada pesanan ulang selama setahun, persediaan dan rencana produksi tertulis.',
          en: 'Repeat orders over a year, with stock and a written plan of production.',
        },
      ],
    },
  ],
};

/** Rubrics that every office begins with. */
export const builtInRubrics: readonly Rubric[] = [exportRubric];
