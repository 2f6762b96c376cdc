import { callName } from '#sample/person-name.ts';
import type { Random } from '#sample/random.ts';
import type { SampleOwner, Sex } from '#sample/sample-types.ts';
import { drawFrom, zipfTable } from '#sample/weighted-table.ts';
import { CALLS, HOPEFUL_WORDS, MODERN_BRANDS } from '#sample/word-lists/business-words.ts';
import type { Trade } from '#sample/word-lists/trade.ts';

const HOPEFUL = zipfTable(HOPEFUL_WORDS, 0.8);
const BRANDS = zipfTable(MODERN_BRANDS, 0.5);

/** The name under which neighbours know the business. */
export const businessName = (trade: Trade, fullName: string, sex: Sex, random: Random): string => {
  const prefix = random.pick(trade.prefixes);
  const value = random.unit();
  if (value < 0.36) return `${prefix} ${random.pick(CALLS[sex])} ${callName(fullName)}`;
  if (value < 0.52) return `${prefix} ${callName(fullName)}`;
  if (value < 0.8) {
    const first = drawFrom(HOPEFUL, random);
    const second = random.chance(0.4) ? drawFrom(HOPEFUL, random) : first;
    return second === first ? `${prefix} ${first}` : `${prefix} ${first} ${second}`;
  }
  if (value < 0.88)
    return `${random.pick(['UD', 'UD', 'CV', 'KUB'])} ${drawFrom(HOPEFUL, random)} ${drawFrom(HOPEFUL, random)}`;
  const brand = drawFrom(BRANDS, random);
  return random.chance(0.5) ? `${prefix} ${brand}` : `${brand} ${prefix}`;
};

/** A brand on the label, for about one maker in five. */
export const brandName = (trade: Trade, owner: SampleOwner, random: Random): string | undefined => {
  const makes = !['trade', 'services', 'farming'].includes(trade.sector);
  if (!random.chance(makes ? 0.28 : 0.05)) return undefined;
  return random.chance(0.6)
    ? drawFrom(BRANDS, random)
    : `${callName(owner.fullName)} ${drawFrom(HOPEFUL, random)}`;
};
