import { expect, test } from 'vitest';
import { comparisonLevels } from '../rules/evidence.ts';
import { evidenceSentence } from './evidence-words.ts';

const said = (comparison: string, level: string, locale: 'id' | 'en') =>
  evidenceSentence({ comparison, level, weight: 1 }, locale);

test('every way in which two records can be alike has its sentence in both languages', () => {
  for (const [comparison, levels] of Object.entries(comparisonLevels)) {
    for (const level of levels.filter((one) => one !== 'missing')) {
      // Without one it would read "name: level".
      for (const locale of ['id', 'en'] as const) expect(said(comparison, level, locale)).not.toContain(': ');
    }
  }
});

test('a comparison or level of a newer version is shown by its name instead of stopping the page', () => {
  expect(said('mother_name', 'much_alike', 'id')).toBe('mother name: much alike');
  expect(said('nik', 'constructor', 'id')).toBe('NIK: constructor');
});
