/** The canonical Muhammad: so common that agreement on it says little; matching gives it a low weight. */
export const LOW_WEIGHT_WORD = 'MUHAMMAD';

const MUHAMMAD_SPELLING = /^M(?:[AOU]|OE)(?:H|CH|KH)AM{1,2}[AE]D$/;
const AHMAD_SPELLING = /^A(?:H|CH|KH)M[AE]D$/;
const JOINED_ABDUL = /^ABD(?:U|OE)L([A-Z]{3,})$/;
/** Before a sun letter the L is spoken as that letter: ABDURRAHMAN, ABDUSSALAM; often written once: ABDUROHMAN. */
const JOINED_ABDUL_SUN_LETTER = /^ABD(?:U|OE)([RSNDTZ])\1?([A-Z]{3,})$/;
const SPLIT_ABDUL_SUN_LETTER = /^ABD(?:U|OE)([RSNDTZ])$/;

const ABBREVIATIONS = new Map([
  ['MUH', LOW_WEIGHT_WORD],
  ['MOH', LOW_WEIGHT_WORD],
  ['MOEH', LOW_WEIGHT_WORD],
  ['MUCH', LOW_WEIGHT_WORD],
  ['MOCH', LOW_WEIGHT_WORD],
  ['MOECH', LOW_WEIGHT_WORD],
  ['MUKH', LOW_WEIGHT_WORD],
  ['MOKH', LOW_WEIGHT_WORD],
  ['MHD', LOW_WEIGHT_WORD],
  ['ABD', 'ABDUL'],
  ['ABDOEL', 'ABDUL'],
  ['STI', 'SITI'],
]);

/** Too short to mean the name except where a name begins and goes on: M ROHMAN, A ROFIQ. */
const OPENING_ABBREVIATIONS = new Map([
  ['M', LOW_WEIGHT_WORD],
  ['MD', LOW_WEIGHT_WORD],
  ['A', 'AHMAD'],
]);

/** The class a cleaned word belongs to wherever it stands (MOCHAMAD → MUHAMMAD), or null. */
export function givenNameClass(word: string): string | null {
  const first = word.charCodeAt(0);
  if (first !== 65 && first !== 77 && first !== 83) return null; // A, M, S
  const full = ABBREVIATIONS.get(word);
  if (full !== undefined) return full;
  if (first === 77) return MUHAMMAD_SPELLING.test(word) ? LOW_WEIGHT_WORD : null;
  return AHMAD_SPELLING.test(word) ? 'AHMAD' : null;
}

/**
 * The second half of a joined Abdul-name: ABDULGANI → GANI, ABDURRAHMAN and ABDUROHMAN → RAHMAN, ROHMAN;
 * null for any other word. ABDULLAH is a name of its own.
 */
export function afterJoinedAbdul(word: string): string | null {
  if (word.length < 8 || !word.startsWith('ABD')) return null;
  const plain = JOINED_ABDUL.exec(word)?.[1];
  if (plain !== undefined) return plain === 'LAH' || plain === 'LOH' ? null : plain;
  const assimilated = JOINED_ABDUL_SUN_LETTER.exec(word);
  return assimilated ? `${assimilated[1]}${assimilated[2]}` : null;
}

/** Splits every joined Abdul-name into ABDUL and the rest; the same array when there is none. */
export function splitAbdul(words: string[]): string[] {
  if (!words.some((word) => afterJoinedAbdul(word) !== null)) return words;
  return words.flatMap((word) => {
    const parts: string[] = [];
    let rest = word;
    for (let next = afterJoinedAbdul(rest); next !== null; next = afterJoinedAbdul(rest)) {
      parts.push('ABDUL');
      rest = next;
    }
    return [...parts, rest];
  });
}

/**
 * What a word means by its place in a name: the opening M, MD, A; ST with a name after it (SITI; a trailing ST is
 * a degree and was taken off before); ABDUR before R-, ABDUS before S-. Gives the word itself otherwise.
 */
export function givenNameInContext(words: readonly string[], index: number): string {
  const word = words[index]!;
  const next = words[index + 1];
  if (word === 'ST' && (next !== undefined || index === 0)) return 'SITI';
  if (next === undefined) return word;
  const sunLetter = SPLIT_ABDUL_SUN_LETTER.exec(word)?.[1];
  if (sunLetter !== undefined && next.startsWith(sunLetter)) return 'ABDUL';
  return index === 0 ? (OPENING_ABBREVIATIONS.get(word) ?? word) : word;
}

/** Folds the Muhammad, Ahmad, Abdul and Siti classes of a person's words, titles and degrees already taken off. */
export function foldGivenNames(words: readonly string[]): string[] {
  return words.map((word, index) => givenNameClass(word) ?? givenNameInContext(words, index));
}
