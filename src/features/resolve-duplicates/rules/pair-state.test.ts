import { expect, test } from 'vitest';
import { type PairDeed, type PairStatus, statusAfter } from './pair-state.ts';

const deeds: PairDeed[] = ['decide', 'ask', 'undo', 'settle', 'open'];

test.each<[PairStatus, (PairStatus | null)[]]>([
  ['proposed', [null, null, null, 'set_aside', 'open']],
  ['open', ['decided', 'asked', null, 'set_aside', null]],
  ['asked', ['decided', null, 'open', 'set_aside', null]],
  ['decided', [null, null, 'open', null, null]],
  ['set_aside', [null, null, null, null, 'open']],
])('a pair that is %s goes, by each deed, where the table says and nowhere else', (status, expected) => {
  expect(deeds.map((deed) => statusAfter(status, deed))).toEqual(expected);
});
