import { familyCardOf } from '#sample/citizen-numbers.ts';
import type { Population } from '#sample/population.ts';
import { Random } from '#sample/random.ts';
import type { SampleArea, SamplePremises, Sex } from '#sample/sample-types.ts';
import { drawFrom } from '#sample/weighted-table.ts';
import { HAMLETS, STREETS } from '#sample/word-lists/places.ts';

/** People under one family card (No. KK) and one roof. */
export type Household = {
  number: number;
  village: SampleArea;
  home: SamplePremises;
  noKk: string;
  headSex: Sex;
};

/** The village of a household alone: cheap, for going through a whole register in search of one village. */
export const villageOf = (population: Population, household: number): SampleArea =>
  drawFrom(population.villages, new Random(population.key, 'household-village', household));

/** Six digits of the district of a village: `33.75.04.1004` → `337504`. */
export const regionOf = (villageCode: string): string => villageCode.replaceAll('.', '').slice(0, 6);

/** Desa have 2 as the first digit of their last part, kelurahan 1. */
const isDesa = (villageCode: string): boolean => villageCode.split('.')[3]?.startsWith('2') === true;

/** Each village has a few hamlets or a dozen streets of its own. */
const localNames = (names: readonly string[], count: number, village: SampleArea, key: number): string[] =>
  new Random(key, 'places', village.code).shuffled(names).slice(0, count);

const threeDigits = (value: number): string => String(value).padStart(3, '0');

/** A position about 400 m around the middle of the village, to five decimals (one metre). */
const positionNear = (village: SampleArea, random: Random): SamplePremises['position'] => {
  if (!village.centroid) return undefined;
  const place = (middle: number) => Number((middle + random.normal() * 0.0035).toFixed(5));
  return { lat: place(village.centroid.lat), long: place(village.centroid.long) };
};

/** Another address in the same village, for a business away from home. */
export const addressIn = (population: Population, village: SampleArea, random: Random): SamplePremises => {
  const desa = isDesa(village.code);
  const address: SamplePremises = {
    villageCode: village.code,
    rt: threeDigits(random.integer(1, desa ? 5 : 7)),
    rw: threeDigits(random.integer(1, desa ? 6 : 10)),
  };
  if (desa) {
    const hamlets = localNames(HAMLETS, 4, village, population.key);
    if (random.chance(0.8)) address.hamlet = random.pick(hamlets);
  }
  if (!desa || random.chance(0.25)) {
    address.street = random.pick(localNames(STREETS, 12, village, population.key));
    if (random.chance(0.7))
      address.houseNumber = `${random.integer(1, 120)}${random.chance(0.1) ? random.pick(['A', 'B']) : ''}`;
  }
  const position = positionNear(village, random);
  if (position) address.position = position;
  return address;
};

export const householdAt = (population: Population, number: number): Household => {
  const village = villageOf(population, number);
  const random = new Random(population.key, 'household', number);
  return {
    number,
    village,
    home: addressIn(population, village, random),
    noKk: familyCardOf(regionOf(village.code), number, population.key),
    headSex: random.chance(0.88) ? 'male' : 'female',
  };
};
