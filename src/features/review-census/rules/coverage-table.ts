import type { Locale } from '#kernel/language.ts';
import type { CoverageView } from './coverage-view.ts';

export type CoverageWords = {
  locale: Locale;
  village: string;
  district: string;
  noVillage: string;
  total: string;
  numbers: readonly [key: NumberKey, title: string][];
  verdictTitle: (verdict: string) => string;
};
export type NumberKey =
  | 'listed'
  | 'rtInformed'
  | 'assigned'
  | 'visited'
  | 'approved'
  | 'notVisited'
  | 'found';

/** Kelurahan as lines of numbers, every verdict a column, the sum last: for sheets and paper. */
export function coverageTable(
  view: CoverageView,
  words: CoverageWords,
): {
  titles: string[];
  lines: (string | number)[][];
} {
  const verdicts = Object.entries(view.total.verdicts)
    .sort(([, a], [, b]) => b - a)
    .map(([verdict]) => verdict);
  type Line = Pick<CoverageView['villages'][number], 'verdicts' | 'found'> &
    Record<Exclude<NumberKey, 'notVisited'>, number>;
  const numbersOf = (line: Line) => [
    ...words.numbers.map(([key]) => (key === 'notVisited' ? line.listed - line.visited : line[key])),
    ...verdicts.map((verdict) => line.verdicts[verdict] ?? 0),
  ];
  return {
    titles: [
      words.village,
      words.district,
      ...words.numbers.map(([, title]) => title),
      ...verdicts.map(words.verdictTitle),
    ],
    lines: [
      ...view.villages.map((line) => [line.name ?? words.noVillage, line.district ?? '', ...numbersOf(line)]),
      [words.total, '', ...numbersOf({ ...view.total, found: view.found })],
    ],
  };
}
