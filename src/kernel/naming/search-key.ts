import { businessCategory, joinDottedForms, shortenCategoryPhrases } from './business-categories.ts';
import { spaceOutMarks, upperText, wordsOf } from './clean-text.ts';
import { givenNameClass, givenNameInContext, splitAbdul } from './given-name-classes.ts';
import { PERSON_TITLE_SPELLINGS } from './name-affixes.ts';
import { phoneticWord } from './phonetic-key.ts';

/** Titles dropped where a text opens with them. RM is a rumah makan here far more often than a Raden Mas. */
const OPENING_TITLES = new Set(PERSON_TITLE_SPELLINGS.filter((title) => title !== 'RM').map(phoneticWord));

/** The folded form of one word, a class or category before its sound: MOCH → MUHAMAD, TK → TAKA, ROKHMAN → RAHMAN. */
function foldWord(word: string): string {
  const known = givenNameClass(word) ?? businessCategory(word);
  if (known !== null) return known === word ? phoneticWord(word) : foldWords(known);
  const folded = phoneticWord(word);
  return folded === word ? word : foldWord(folded);
}

function foldWords(text: string): string {
  return wordsOf(text).map(phoneticWord).join(' ');
}

/**
 * The one normal form in which the register's search box compares what was typed with what is on record. Apply it
 * to both sides, to each recorded field on its own (an opening title or M. is recognised only where a text begins),
 * and take trigrams of the results. It folds the spellings of persons (MOHAMAD ROHMAN = MUHAMMAD ROKHMAN) and of
 * kinds of business (TK = TOKO), drops opening titles, and leaves product and craft words readable. It is as loose as
 * phonetic-key.ts: rank equal hits by the text as written.
 *
 * Gives '' only for text without letter or digit; the key of a key is itself.
 */
export function searchKey(text: string): string {
  const clean = spaceOutMarks(joinDottedForms(upperText(text)));
  const words = splitAbdul(wordsOf(shortenCategoryPhrases(clean)));
  const sounded = words.map(foldWord).join(' ');
  // Folding may have spelled another category phrase or joined Abdul (PERDAGANGAN → DAGANG, ABDHUR- → ABDUR-).
  const folded = splitAbdul(wordsOf(shortenCategoryPhrases(sounded)));
  let start = 0;
  while (start < folded.length - 1 && OPENING_TITLES.has(folded[start]!)) start += 1;
  const named = start === 0 ? folded : folded.slice(start);
  let key = '';
  named.forEach((word, index) => {
    const meant = givenNameInContext(named, index);
    key += `${index === 0 ? '' : ' '}${meant === word ? word : phoneticWord(meant)}`;
  });
  return key;
}
