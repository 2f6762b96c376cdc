import { spaceOutMarks, upperText, wordsOf } from './clean-text.ts';
import { foldGivenNames, splitAbdul } from './given-name-classes.ts';
import { lengthBeforeDegrees, personTitle, takePrefixTitles, takeSuffixDegrees } from './name-affixes.ts';
import { phoneticKey } from './phonetic-key.ts';

/** A person's name taken apart for comparison. What is shown on screen stays the name as written. */
export type PersonName = {
  /** Canonical words of the name proper: no title, degree, patronymic or alias; e.g. ['MUHAMMAD', 'ROKHMAN']. */
  tokens: string[];
  /** Canonical, in order: H, HJ, KH, PAK, … */
  prefixTitles: string[];
  /** Without dots, in order: SPD, MM, … */
  suffixDegrees: string[];
  /** Canonical name after BIN, BINTI, B or BT; null when none is written. */
  patronymic: string | null;
  /** ALM, ALMH, ALMARHUM, ALMARHUMAH was written of the person; after BIN or BINTI it is said of the father. */
  deceased: boolean;
  /** Canonical names after ALS, ALIAS, D/H or in brackets. */
  aliases: string[];
  /** Space-joined tokens. */
  key: string;
  /** Tokens without spaces: NUR HIDAYAT = NURHIDAYAT. */
  compactKey: string;
  /** Tokens in alphabetical order, space-joined: HIDAYAT NUR = NUR HIDAYAT. */
  sortedKey: string;
  /** The loosest key, see phonetic-key.ts; proposes, never decides. */
  phoneticKey: string;
};

const DECEASED = new Set(['ALM', 'ALMH', 'ALMARHUM', 'ALMARHUMAH']);
const FORMERLY = /\bD\s*\/\s*H\b/g;
const BRACKETS = /[()[\]]/;
const OPENING = /[([]/g;
const CLOSING = /[)\]]/g;

/** Marks in the word stream; letters that no cleaned word can hold. */
const OPEN = '(';
const CLOSE = ')';
const ALIAS = 'ALIAS';

function markedWords(raw: string): string[] {
  let upper = upperText(raw);
  if (upper.includes('/')) upper = upper.replace(FORMERLY, ` ${ALIAS} `);
  if (!BRACKETS.test(upper)) return wordsOf(spaceOutMarks(upper));
  const parts = upper
    .replace(OPENING, ' ( ')
    .replace(CLOSING, ' ) ')
    .split(/([()])/);
  return parts.flatMap((part) => (part === OPEN || part === CLOSE ? [part] : wordsOf(spaceOutMarks(part))));
}

type Segments = { name: string[]; patronymic: string[]; aliases: string[][] };

/** One pass over the words: a marker says whose the following words are; a bracket lends them to an alias. */
function segment(words: readonly string[]): Segments {
  const found: Segments = { name: [], patronymic: [], aliases: [] };
  const lastOfName = lengthBeforeDegrees(words) - 1;
  let current = found.name;
  let outside = found.name;
  let hasName = false;
  words.forEach((word, index) => {
    if (word === OPEN || word === ALIAS || word === 'ALS') {
      if (word === OPEN) outside = current;
      if (word !== OPEN && !hasName) return;
      current = [];
      found.aliases.push(current);
    } else if (word === CLOSE) {
      current = outside;
    } else if (hasName && found.patronymic.length === 0 && isPatronymicMark(word, index < lastOfName)) {
      current = found.patronymic;
      outside = current;
    } else {
      current.push(word);
      if (current === found.name && personTitle(word) === null) hasName = true;
    }
  });
  found.aliases = found.aliases.filter((alias) => alias.length > 0);
  if (found.name.length > 0) return found;
  // Nothing stands outside the brackets: they are not brackets then. (Only the word ALIAS: that is the name.)
  const unbracketed = words.filter(isWord);
  return unbracketed.length < words.length ? segment(unbracketed) : { ...found, name: unbracketed };
}

function isPersonDeceased(words: readonly string[]): boolean {
  const father = words.findIndex((word) => word === 'BIN' || word === 'BINTI' || word === 'BT');
  return words.some((word, index) => DECEASED.has(word) && (father < 0 || index < father));
}

/** A lone B or BT at the end is an initial; BIN and BINTI always mark. */
function isPatronymicMark(word: string, hasFollower: boolean): boolean {
  if (word === 'BIN' || word === 'BINTI') return true;
  return hasFollower && (word === 'B' || word === 'BT');
}

/** Canonical words of a bare name or alias, with what was taken off its ends. */
function foldBareName(words: string[]) {
  const prefixTitles = takePrefixTitles(words);
  const suffixDegrees = takeSuffixDegrees(words);
  return { tokens: foldGivenNames(words), prefixTitles, suffixDegrees };
}

/**
 * Takes an Indonesian personal name apart (domain.md, "Matching Indonesian names and addresses"): titles, degrees,
 * patronymic and aliases to fields of their own; the Muhammad, Ahmad, Abdul and Siti classes folded to one word.
 * Mononyms are normal. `tokens` is empty only for text without letter or digit; a key parses to itself.
 */
export function parsePersonName(raw: string): PersonName {
  const written = splitAbdul(markedWords(raw));
  const living = written.filter((word) => !DECEASED.has(word));
  const deceased = living.length < written.length && isPersonDeceased(written);
  const { name, patronymic, aliases } = segment(living.some(isWord) ? living : written);
  const bare = foldBareName(name);
  const father = patronymic.length > 0 ? foldBareName(patronymic) : null;
  const key = bare.tokens.join(' ');
  return {
    tokens: bare.tokens,
    prefixTitles: bare.prefixTitles,
    suffixDegrees: father ? [...bare.suffixDegrees, ...father.suffixDegrees] : bare.suffixDegrees,
    patronymic: father ? father.tokens.join(' ') : null,
    deceased,
    aliases: aliases.map((alias) => foldBareName(alias).tokens.join(' ')),
    key,
    compactKey: bare.tokens.join(''),
    sortedKey: bare.tokens.length > 1 ? [...bare.tokens].sort().join(' ') : key,
    // Only linkage asks for it, and it takes as long as all the rest.
    get phoneticKey() {
      return phoneticKey(bare.tokens);
    },
  };
}

function isWord(word: string): boolean {
  return word !== OPEN && word !== CLOSE;
}
