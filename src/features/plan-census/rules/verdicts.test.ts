import { expect, test } from 'vitest';
import { endsRow, missingProof, type VerdictFacts, verdictRules, verdicts } from './verdicts.ts';

const bare: Omit<VerdictFacts, 'verdict'> = {
  photos: 0,
  hasPosition: false,
  note: null,
  witnesses: [],
  triedOn: ['2026-11-02'],
  movedTo: null,
  duplicateOf: null,
  pausedSince: null,
  pauseReason: null,
};
const facts = (verdict: VerdictFacts['verdict'], more: Partial<VerdictFacts> = {}): VerdictFacts => ({
  ...bare,
  ...more,
  verdict,
});
const twoDays = ['2026-11-02', '2026-11-05'];

test.each<[VerdictFacts['verdict'], string[]]>([
  ['produces', ['photo', 'position']],
  ['services', ['photo', 'position']],
  ['works_for_others', ['photo_or_note', 'position']],
  ['trades_only', ['photo_or_note', 'position']],
  ['paused', ['paused_since', 'pause_reason']],
  ['closed', ['witness_or_photo']],
  ['moved', ['moved_to', 'witness_or_photo']],
  ['duplicate', ['duplicate_of']],
  ['never_existed', ['rt_or_two_witnesses']],
  ['not_found', ['second_day_or_rt', 'second_day_or_photo_or_position']],
  ['refused', ['note', 'position']],
])('“%s” said without any proof lacks %j', (verdict, missing) => {
  expect(missingProof(facts(verdict))).toEqual(missing);
});

test.each<[string, VerdictFacts]>([
  ['produces, with photo and position', facts('produces', { photos: 1, hasPosition: true })],
  ['services, with photo and position', facts('services', { photos: 2, hasPosition: true })],
  [
    'works for others, with a word instead of a photo',
    facts('works_for_others', { note: 'jahit di rumah', hasPosition: true }),
  ],
  ['only trades, with a photo', facts('trades_only', { photos: 1, hasPosition: true })],
  ['paused, since when and why', facts('paused', { pausedSince: '2026-06', pauseReason: 'season' })],
  ['closed, says a neighbour', facts('closed', { witnesses: ['neighbour'] })],
  ['closed, as the photo shows', facts('closed', { photos: 1 })],
  [
    'moved, and the family does not know where to',
    facts('moved', { movedTo: 'unknown', witnesses: ['family'] }),
  ],
  ['a double, of whom', facts('duplicate', { duplicateOf: 'Batik Sekar' })],
  ['never existed, says the head of the RT', facts('never_existed', { witnesses: ['rt_head'] })],
  ['never existed, says the village office', facts('never_existed', { witnesses: ['village'] })],
  ['never existed, say two neighbours', facts('never_existed', { witnesses: ['neighbour', 'neighbour'] })],
  ['not found on two days', facts('not_found', { triedOn: twoDays })],
  [
    'not found, says the RT, and a photo of the place',
    facts('not_found', { witnesses: ['rt_head'], photos: 1 }),
  ],
  [
    'not found, says the RT, and the position',
    facts('not_found', { witnesses: ['rt_head'], hasPosition: true }),
  ],
  ['refused, with a note and the position', facts('refused', { note: 'takut pajak', hasPosition: true })],
])('%s: nothing is lacking', (_, given) => {
  expect(missingProof(given)).toEqual([]);
});

test.each<[string, VerdictFacts, string[]]>([
  ['one neighbour alone', facts('never_existed', { witnesses: ['neighbour'] }), ['rt_or_two_witnesses']],
  [
    'twice on the same day',
    facts('not_found', { triedOn: ['2026-11-02', '2026-11-02'], photos: 1 }),
    ['second_day_or_rt'],
  ],
  [
    'the RT’s word without having been there',
    facts('not_found', { witnesses: ['rt_head'] }),
    ['second_day_or_photo_or_position'],
  ],
  ['a note of blanks', facts('refused', { note: '  ', hasPosition: true }), ['note']],
])('%s is no proof', (_, given, missing) => {
  expect(missingProof(given)).toEqual(missing);
});

test('only a “not found” without its proof leaves the row to be tried again', () => {
  const ending = verdicts.filter((verdict) => endsRow(facts(verdict)));
  expect(ending).toEqual(verdicts.filter((verdict) => verdict !== 'not_found'));
  expect(endsRow(facts('not_found', { triedOn: twoDays }))).toBe(true);
});

test('an enterprise becomes verified where somebody saw how it stands, and not where nobody could look', () => {
  expect(verdicts.filter((verdict) => !verdictRules[verdict].verifies)).toEqual([
    'moved',
    'duplicate',
    'not_found',
    'refused',
  ]);
});

test('who is gone or refuses is asked nothing further', () => {
  expect(verdicts.filter((verdict) => verdictRules[verdict].questions === 'none')).toEqual([
    'closed',
    'moved',
    'duplicate',
    'never_existed',
    'not_found',
    'refused',
  ]);
});
