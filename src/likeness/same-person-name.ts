import { editDistance } from '#kernel/naming/edit-distance.ts';
import { parsePersonName } from '#kernel/naming/person-name.ts';
import { phoneticWord } from '#kernel/naming/phonetic-key.ts';

/** Endings that tell a man's name from a woman's: HARYANTO, HARYANTI. (SUTRISNO and SUTRISNA sound alike here.) */
const ENDING = /[OI]$/;
const LONG_ENOUGH_FOR_A_SLIP = 5;

/**
 * Whether two names can be one person's name, written down twice: every word of the shorter one is a word of the other,
 * as it sounds, as its initial, or but for one slip of the pen that does not turn a man's name into a woman's.
 */
export function mayBeSamePersonName(one: string, other: string): boolean {
  const [few, many] = [parsePersonName(one), parsePersonName(other)].sort(
    (a, b) => a.tokens.length - b.tokens.length,
  );
  if (few!.compactKey === many!.compactKey) return true;
  return few!.tokens.every((word) => many!.tokens.some((opposite) => mayBeSameWord(word, opposite)));
}

function mayBeSameWord(one: string, other: string): boolean {
  if (one.length === 1 || other.length === 1) return one[0] === other[0];
  if (phoneticWord(one) === phoneticWord(other)) return true;
  if (Math.min(one.length, other.length) < LONG_ENOUGH_FOR_A_SLIP || editDistance(one, other, 1) > 1)
    return false;
  const endsOtherwise = one.at(-1) !== other.at(-1) && ENDING.test(one) && ENDING.test(other);
  return !endsOtherwise;
}
