/**
 * Trigrams as PostgreSQL's pg_trgm cuts and compares them (contrib/pg_trgm, checked against PostgreSQL 15), for an
 * index in process. Each word is padded with two spaces before and one after, and each trigram is packed into an
 * integer below {@link TRIGRAM_SPACE}, so that postings and counters can be plain arrays.
 * Letters outside A–Z share the few codes left over, as pg_trgm hashes its multibyte trigrams.
 */

/** Every packed trigram is a whole number in [0, TRIGRAM_SPACE). */
export const TRIGRAM_SPACE = 1 << 18;

const MASK = TRIGRAM_SPACE - 1;
const FIRST_SPARE_CODE = 37;
const SPARE_CODES = 64 - FIRST_SPARE_CODE;

/** 1–26 for A–Z and a–z, 27–36 for digits, 37–63 for other letters, 0 for what separates words. */
function codeOf(charCode: number): number {
  if (charCode >= 65 && charCode <= 90) return charCode - 64;
  if (charCode >= 97 && charCode <= 122) return charCode - 96;
  if (charCode >= 48 && charCode <= 57) return charCode - 21;
  return charCode < 128 ? 0 : FIRST_SPARE_CODE + (charCode % SPARE_CODES);
}

/** All trigrams of a key in the order they occur, repeats kept. A key of n letters in w words has n + w of them. */
export function orderedTrigrams(key: string): Uint32Array {
  const trigrams = new Uint32Array(key.length * 2);
  let count = 0;
  let window = 0;
  for (let index = 0; index < key.length; index += 1) {
    const code = codeOf(key.charCodeAt(index));
    if (code === 0 && window === 0) continue;
    window = ((window << 6) | code) & MASK;
    trigrams[count] = window;
    count += 1;
    // The word is over: its last trigram ends in one space, and the next word starts afresh.
    if (code === 0) window = 0;
  }
  if (window !== 0) {
    trigrams[count] = (window << 6) & MASK;
    count += 1;
  }
  return trigrams.slice(0, count);
}

/** The distinct trigrams of a key, ascending. */
export function trigramSet(key: string): Uint32Array {
  const sorted = orderedTrigrams(key).sort();
  let count = 0;
  for (let index = 0; index < sorted.length; index += 1) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) {
      sorted[count] = sorted[index]!;
      count += 1;
    }
  }
  return sorted.slice(0, count);
}

/** pg_trgm's similarity() of two {@link trigramSet}s: shared over all, 0 to 1; 0 when either is empty. */
export function similarity(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < one.length && j < other.length) {
    const difference = one[i]! - other[j]!;
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared === 0 ? 0 : shared / (one.length + other.length - shared);
}

/** Scratch for wordSimilarity, all zero between calls: which trigrams are asked for, and 1 + where each was last met. */
const asked = new Uint8Array(TRIGRAM_SPACE);
const lastMet = new Int32Array(TRIGRAM_SPACE);

/**
 * pg_trgm's word_similarity(): the greatest similarity, 0 to 1, of the query with any unbroken stretch of the
 * document, so that one word asked for is found whole in a long name.
 *
 * @param query {@link trigramSet} of what was typed
 * @param document {@link orderedTrigrams} of what is on record
 */
export function wordSimilarity(query: Uint32Array, document: Uint32Array): number {
  for (let index = 0; index < query.length; index += 1) asked[query[index]!] = 1;
  const best = bestStretch(query.length, document);
  for (let index = 0; index < query.length; index += 1) asked[query[index]!] = 0;
  for (let index = 0; index < document.length; index += 1) lastMet[document[index]!] = 0;
  return best;
}

/** Widens the stretch to each asked trigram in turn, then drops from its start whatever lowers the similarity. */
function bestStretch(queryLength: number, document: Uint32Array): number {
  let best = 0;
  let lower = -1;
  let distinct = 0;
  let shared = 0;
  for (let upper = 0; upper < document.length; upper += 1) {
    const trigram = document[upper]!;
    const isAsked = asked[trigram] === 1;
    if (lower < 0 && !isAsked) continue;
    if (lower < 0) lower = upper;
    if (lastMet[trigram] === 0) {
      distinct += 1;
      if (isAsked) shared += 1;
    }
    lastMet[trigram] = upper + 1;
    if (!isAsked) continue;

    let current = shared / (queryLength + distinct - shared);
    const before = lower;
    let triedDistinct = distinct;
    let triedShared = shared;
    for (let start = before; start <= upper; start += 1) {
      const tried = triedShared / (queryLength + triedDistinct - triedShared);
      if (tried > current) {
        current = tried;
        distinct = triedDistinct;
        shared = triedShared;
        lower = start;
      }
      const dropped = document[start]!;
      if (lastMet[dropped] === start + 1) {
        triedDistinct -= 1;
        if (asked[dropped] === 1) triedShared -= 1;
      }
    }
    for (let start = before; start < lower; start += 1) {
      if (lastMet[document[start]!] === start + 1) lastMet[document[start]!] = 0;
    }
    if (current > best) best = current;
  }
  return best;
}
