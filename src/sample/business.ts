import { brandName, businessName } from '#sample/business-name.ts';
import { isoDate } from '#sample/citizen-numbers.ts';
import { evidencesOf } from '#sample/evidences.ts';
import { addressIn, type Household } from '#sample/household.ts';
import { moneyHistory } from '#sample/money-history.ts';
import { drawTrade, type Population } from '#sample/population.ts';
import { Random } from '#sample/random.ts';
import {
  SAMPLE_DAY,
  type SampleBusiness,
  type SampleOwner,
  type SampleProduct,
} from '#sample/sample-types.ts';
import { drawFrom, zipfTable } from '#sample/weighted-table.ts';
import { BATIK_COLOURS, BATIK_MOTIFS } from '#sample/word-lists/batik-motifs.ts';
import type { Trade } from '#sample/word-lists/trade.ts';

const SHARE_WITH_NIB = 0.35;
const SHARE_AT_HOME = 0.86;
const MOTIFS = zipfTable(BATIK_MOTIFS, 0.8);

const roundedPrice = (price: number): number => {
  const step = price >= 100_000 ? 5_000 : price >= 10_000 ? 1_000 : 500;
  return Math.max(step, Math.round(price / step) * step);
};

const productsOf = (trade: Trade, random: Random): SampleProduct[] => {
  const count = Math.min(trade.products.length, random.pick([1, 1, 2, 2, 3, 4]));
  return random
    .shuffled(trade.products)
    .slice(0, count)
    .map(([name, unit, low, high]) => {
      const motif = `${drawFrom(MOTIFS, random)}${random.chance(0.3) ? ` ${random.pick(BATIK_COLOURS)}` : ''}`;
      const price = Math.exp(Math.log(low) + random.unit() * Math.log(high / low));
      return { name: name.replace('%', motif), unit, price: roundedPrice(price) };
    });
};

/** Most businesses are young; the older the owner, the older they may be. */
const startedOn = (birthYear: number, random: Random): string => {
  const years = Math.floor(-9 * Math.log(1 - random.unit()));
  const year = Math.min(2026, Math.max(birthYear + 18, 2026 - years));
  const day = isoDate(year, random.integer(1, 12), random.chance(0.5) ? 1 : random.integer(1, 28));
  return day > SAMPLE_DAY ? '2026-01-05' : day;
};

/** Helpers besides the owner: geometric with the mean of the trade, at most 19. */
const helpersOf = (mean: number, random: Random): number =>
  mean === 0 ? 0 : Math.min(19, Math.floor(Math.log(1 - random.unit()) / Math.log(mean / (1 + mean))));

export const businessAt = (
  population: Population,
  index: number,
  household: Household,
  owner: SampleOwner,
): SampleBusiness => {
  const random = new Random(population.key, 'business', index);
  const trade = drawTrade(population, household.village, owner.sex, random);
  const started = startedOn(Number(owner.birthDate.slice(0, 4)), random);
  const namedAfter = owner.continuesFrom
    ? { name: owner.continuesFrom.fullName, sex: 'male' as const }
    : { name: owner.fullName, sex: owner.sex };
  const helpers = helpersOf(trade.helpers, random);
  const women = Array.from({ length: helpers }, () => random.chance(trade.women)).filter(Boolean).length;
  const ownerIsWoman = owner.sex === 'female' ? 1 : 0;

  const business: SampleBusiness = {
    sampleBusinessId: `B${population.officeCode}-${index}`,
    name: businessName(trade, namedAfter.name, namedAfter.sex, random),
    kbli: trade.kbli,
    sector: trade.sector,
    products: productsOf(trade, random),
    startedOn: started,
    premises: random.chance(SHARE_AT_HOME)
      ? household.home
      : addressIn(population, household.village, random),
    workersMale: helpers - women + 1 - ownerIsWoman,
    workersFemale: women + ownerIsWoman,
    ...moneyHistory(trade.medianSales * 1_000_000, Number(started.slice(0, 4)), random),
    evidences: [],
  };
  if (random.chance(SHARE_WITH_NIB)) business.nib = random.digits(13);
  const brand = brandName(trade, owner, random);
  if (brand) business.brand = brand;
  business.evidences = evidencesOf({ ...business, officeCode: population.officeCode }, random);
  return business;
};
