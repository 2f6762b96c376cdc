import type { Random } from '#sample/random.ts';

type Swap = readonly [pattern: RegExp, replacement: string];

/** Spellings of one sound that live side by side on ID cards and in lists. */
const VARIANTS: readonly Swap[] = [
  [/kh/i, 'h'],
  [/kh/i, 'ch'],
  [/^ha(?=[lms])/i, 'kha'],
  [/oh/, 'okh'],
  [/okh/, 'akh'],
  [/roh/i, 'rah'],
  [/sol/i, 'shol'],
  [/sol/i, 'sal'],
  [/sy/i, 's'],
  [/sh/i, 's'],
  [/z/i, 'j'],
  [/z/i, 's'],
  [/dh/i, 'd'],
  [/dl/i, 'dhl'],
  [/th/i, 't'],
  [/q/i, 'k'],
  [/gh/i, 'g'],
  [/f/i, 'p'],
  [/f/i, 'v'],
  [/ae/i, 'ai'],
  [/ai/i, 'ae'],
  [/ah$/i, 'a'],
  [/iyah$/i, 'iah'],
  [/iyah$/i, 'iyyah'],
  [/mud$/i, 'muud'],
  [/ss/i, 's'],
  [/ll/i, 'l'],
  [/in$/i, 'ien'],
  [/o$/, 'a'],
  [/oyo/, 'ojo'],
  [/dia/i, 'dya'],
  [/ti$/i, 'tie'],
  [/ni$/, 'nie'],
  [/^su/i, 'soe'],
  [/usuf/i, 'usup'],
  [/uf/i, 'up'],
  [/ksa/i, 'xa'],
  [/iz/i, 'idz'],
  [/ani$/, 'any'],
];

/** Before the spelling reform of 1972: oe, tj, dj, j for u, c, j, y. */
const OLD: readonly Swap[] = [
  [/j/g, 'dj'],
  [/J/g, 'Dj'],
  [/y/g, 'j'],
  [/Y/g, 'J'],
  [/c(?!h)/g, 'tj'],
  [/C(?!h)/g, 'Tj'],
  [/u/g, 'oe'],
  [/U/g, 'Oe'],
];

const SHORT_FORMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(muhammad|mohammad|muhamad|mochamad|mukhamad)$/i,
    ['M.', 'Moh.', 'Moch.', 'Muh.', 'Mhd', 'Mukh.', 'Mohamad', 'Muchammad'],
  ],
  [/^(ahmad|akhmad|achmad)$/i, ['A.', 'Akh.', 'Ach.', 'Achmad', 'Akhmad']],
  [/^abdul$/i, ['Abd.', 'Abd', 'A.', 'Abdoel']],
  [/^siti$/i, ['St.', 'Sti', 'S.']],
  [/^nurul$/i, ['Nrl', 'N.']],
  [/^nur$/i, ['Noer', 'Noor', 'N.']],
  [/^sri$/i, ['Srie']],
];

const titleCase = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const sameCase = (before: string, after: string): string =>
  before === titleCase(before) ? titleCase(after) : after;

const changeOneWord = (name: string, random: Random, change: (word: string) => string): string => {
  const words = name.split(' ');
  for (const index of random.shuffled(words.map((_, i) => i))) {
    const changed = change(words[index] as string);
    if (changed !== words[index]) {
      words[index] = changed;
      break;
    }
  }
  return words.join(' ');
};

/** One word spelled in another current way (Rokhman, Rohman), if it has one. */
export const otherSpelling = (name: string, random: Random): string =>
  changeOneWord(name, random, (word) => {
    const fitting = VARIANTS.filter(([pattern]) => pattern.test(word));
    if (fitting.length === 0) return word;
    const [pattern, replacement] = random.pick(fitting);
    return sameCase(word, word.replace(pattern, replacement));
  });

/** The longest-known spelling: Sukarno → Soekarno, Cahyo → Tjahjo. */
export const oldSpelling = (name: string): string =>
  OLD.reduce((text, [pattern, to]) => text.replace(pattern, to), name);

/** Muhammad → Moch., Abdul → Abd. and the like; otherwise the last of several names becomes an initial. */
export const abbreviated = (name: string, random: Random): string => {
  const short = changeOneWord(name, random, (word) => {
    const found = SHORT_FORMS.find(([pattern]) => pattern.test(word));
    return found ? random.pick(found[1]) : word;
  });
  if (short !== name) return short;
  const words = name.split(' ');
  const last = words.pop();
  return last && words.length > 0 ? [...words, `${last.charAt(0)}.`].join(' ') : name;
};
