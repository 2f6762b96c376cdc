import { type Locale, messagesFor } from '#kernel/language.ts';
import type { CoverageWords } from '../rules/coverage-table.ts';
import { coverageMessages } from './coverage-messages.ts';
import { verdictWord } from './verdict-words.ts';

/** Titles of the coverage table on paper and in sheets. */
export function coverageWords(locale: Locale): CoverageWords {
  const t = messagesFor(coverageMessages, locale);
  return {
    locale,
    village: t.village,
    district: locale === 'id' ? 'Kecamatan' : 'District',
    noVillage: t.noVillage,
    total: t.total,
    numbers: [
      ['listed', t.listed],
      ['rtInformed', t.rt],
      ['assigned', t.assigned],
      ['visited', t.visited],
      ['approved', t.approved],
      ['notVisited', t.notVisited],
      ['found', t.found],
    ],
    verdictTitle: (verdict) => verdictWord(verdict, locale),
  };
}
