import { expect, test } from 'vitest';
import type { Draft } from './draft-content.ts';
import { proofMissing } from './missing-proof.ts';

const now = Date.UTC(2026, 2, 14, 7);
const draft = (answers: Draft['answers'], more: Partial<Draft> = {}) =>
  ({ answers, photos: [], ...more }) as unknown as Draft;
const photo = { id: 'p', item: 'photo', takenAt: '2026-03-14T07:00:00Z' };
const position = { latitude: -6.9, longitude: 109.7, accuracyM: 8, at: '2026-03-14T07:00:00Z' };

test('who produces is seen: with a photo and a position', () => {
  expect(proofMissing(draft({ verdict: 'produces' }), undefined, now)).toEqual(['photo', 'position']);
  expect(proofMissing(draft({ verdict: 'produces' }, { photos: [photo], position }), undefined, now)).toEqual(
    [],
  );
});

test('whoever is not found is looked for on a second day', () => {
  const notFound = draft({ verdict: 'not_found', asked_whom: 'neighbour' }, { photos: [photo] });
  expect(proofMissing(notFound, {}, now)).toEqual(['second_day_or_rt']);
  expect(proofMissing(notFound, { tries: 1 }, now)).toEqual([]);
});

test('without a verdict nothing is asked for', () => {
  expect(proofMissing(draft({}), undefined, now)).toEqual([]);
});
