/**
 * One spelling for names that sound alike in Pekalongan and Batang. It is the loosest key: RATNO and RATNA meet in
 * it, as SUTRISNO and SUTRISNA must, so it proposes candidates and never decides. Sex-coded endings other than O/A
 * (HARYANTO, HARYANTI), a final -AH (HALIM, HALIMAH) and inner vowels (DWI, DEWI) survive.
 *
 * Precedence, each step seeing what the former left:
 * 1. Old spelling: OE→U, J→Y beside another old marker in the same word, TJ→C, DJ→J, SJ→SY. Never NJ→NY
 *    (Panjang, Anjar). A word opening with KHOER/CHOER/HOER is Javanese for KHAIR, not old spelling for KHUR.
 * 2. Arabic digraphs: KH/CH→H, SY/SH→S, then TH→T, DH→D, GH→G (so FATKHUR = FATHUR), DZ→Z, Q→K, F/V→P.
 * 3. Javanised vowels: OO→U, O→A, Y→I (DYAH = DIAH, HARYANTO = HARIYANTO), AE→AI (ZAENAL = ZAINAL).
 * 4. Doubled letters → single; a final H after a vowel is dropped.
 */

const OLD_SPELLING = /OE|[TDS]J/;
const JAVANESE_KHAIR = /^[CK]?HOER/;
const OLD_U = /OE/g;
const LONE_J = /(?<![TDSN])J/g;
const OLD_C = /TJ/g;
const OLD_J = /DJ/g;
const OLD_SY = /SJ/g;

/** Anything a rule below would change. The tests before the rules are for speed: most words need few of them. */
const FOLDABLE = /[QFVOY]|[CKSTDG]H|[TDS]J|DZ|AE|[AEIU]H$|([A-Z])\1/;
const DIGRAPH = /[CKSTDG]H|SY|OO|DZ/;
const RARE_LETTER = /[QFVY]/;

const LONG_O = /OO+/g;
const KH_CH = /[CK]H+/g;
const SY_SH = /SY?H+|SY(?=[AEIOU])/g;
const TH_DH_GH = /([DGT])H+/g;
const DZ = /DZ/g;
const AE = /AE/g;
const DOUBLED = /([A-Z])\1+/g;
const FINAL_H = /([AEIU])H$/;

function modernise(word: string): string {
  return word
    .replace(JAVANESE_KHAIR, 'HAIR')
    .replace(OLD_U, 'U')
    .replace(LONE_J, 'Y')
    .replace(OLD_C, 'C')
    .replace(OLD_J, 'J')
    .replace(OLD_SY, 'SY');
}

function foldOnce(word: string): string {
  let folded = OLD_SPELLING.test(word) ? modernise(word) : word;
  if (DIGRAPH.test(folded)) {
    folded = folded
      .replace(LONG_O, 'U')
      .replace(KH_CH, 'H')
      .replace(SY_SH, 'S')
      .replace(TH_DH_GH, '$1')
      .replace(DZ, 'Z');
  }
  if (RARE_LETTER.test(folded)) {
    folded = folded.replaceAll('Q', 'K').replaceAll('F', 'P').replaceAll('V', 'P').replaceAll('Y', 'I');
  }
  return folded.replaceAll('O', 'A').replace(AE, 'AI').replace(DOUBLED, '$1').replace(FINAL_H, '$1');
}

/**
 * Folds one cleaned word (upper case, no spaces). Digits and non-Latin letters pass through; never gives ''
 * for a word that was not empty. Folding a folded word changes nothing.
 */
export function phoneticWord(word: string): string {
  let folded = word;
  // One rule can make room for another (TTJ → TJ → C), so it runs while anything is left to fold: once, as a rule.
  while (FOLDABLE.test(folded)) {
    const next = foldOnce(folded);
    if (next === folded) throw new Error(`FOLDABLE matches ${word}, and no rule folds it`);
    folded = next;
  }
  return folded;
}

/** Space-joined {@link phoneticWord} of cleaned words. */
export function phoneticKey(words: readonly string[]): string {
  let key = '';
  for (const word of words) key += key === '' ? phoneticWord(word) : ` ${phoneticWord(word)}`;
  return key;
}
