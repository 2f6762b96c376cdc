/**
 * A seed as it is compared: a trial with the same in other letters or spaces would show what the published one leads to.
 */
export const sameSeed = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (seed: string): string => seed.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
