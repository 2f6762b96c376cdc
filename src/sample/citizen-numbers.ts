import type { Role } from '#sample/enterprise-plan.ts';
import { permute } from '#sample/permutation.ts';
import { mixBits, Random } from '#sample/random.ts';
import type { Sex } from '#sample/sample-types.ts';

/*
 * NIK, No. KK and phone numbers that are valid, unique within a population, and nobody's:
 *  - serials start at 5001, while real ones count the few people first registered in a district with the same birth
 *    date, so an invented NIK or No. KK meets no living person's;
 *  - phone numbers begin with 0810, 0820 … which pass as mobile numbers but, as far as we know (general knowledge, no
 *    official list at hand), are given out by no operator, so a message sent by mistake should reach nobody.
 * Uniqueness comes from shuffling household numbers over all (date, serial) places instead of remembering used ones.
 */

const FIRST_SERIAL = 5001;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS = 365;

const FIRST_HEAD_YEAR = 1950;
/** How many households per day and layer have a head born in 1950, 1951 …: most heads are 35 to 60. */
const HEAD_YEAR_WEIGHTS = Array.from({ length: 48 }, (_, i) =>
  i < 10 ? 1 : i < 16 ? 3 : i < 38 ? 6 : i < 43 ? 4 : 2,
);
const MOST_PER_DAY = 6;
const LAYERS = 120;
const YEAR_STARTS: number[] = [];
let places = 0;
for (const weight of HEAD_YEAR_WEIGHTS) {
  YEAR_STARTS.push(places);
  places += weight * DAYS;
}
const PLACES_PER_LAYER = places;
/** Household numbers must stay below this (about eight million). */
export const MOST_HOUSEHOLDS = PLACES_PER_LAYER * LAYERS;

export type Birth = { year: number; month: number; day: number; serial: number };

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

const dayOfYear = (index: number): { month: number; day: number } => {
  let rest = index;
  for (const [month, days] of DAYS_IN_MONTH.entries()) {
    if (rest < days) return { month: month + 1, day: rest + 1 };
    rest -= days;
  }
  throw new RangeError(`No day ${index} in a year`);
};

/** Years from the head's birth to that of the other members; fixed per serial, which keeps numbers unique. */
const yearsAfterHead = (role: Role, serialIndex: number): number => {
  const value = mixBits(serialIndex * 4 + role);
  if (role === 1) return (value % 11) - 2;
  if (role === 2) return 21 + (value % 9);
  return role === 3 ? -20 - (value % 9) : 0;
};

/** When a member of the household was born, and the serial that goes with the date. */
export const birthOf = (household: number, role: Role, key: number): Birth => {
  const place = permute(household, MOST_HOUSEHOLDS, key);
  const layer = Math.floor(place / PLACES_PER_LAYER);
  const inLayer = place % PLACES_PER_LAYER;
  let yearIndex = YEAR_STARTS.length - 1;
  while ((YEAR_STARTS[yearIndex] as number) > inLayer) yearIndex--;
  const weight = HEAD_YEAR_WEIGHTS[yearIndex] as number;
  const inYear = inLayer - (YEAR_STARTS[yearIndex] as number);
  const serialIndex = layer * MOST_PER_DAY + (inYear % weight);
  const turn = role === 0 ? 0 : mixBits(serialIndex * 8 + role) % DAYS;
  const { month, day } = dayOfYear((Math.floor(inYear / weight) + turn) % DAYS);
  const year = FIRST_HEAD_YEAR + yearIndex + yearsAfterHead(role, serialIndex);
  return { year, month, day, serial: FIRST_SERIAL + serialIndex * 4 + role };
};

export const isoDate = (year: number, month: number, day: number): string =>
  `${year}-${pad(month, 2)}-${pad(day, 2)}`;

/** Six digits of the district where the person was first registered, ddmmyy (day + 40 for women), serial. */
export const nikOf = (region: string, birth: Birth, sex: Sex): string =>
  region +
  pad(birth.day + (sex === 'female' ? 40 : 0), 2) +
  pad(birth.month, 2) +
  pad(birth.year % 100, 2) +
  pad(birth.serial, 4);

const FIRST_CARD_YEAR = 2006;
const CARD_DATES = 19 * 12 * 28;

/** Six digits of the district, date of issue, serial. */
export const familyCardOf = (region: string, household: number, key: number): string => {
  const place = permute(household, CARD_DATES * 1200, key ^ 0x4b4b);
  const date = place % CARD_DATES;
  const year = FIRST_CARD_YEAR + Math.floor(date / (12 * 28));
  const month = 1 + (Math.floor(date / 28) % 12);
  return (
    region +
    pad(1 + (date % 28), 2) +
    pad(month, 2) +
    pad(year % 100, 2) +
    pad(FIRST_SERIAL + Math.floor(place / CARD_DATES), 4)
  );
};

const UNASSIGNED_PREFIXES = ['810', '820', '830', '850', '870', '890'] as const;
const NUMBERS_PER_PREFIX = 1e8;
const MOST_PHONES = UNASSIGNED_PREFIXES.length * NUMBERS_PER_PREFIX;

const phoneAt = (index: number, key: number): string => {
  const place = permute(index, MOST_PHONES, key ^ 0x7e1e);
  return `+62${UNASSIGNED_PREFIXES[Math.floor(place / NUMBERS_PER_PREFIX)]}${pad(place % NUMBERS_PER_PREFIX, 8)}`;
};

/** The phone of a household member, E.164. */
export const phoneOf = (household: number, role: Role, key: number): string =>
  phoneAt(household * 4 + role, key);

/** The number that somebody had before: another of the same unassigned prefixes, always the same for one phone. */
export const earlierPhoneOf = (phone: string): string => {
  const random = new Random('earlier-phone', phone);
  return `+62${random.pick(UNASSIGNED_PREFIXES)}${random.digits(8)}`;
};

/** The phone of the volunteer who signs up a whole neighbourhood (RW) under her own number. */
export const kaderPhoneOf = (villageCode: string, rw: string, key: number): string => {
  const neighbourhood = mixBits(Number(villageCode.replaceAll('.', '').slice(-6)) * 100 + Number(rw));
  return phoneAt(MOST_PHONES - 1 - (neighbourhood % 1_000_000), key);
};
