import type { Kind, LevelTest } from './settings.ts';

type KindLevels = { levels: LevelTest[]; termFrequency: boolean };

/**
 * Levels for common kinds of columns, strongest first. Likeness thresholds follow what is customary with Jaro–Winkler
 * on names (0.92, 0.88, 0.7) and one or two letters on codes; how much each level weighs is learned.
 */
export function levelsOfKind(kind: Kind): KindLevels {
  return KINDS[kind];
}

const KINDS: Record<Kind, KindLevels> = {
  name: {
    levels: ['exact', { jaro_winkler: 0.92 }, { jaro_winkler: 0.85 }, { jaro_winkler: 0.7 }],
    termFrequency: true,
  },
  text: {
    levels: [
      'exact',
      { any: [{ jaro_winkler: 0.95 }, { token_set: 0.75 }] },
      { any: [{ jaro_winkler: 0.88 }, { token_set: 0.5 }] },
    ],
    termFrequency: true,
  },
  words: {
    levels: [
      'exact',
      { shared_words: 20 },
      { shared_words: 14, share: 0.75 },
      { shared_words: 10, share: 0.75 },
      { shared_words: 10 },
      { shared_words: 6, share: 0.75 },
      { shared_words: 6 },
      { shared_words: 3, share: 0.75 },
      { shared_words: 2 },
      { jaro_winkler: 0.7 },
    ],
    termFrequency: true,
  },
  exact: { levels: ['exact'], termFrequency: true },
  date: {
    levels: [
      'exact',
      { damerau_levenshtein: 1 },
      { any: [{ damerau_levenshtein: 2 }, { days: 31 }] },
      { days: 366 },
    ],
    termFrequency: false,
  },
  number: {
    levels: ['exact', { relative: 0.01 }, { relative: 0.05 }, { relative: 0.2 }],
    termFrequency: false,
  },
  code: { levels: ['exact', { damerau_levenshtein: 1 }, { damerau_levenshtein: 2 }], termFrequency: true },
  email: {
    levels: ['exact', { jaro_winkler: 0.95 }, { jaro_winkler: 0.88 }],
    termFrequency: true,
  },
};
