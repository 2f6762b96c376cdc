import { expect, test } from 'vitest';
import { judgedPairs } from './likeness-labels.ts';

test('what people said teaches: one business or not; who was not sure teaches nothing', () => {
  const pattern: [string, string][] = [['nik', 'exact']];
  const of = (decision: Parameters<typeof judgedPairs>[0][number]['decision']) =>
    judgedPairs([{ pattern, decision }]).map(({ isMatch }) => isMatch);
  expect(of('same')).toEqual([true]);
  expect(of('family_continues')).toEqual([true]);
  expect(of('different')).toEqual([false]);
  expect(of('same_owner')).toEqual([false]);
  expect(of('unsure')).toEqual([]);
});
