import { expect, test } from 'vitest';
import { chooseSurvivor } from './choose-survivor.ts';

const older = {
  enterpriseId: '01970f2e-5a00-7000-8000-000000000001',
  standing: 'listed',
  filled: 5,
  sources: 1,
};
const newer = { ...older, enterpriseId: '01970f2e-5a00-7000-8000-000000000002' };

test.each([
  [
    'a record that was checked stays before one that is only listed',
    { ...newer, standing: 'verified', filled: 0 },
    older,
  ],
  ['the fuller record stays', { ...newer, filled: 6, sources: 0 }, older],
  ['the record on more lists stays', { ...newer, sources: 2 }, older],
  ['of two that are equal the older stays', older, newer],
])('%s, whichever is named first', (_rule, stays, goes) => {
  expect(chooseSurvivor(stays, goes)).toBe(stays);
  expect(chooseSurvivor(goes, stays)).toBe(stays);
});
