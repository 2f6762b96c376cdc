import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { Estimate } from '../rules/estimate.ts';
import { roundedEstimate } from '../rules/rounded-estimate.ts';

type Figure = { low: string; high: string; listed: string; visited: string; what: string };
type Counted = { found: string; listed: string; what: string };
type Waiting = { missing: string; sample: string; listed: string; visited: string };

const sentences = defineMessages({
  id: {
    noRows: 'belum ada baris yang akan dikunjungi',
    stillProducing: 'masih berproduksi',
    making: ({ product }: { product: string }) => `membuat ${product}`,
    estimated: ({ low, high, listed, visited, what }: Figure) =>
      `kira-kira ${low}–${high} dari ${listed} ${what}; ${visited} sudah dikunjungi`,
    known: ({ found, listed, what }: Counted) => `${found} dari ${listed} ${what}; semuanya sudah dikunjungi`,
    waiting: ({ missing, sample, listed, visited }: Waiting) =>
      `belum bisa diperkirakan: ${missing} dari ${sample} baris contoh belum ada hasilnya; ${visited} dari ${listed} sudah dikunjungi`,
    tooFew: ({ listed, visited }: Waiting) =>
      `belum bisa diperkirakan: baris contoh terlalu sedikit; ${visited} dari ${listed} sudah dikunjungi`,
  },
  en: {
    noRows: 'there are no rows to visit yet',
    stillProducing: 'still produce',
    making: ({ product }: { product: string }) => `make ${product}`,
    estimated: ({ low, high, listed, visited, what }: Figure) =>
      `about ${low}–${high} of ${listed} ${what}; ${visited} have been visited`,
    known: ({ found, listed, what }: Counted) => `${found} of ${listed} ${what}; all have been visited`,
    waiting: ({ missing, sample, listed, visited }: Waiting) =>
      `cannot be estimated yet: ${missing} of the ${sample} sampled rows have no result; ${visited} of ${listed} have been visited`,
    tooFew: ({ listed, visited }: Waiting) =>
      `cannot be estimated yet: too few sampled rows; ${visited} of ${listed} have been visited`,
  },
});

const numbers = {
  id: new Intl.NumberFormat('id-ID'),
  en: new Intl.NumberFormat('en-GB'),
} satisfies Record<Locale, Intl.NumberFormat>;

/**
 * `kira-kira 61.000–64.500 dari 105.000 masih berproduksi; 38.400 sudah dikunjungi`: how many still produce, or, with
 * `product` (a name as it stands in a sentence, such as `batik`), how many make it.
 */
export function estimateSentence(estimate: Estimate, locale: Locale, product?: string): string {
  const texts = messagesFor(sentences, locale);
  const number = (value: number) => numbers[locale].format(value);
  const what = product === undefined ? texts.stillProducing : texts.making({ product });
  // Of nothing nothing is known: "all visited" would be said of a round that has not begun.
  if (estimate.listed === 0) return texts.noRows;
  const listed = number(estimate.listed);
  if (estimate.state === 'known') return texts.known({ found: number(estimate.found), listed, what });
  const visited = number(estimate.visited);
  if (estimate.state === 'not_yet') {
    const waiting = { missing: number(estimate.missing), sample: number(estimate.sample), listed, visited };
    return estimate.missing > 0 ? texts.waiting(waiting) : texts.tooFew(waiting);
  }
  const { low, high } = roundedEstimate(estimate);
  return texts.estimated({ low: number(low), high: number(high), listed, visited, what });
}
