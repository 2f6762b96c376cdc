import { expect, test } from 'vitest';
import { defaultModel } from '#likeness/default-model.ts';
import { isOfToday } from './likeness-model.ts';

test('parameters that an older house learned, of other comparisons, are not used', () => {
  const [first, ...rest] = defaultModel.comparisons;
  expect(isOfToday(structuredClone(defaultModel), defaultModel)).toBe(true);
  expect(isOfToday({ ...defaultModel, comparisons: rest }, defaultModel)).toBe(false);
  const renamed = { ...first!, levels: first!.levels.map((level) => ({ ...level, label: 'else' })) };
  expect(isOfToday({ ...defaultModel, comparisons: [renamed, ...rest] }, defaultModel)).toBe(false);
  expect(isOfToday({}, defaultModel)).toBe(false);
  expect(isOfToday(undefined, defaultModel)).toBe(false);
});
