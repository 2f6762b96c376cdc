import {
  type BusinessCategory,
  businessCategory,
  joinDottedForms,
  shortenCategoryPhrases,
} from './business-categories.ts';
import { spaceOutMarks, upperText, wordsOf } from './clean-text.ts';
import { givenNameClass, splitAbdul } from './given-name-classes.ts';
import { type PersonName, parsePersonName } from './person-name.ts';
import { phoneticKey } from './phonetic-key.ts';

/** A business name taken apart for comparison. What is shown on screen stays the name as written. */
export type BusinessName = {
  /** Without repeats, in order written. */
  categories: BusinessCategory[];
  /** The words that are the name; the category words themselves only when there is nothing else. */
  tokens: string[];
  /** Space-joined tokens. */
  key: string;
  compactKey: string;
  sortedKey: string;
  /** See phonetic-key.ts; proposes, never decides. */
  phoneticKey: string;
  /** Cleaned names after ALS, ALIAS, D/H or in brackets. */
  aliases: string[];
  /** Key of the person the name seems to be called after (WARUNG BU TINAH → TINAH), or null. A hint, not a fact. */
  owner: string | null;
};

const ALIAS = /\bD\s*\/\s*H\b|\b(?:ALS|ALIAS)\b/;
const BRACKETED = /[([]([^)\]]*)[)\]]?/g;

/** Titles a business name puts before its owner. MAS is left out: TOKO MAS sells gold. */
const OWNER_MARKS = new Set(
  'PAK BPK BAPAK PAKDE BU IBU BUDE MBAK MBOK MBAH HJ HAJI HAJJAH H MILIK'.split(' '),
);
const OWNER_CLASSES = new Set(['MUHAMMAD', 'AHMAD', 'ABDUL', 'SITI']);
/** Kinds of business that are habitually called after the person who keeps them. */
const KEPT_BY_A_PERSON = new Set<BusinessCategory>([
  'WARUNG',
  'TOKO',
  'KIOS',
  'DEPOT',
  'LAPAK',
  'RUMAH MAKAN',
]);

function splitAliases(raw: string): { name: string; aliases: string[] } {
  const aliases: string[] = [];
  const upper = joinDottedForms(upperText(raw));
  const outside = upper.replace(BRACKETED, (_whole, inside: string) => {
    aliases.push(spaceOutMarks(inside));
    return ' ';
  });
  const [name = '', ...later] = outside
    .split(ALIAS)
    .map(spaceOutMarks)
    .filter((part) => part !== '');
  const named = [...aliases, ...later].filter((alias) => alias !== '');
  if (name !== '') return { name, aliases: named };
  // Nothing stands outside the brackets: they are not brackets then. (Only the word ALIAS: that is the name.)
  const unbracketed = spaceOutMarks(upper);
  return unbracketed === raw ? { name: raw, aliases: [] } : splitAliases(unbracketed);
}

function isOwnerMark(words: readonly string[], index: number): boolean {
  return index < words.length - 1 && OWNER_MARKS.has(words[index]!);
}

/** `WARUNG X <OWNER>`: from a title, or in a shop from a given name that is surely a person's, to the end. */
function findOwner(written: readonly string[], categories: readonly BusinessCategory[]): string | null {
  const words = written.flatMap((word) =>
    businessCategory(word) === null ? [givenNameClass(word) ?? word] : [],
  );
  let start = words.findIndex((_word, index) => isOwnerMark(words, index));
  if (start < 0 && categories.some((category) => KEPT_BY_A_PERSON.has(category))) {
    start = words.findIndex((word) => OWNER_CLASSES.has(word));
  }
  return start < 0 ? null : ownerKey(words.slice(start));
}

function ownerKey(words: readonly string[]): string {
  const afterMark = words.length > 1 && OWNER_MARKS.has(words[0]!) ? words.slice(1) : words;
  return parsePersonName(afterMark.join(' ')).key;
}

/**
 * The words that are the name, and the categories met on the way added to `categories`. Taking a word out may bring
 * two others together (RUMAH, MAKAN), so it runs until nothing changes.
 */
function takeCategories(clean: string, categories: BusinessCategory[]): string[] {
  const words: string[] = [];
  for (const word of splitAbdul(wordsOf(shortenCategoryPhrases(clean)))) {
    const category = businessCategory(word);
    if (category === null) words.push(givenNameClass(word) ?? word);
    else if (!categories.includes(category)) categories.push(category);
  }
  const named = words.filter((_word, index) => !isOwnerMark(words, index));
  const left = named.join(' ');
  return left === clean ? named : takeCategories(left, categories);
}

/**
 * Takes a business name apart (domain.md, "Matching Indonesian names and addresses", rows Business and Alias).
 * `tokens` is empty only for text without letter or digit; a key parses to itself.
 */
export function parseBusinessName(raw: string): BusinessName {
  const { name, aliases } = splitAliases(raw);
  const categories: BusinessCategory[] = [];
  const named = takeCategories(name, categories);
  // In alphabetical order where the kinds are all there is: TOKO BATIK = BATIK TOKO.
  const tokens = named.length > 0 ? named : [...categories].sort().flatMap(wordsOf);
  const marked = aliases.find((alias) => isOwnerMark(wordsOf(alias), 0));
  const key = tokens.join(' ');
  return {
    categories,
    tokens,
    key,
    compactKey: tokens.join(''),
    sortedKey: tokens.length > 1 ? [...tokens].sort().join(' ') : key,
    // Only linkage asks for these two, and they take as long as all the rest.
    get phoneticKey() {
      return phoneticKey(tokens);
    },
    aliases,
    get owner() {
      return (
        findOwner(wordsOf(name), categories) ?? (marked === undefined ? null : ownerKey(wordsOf(marked)))
      );
    },
  };
}

/**
 * Whether a business name ends in, or wholly is, the name of this owner (WARUNG BERKAH SITI AMINAH of Siti Aminah),
 * so that agreement on it says nothing beyond agreement on the owner. Compared by sound.
 */
export function isNamedAfterOwner(business: BusinessName, owner: PersonName): boolean {
  if (owner.phoneticKey === '') return false;
  return ` ${business.phoneticKey}`.endsWith(` ${owner.phoneticKey}`);
}
