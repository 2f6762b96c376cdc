import type { Locale } from './language.ts';

/** Whole rupiah. Sums of a province's register stay far below 2^53. */
export type Rupiah = number;

const shortUnits: readonly { size: number; id: string; en: string }[] = [
  { size: 1e12, id: ' T', en: ' tn' },
  { size: 1e9, id: ' M', en: ' bn' },
  { size: 1e6, id: ' jt', en: ' m' },
  { size: 1e3, id: ' rb', en: ' k' },
  { size: 1, id: '', en: '' },
];

/** `Rp 1.500.000` (English: `Rp 1,500,000`). Throws on fractions of a rupiah: amounts are integers. */
export function formatRupiah(amount: Rupiah, locale: Locale = 'id'): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount must be whole rupiah');
  return signed(amount, grouped(String(Math.abs(amount)), locale));
}

/**
 * `Rp 1,5 jt`, `Rp 2 M` (miliar), `Rp 500 rb`: rounded to one decimal, for places where the full
 * figure is at hand. English: `Rp 1.5 m`, `Rp 2 bn`, `Rp 500 k`.
 */
export function formatShortRupiah(amount: Rupiah, locale: Locale = 'id'): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount must be whole rupiah');
  const size = Math.abs(amount);
  // The unit is chosen after rounding, so that 999.960 becomes "1 jt" and not "1.000 rb".
  const unit = shortUnits.find((u) => u.size === 1 || size >= u.size * 0.99995)!;
  const tenths = Math.round((size / unit.size) * 10);
  const whole = grouped(String(Math.floor(tenths / 10)), locale);
  const decimal = tenths % 10 === 0 ? '' : `${locale === 'id' ? ',' : '.'}${tenths % 10}`;
  return signed(amount, whole + decimal + unit[locale]);
}

function grouped(digits: string, locale: Locale): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, locale === 'id' ? '.' : ',');
}

function signed(amount: Rupiah, text: string): string {
  return `${amount < 0 ? '-' : ''}Rp ${text}`;
}
