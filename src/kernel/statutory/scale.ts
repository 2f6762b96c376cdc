import type { PlainDate } from '../calendar.ts';
import { defineMessages, type Locale, messagesFor } from '../language.ts';
import type { Rupiah } from '../money.ts';

/** Size class of an enterprise by law, smallest first; 'besar' is whatever exceeds menengah. */
export const umkmScales = ['mikro', 'kecil', 'menengah', 'besar'] as const;
export type UmkmScale = (typeof umkmScales)[number];

/** Capital and sales are alternatives and never combined. */
export type ScaleBasis = 'capital' | 'sales';

/** One regulation's upper bounds, inclusive, in rupiah. */
export type ScaleCriteria = {
  readonly inForceFrom: PlainDate;
  readonly source: string;
  readonly capital: readonly [mikro: Rupiah, kecil: Rupiah, menengah: Rupiah];
  readonly sales: readonly [mikro: Rupiah, kecil: Rupiah, menengah: Rupiah];
};

const million = 1_000_000;
const billion = 1_000_000_000;

/**
 * The criteria by the day they came into force, newest first. Capital excludes land and business
 * premises; sales are per year. An amendment is a new row, and old records keep the row of their day.
 */
export const umkmScaleCriteria: readonly ScaleCriteria[] = [
  {
    inForceFrom: '2021-02-02',
    source: 'PP 7/2021 pasal 35',
    capital: [1 * billion, 5 * billion, 10 * billion],
    sales: [2 * billion, 15 * billion, 50 * billion],
  },
  {
    // General knowledge, for records older than PP 7/2021; its "capital" is net worth.
    inForceFrom: '2008-07-04',
    source: 'UU 20/2008 pasal 6',
    capital: [50 * million, 500 * million, 10 * billion],
    sales: [300 * million, 2_500 * million, 50 * billion],
  },
];

/** The criteria in force on a day, or null before the first. */
export function scaleCriteriaOn(
  on: PlainDate,
  table: readonly ScaleCriteria[] = umkmScaleCriteria,
): ScaleCriteria | null {
  const inForce = table.filter((row) => row.inForceFrom <= on);
  return inForce.reduce<ScaleCriteria | null>(
    (latest, row) => (latest === null || row.inForceFrom > latest.inForceFrom ? row : latest),
    null,
  );
}

/**
 * Which measure decides (PP 7/2021 art. 35): capital when an enterprise is founded or registered; yearly
 * sales for empowerment (training, aid, procurement) and for enterprises older than the regulation.
 */
export function decideScaleBasis(
  purpose: 'registration' | 'empowerment',
  founded: PlainDate | null,
  criteria: ScaleCriteria,
): ScaleBasis {
  if (purpose === 'empowerment') return 'sales';
  return founded !== null && founded < criteria.inForceFrom ? 'sales' : 'capital';
}

/**
 * The computed scale for an amount in rupiah: founding capital without land and business premises, or
 * yearly sales. Lower bounds are exclusive, upper ones inclusive. Keep it apart from the reported scale.
 */
export function scaleBy(basis: ScaleBasis, amount: Rupiah, criteria: ScaleCriteria): UmkmScale {
  if (!(amount >= 0)) throw new RangeError('capital and sales are never below zero');
  return umkmScales[criteria[basis].findIndex((upper) => amount <= upper)] ?? 'besar';
}

/**
 * The statistical scale of BPS by workers, the owner included: mikro 1–4, kecil 5–19, menengah 20–99.
 * For statistics only; it grants no right under PP 7/2021.
 */
export function scaleByWorkers(workers: number): UmkmScale {
  if (!Number.isInteger(workers) || workers < 1)
    throw new RangeError('an enterprise has at least one worker');
  return umkmScales[[4, 19, 99].findIndex((upper) => workers <= upper)] ?? 'besar';
}

const texts = defineMessages({
  id: { mikro: 'Mikro', kecil: 'Kecil', menengah: 'Menengah', besar: 'Besar' },
  en: { mikro: 'Micro', kecil: 'Small', menengah: 'Medium', besar: 'Large' },
});

export function scaleLabel(scale: UmkmScale, locale: Locale): string {
  return messagesFor(texts, locale)[scale];
}
