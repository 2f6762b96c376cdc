import type { Locale } from '#kernel/language.ts';

// Making one takes a hundred times as long as using it.
const formats = {
  id: new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
} satisfies Record<Locale, Intl.NumberFormat>;

/** `12.345` in Indonesian, `12,345` in English; up to one decimal. */
export function formatNumber(value: number, locale: Locale): string {
  return formats[locale].format(value);
}

/** `42%` for 0.42. A share that is neither none nor all is never rounded to 0% or 100%. */
export function formatShare(share: number, locale: Locale): string {
  if (share > 0 && share < 0.01) return '<1%';
  if (share < 1 && share > 0.99) return '>99%';
  return `${formatNumber(Math.round(share * 100), locale)}%`;
}
