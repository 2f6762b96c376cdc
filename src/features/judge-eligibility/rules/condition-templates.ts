import type { Condition, ConditionLine, ConditionSet } from './conditions.ts';
import { exportRubric } from './rubric.ts';

const line = (
  key: string,
  id: string,
  en: string,
  when: Condition,
  remedy?: ConditionLine['remedy'],
): ConditionLine => ({ key, label: { id, en }, when, ...(remedy ? { remedy } : {}) });

const nib = line(
  'nib',
  'Punya NIB',
  'Has a NIB (business number)',
  { ask: 'nib' },
  {
    id: 'Urus NIB di oss.go.id atau di loket kami; gratis.',
    en: 'Apply for a NIB at oss.go.id or at our counter; it is free.',
  },
);
const ownProduction = line(
  'own-production',
  'Produksi sendiri',
  'Own production',
  { ask: 'operation', in: ['produces'] },
  {
    id: 'Untuk usaha yang membuat sendiri barangnya. Bila sekarang sudah produksi sendiri, beri tahu petugas.',
    en: 'For those who make their goods themselves. If you do so now, tell an officer.',
  },
);
const ofSize = (...scales: string[]): Condition => ({ ask: 'scale', in: scales });
const foodAndDrink = line('food', 'Makanan, minuman, atau olahan ikan', 'Food, drinks or fish products', {
  ask: 'sector',
  in: ['food', 'drink', 'fish'],
});
const microOrSmall = line('size', 'Skala mikro atau kecil', 'Micro or small', ofSize('mikro', 'kecil'));
/** A certificate that is not on record counts as none: who has one is found out when they apply. */
const withoutYet = (kind: string, id: string, en: string): ConditionLine =>
  line(`no-${kind}`, id, en, { not: { ask: 'evidence', kind, missing: 'no' } });
const notTwice = (topic: string, id: string, en: string): ConditionLine =>
  line(`first-${topic}`, id, en, { ask: 'support', topic, withinMonths: 24, atMost: 0 });

/**
 * Conditions to begin with, by the name of a programme's template. An office changes them as its own decree says; each
 * change is a new version.
 */
export const conditionTemplates: Readonly<Record<string, ConditionSet>> = {
  // The mission's export training: NIB; own production; quality and quantity up to export standard; local ID card.
  export_training: {
    lines: [
      nib,
      ownProduction,
      line(
        'export-standard',
        'Mutu dan jumlah sampai standar ekspor',
        'Quality and quantity up to export standard',
        {
          all: [
            {
              ask: 'assessed',
              rubricId: exportRubric.rubricId,
              aspect: 'quality',
              level: 3,
              withinMonths: 24,
            },
            {
              ask: 'assessed',
              rubricId: exportRubric.rubricId,
              aspect: 'quantity',
              level: 3,
              withinMonths: 24,
            },
          ],
        },
        {
          id: 'Tingkatkan mutu atau jumlahnya bersama pendamping, lalu minta dinilai lagi.',
          en: 'Improve quality or quantity with a companion, then ask to be assessed again.',
        },
      ),
      line(
        'local-id',
        'Pemilik ber-KTP setempat',
        'The owner has a local ID card',
        { ask: 'evidence', kind: 'local_id', grade: 'seen' },
        {
          id: 'Untuk pemilik dengan KTP setempat.',
          en: 'For owners with an ID card of this area.',
        },
      ),
    ],
  },
  // Halal free scheme (SEHATI) 2026: NIB micro/small, sales ≤ Rp 15 bn, at most one production site and one outlet, simple
  // process, verified by a companion. The process is seen by the companion: no part of the register says it.
  halal_free: {
    lines: [
      nib,
      microOrSmall,
      line('sales', 'Omzet setahun paling banyak Rp 15 miliar', 'Yearly sales of at most Rp 15 bn', {
        ask: 'figure',
        kind: 'sales',
        atMost: 15_000_000_000,
      }),
      foodAndDrink,
      ownProduction,
      line('places', 'Satu tempat produksi dan satu tempat jual', 'One production site and one outlet', {
        all: [
          { ask: 'premises', kind: 'production', atMost: 1 },
          { ask: 'premises', kind: 'outlet', atMost: 1 },
        ],
      }),
      line(
        'seen',
        'Sudah dicek petugas dalam 2 tahun terakhir',
        'Checked by an officer in the last 2 years',
        {
          ask: 'verified',
          withinMonths: 24,
        },
      ),
      withoutYet('halal', 'Belum punya sertifikat halal', 'Has no halal certificate yet'),
    ],
  },
  // P-IRT is for food made at home by micro and small producers. What the regulation of the food authority asks besides
  // (kinds of food, hygiene) is seen when the permit is applied for.
  pirt: {
    lines: [
      nib,
      microOrSmall,
      foodAndDrink,
      ownProduction,
      withoutYet('pirt', 'Belum punya P-IRT', 'Has no P-IRT permit yet'),
    ],
  },
  packaging: {
    lines: [
      microOrSmall,
      ownProduction,
      line('active', 'Sudah berjalan paling sedikit 1 tahun', 'Running for at least 1 year', {
        ask: 'started',
        atLeastMonths: 12,
      }),
      notTwice(
        'packaging',
        'Belum ikut pembinaan kemasan dalam 2 tahun terakhir',
        'No support on packaging in the last 2 years',
      ),
    ],
  },
  branding: {
    lines: [
      nib,
      microOrSmall,
      ownProduction,
      withoutYet('brand', 'Mereknya belum terdaftar', 'Its brand is not registered yet'),
      notTwice(
        'branding',
        'Belum ikut pembinaan jenama dalam 2 tahun terakhir',
        'No support on branding in the last 2 years',
      ),
    ],
  },
};

/** Where a programme came from no template. */
export const plainConditions: ConditionSet = { lines: [nib] };
