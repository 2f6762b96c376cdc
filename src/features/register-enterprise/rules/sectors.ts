import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { Kbli } from '#kernel/statutory/kbli.ts';

/** The office's own coarse division, for chips and charts; KBLI stays the official one. */
export const sectors = [
  'batik',
  'craft',
  'fashion',
  'food',
  'drink',
  'accessories',
  'fish',
  'service',
  'trade',
  'farming',
  'other',
] as const;
export type Sector = (typeof sectors)[number];

const labels = defineMessages({
  id: {
    batik: 'Batik',
    craft: 'Kerajinan',
    fashion: 'Fesyen',
    food: 'Makanan',
    drink: 'Minuman',
    accessories: 'Aksesori',
    fish: 'Olahan ikan',
    service: 'Jasa',
    trade: 'Perdagangan',
    farming: 'Pertanian & peternakan',
    other: 'Lainnya',
  },
  en: {
    batik: 'Batik',
    craft: 'Craft',
    fashion: 'Fashion',
    food: 'Food',
    drink: 'Drinks',
    accessories: 'Accessories',
    fish: 'Fish products',
    service: 'Services',
    trade: 'Trade',
    farming: 'Farming',
    other: 'Other',
  },
});

export const sectorLabel = (sector: Sector, locale: Locale): string => messagesFor(labels, locale)[sector];

/** Beginnings of KBLI 2025 codes → sector; the longest beginning wins. */
const byBeginning: readonly [string, Sector][] = [
  ['13133', 'batik'],
  ['102', 'fish'],
  ['03', 'fish'],
  ['10', 'food'],
  ['11', 'drink'],
  ['13', 'fashion'],
  ['14', 'fashion'],
  ['15', 'fashion'],
  ['321', 'accessories'],
  ['16', 'craft'],
  ['23', 'craft'],
  ['25', 'craft'],
  ['31', 'craft'],
  ['32', 'craft'],
  ['01', 'farming'],
  ['02', 'farming'],
  ['46', 'trade'],
  ['47', 'trade'],
  ['56', 'food'],
];

/** A first guess of the sector from the KBLI 2025 code; an officer may say otherwise. */
export function sectorOfKbli(kbli: Kbli | null): Sector {
  if (!kbli || kbli.version !== '2025') return 'other';
  const matches = byBeginning.filter(([beginning]) => kbli.code.startsWith(beginning));
  const best = matches.sort(([a], [b]) => b.length - a.length)[0];
  if (best) return best[1];
  return Number(kbli.code.slice(0, 2)) >= 33 ? 'service' : 'other';
}
