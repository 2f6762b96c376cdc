import { otherSpelling } from '#sample/name-spelling.ts';
import type { Random } from '#sample/random.ts';
import type { Sex } from '#sample/sample-types.ts';
import { drawFrom, type WeightedTable, weightedTable, zipfTable } from '#sample/weighted-table.ts';
import * as female from '#sample/word-lists/female-names.ts';
import { JAVANESE_BEGINNINGS, JAVANESE_ENDINGS } from '#sample/word-lists/javanese-syllables.ts';
import * as male from '#sample/word-lists/male-names.ts';

type Style = 'javanese' | 'arabic' | 'two-javanese' | 'two-arabic' | 'modern';
const STYLES: readonly Style[] = ['javanese', 'arabic', 'two-javanese', 'two-arabic', 'modern'];

const styleTable = (...weights: readonly number[]): WeightedTable<Style> =>
  weightedTable(STYLES, (_, index) => weights[index] ?? 0);

/** How people were named: one-word names fade, modern names come up. */
const STYLE_UNTIL: readonly (readonly [lastYear: number, table: WeightedTable<Style>])[] = [
  [1964, styleTable(36, 17, 23, 24, 0)],
  [1984, styleTable(12, 9, 40, 33, 6)],
  [9999, styleTable(2, 3, 21, 24, 50)],
];

const pairs = (entries: Readonly<Record<string, number>>): WeightedTable<string> =>
  weightedTable(Object.keys(entries), (name) => entries[name] as number);

/** As spelled on ID cards: the spellings of one name live side by side. */
const MALE_ARABIC_FIRST = pairs({
  Muhammad: 14,
  Mohammad: 6,
  Muhamad: 6,
  Mochamad: 4,
  Mukhamad: 3,
  Ahmad: 9,
  Akhmad: 7,
  Achmad: 3,
  Abdul: 17,
  Nur: 9,
  Khoirul: 5,
  Saeful: 4,
  Syaiful: 2,
  Zaenal: 4,
  Fatkhul: 2,
  Miftahul: 2,
});
const FEMALE_ARABIC_FIRST = pairs({
  Siti: 36,
  Nur: 24,
  Umi: 10,
  Nurul: 8,
  Lailatul: 4,
  Khusnul: 4,
  Rizqi: 2,
  Alfi: 2,
  Dewi: 4,
  Sri: 3,
  Zulfatul: 2,
});

const tables = {
  male: {
    javanese: zipfTable(male.MALE_JAVANESE),
    first: zipfTable(male.MALE_COMMON_FIRST),
    second: zipfTable(male.MALE_JAVANESE_SECOND),
    arabicFirst: MALE_ARABIC_FIRST,
    arabic: zipfTable(male.MALE_ARABIC),
    modernFirst: zipfTable(male.MALE_MODERN_FIRST),
    modernLast: zipfTable(male.MALE_MODERN_LAST),
  },
  female: {
    javanese: zipfTable(female.FEMALE_JAVANESE),
    first: zipfTable(female.FEMALE_COMMON_FIRST),
    second: zipfTable(female.FEMALE_JAVANESE_SECOND),
    arabicFirst: FEMALE_ARABIC_FIRST,
    arabic: zipfTable(female.FEMALE_ARABIC),
    modernFirst: zipfTable(female.FEMALE_MODERN_FIRST),
    modernLast: zipfTable(female.FEMALE_MODERN_LAST),
  },
} as const;
const ABDUL_SECOND = zipfTable(male.MALE_ABDUL_SECOND);

const arabicPair = (sex: Sex, random: Random): string => {
  const first = drawFrom(tables[sex].arabicFirst, random);
  if (first === 'Abdul') return `Abdul ${drawFrom(ABDUL_SECOND, random)}`;
  const second = drawFrom(tables[sex].arabic, random);
  if (first === 'Nur' && random.chance(0.2)) return `Nur${second.toLowerCase()}`;
  return `${first} ${second}`;
};

const modernName = (sex: Sex, random: Random): string => {
  const { modernFirst, modernLast, arabic } = tables[sex];
  const parts = [drawFrom(modernFirst, random)];
  if (random.chance(0.25)) parts.push(drawFrom(random.chance(0.3) ? arabic : modernFirst, random));
  parts.push(drawFrom(modernLast, random));
  if (sex === 'male' && random.chance(0.12)) parts.unshift('Muhammad');
  return [...new Set(parts)].join(' ');
};

/** About half of the older one-word names are put together from a beginning and an ending: Cas-mito, Tar-wadi. */
const javaneseWord = (sex: Sex, random: Random): string => {
  if (random.chance(0.5)) return drawFrom(tables[sex].javanese, random);
  const endings = sex === 'male' ? JAVANESE_ENDINGS.male : JAVANESE_ENDINGS.female;
  return random.pick(JAVANESE_BEGINNINGS) + random.pick(endings);
};

const arabicName = (sex: Sex, random: Random): string => {
  const name = arabicPair(sex, random);
  if (!random.chance(0.17)) return name;
  const third = drawFrom(random.chance(0.5) ? tables[sex].arabic : tables[sex].second, random);
  return name.includes(third) ? name : `${name} ${third}`;
};

const standardName = (sex: Sex, birthYear: number, random: Random): string => {
  const styles = STYLE_UNTIL.find(([lastYear]) => birthYear <= lastYear) as (typeof STYLE_UNTIL)[number];
  const own = tables[sex];
  switch (drawFrom(styles[1], random)) {
    case 'javanese':
      return javaneseWord(sex, random);
    case 'arabic':
      return drawFrom(own.arabic, random);
    case 'two-javanese':
      return `${drawFrom(own.first, random)} ${drawFrom(own.second, random)}`;
    case 'two-arabic':
      return arabicName(sex, random);
    case 'modern':
      return modernName(sex, random);
  }
};

/** A full name without titles, as on the ID card, in title case. Some cards bear a spelling of their own. */
export const personName = (sex: Sex, birthYear: number, random: Random): string => {
  const name = standardName(sex, birthYear, random);
  return random.chance(0.25) ? otherSpelling(name, random) : name;
};

const NOT_A_CALL_NAME =
  /^(muhammad|mohammad|muhamad|mochamad|mukhamad|ahmad|akhmad|achmad|abdul|siti|nur|nurul|umi|sri|khusnul|lailatul)$/i;

/** The part of the name by which neighbours call somebody. */
export const callName = (fullName: string): string => {
  const parts = fullName.split(' ');
  return parts.find((part) => !NOT_A_CALL_NAME.test(part)) ?? (parts[0] as string);
};
