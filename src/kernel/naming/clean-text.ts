const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const APOSTROPHES = /['`´‘’‛ʹʻʼʽʾʿ′]/g;
const COMBINING_MARKS = /\p{M}+/gu;
const NOT_ASCII_WORD = /[^A-Z0-9]+/g;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/**
 * Upper-cases text the way Indonesian lists are compared: apostrophes dropped (D'AFNI = DAFNI), NFKC, accents
 * removed. Other punctuation stays, for callers to whom a bracket, slash or comma means something.
 */
export function upperText(raw: string): string {
  if (PRINTABLE_ASCII.test(raw)) return raw.toUpperCase().replace(APOSTROPHES, '');
  // Apostrophes first: NFKC turns ´ into a space and a combining accent, which would split the word.
  const upper = raw.replace(APOSTROPHES, '').normalize('NFKC').toUpperCase();
  return upper.normalize('NFKD').replace(COMBINING_MARKS, '').replace(APOSTROPHES, '');
}

/**
 * The words of a text: {@link upperText}, then dots and every other mark become one space.
 * Gives '' for text without a letter or digit. Cleaning cleaned text changes nothing.
 */
export function cleanText(raw: string): string {
  return spaceOutMarks(upperText(raw));
}

/** Turns everything but letters and digits of upper-cased text into single spaces, trimmed. */
export function spaceOutMarks(upper: string): string {
  const notWord = PRINTABLE_ASCII.test(upper) ? NOT_ASCII_WORD : NOT_WORD;
  return upper.replace(notWord, ' ').trim();
}

/** The words of cleaned text; none for ''. */
export function wordsOf(clean: string): string[] {
  return clean === '' ? [] : clean.split(' ');
}
