import { expect, test } from 'vitest';
import { type DeliveryFacts, decideDelivery, graceDays } from './decide-delivery.ts';
import { canDecide, deliveryStates } from './delivery-states.ts';

const usual: DeliveryFacts = {
  phone: 'proven',
  person: 'of_phone',
  accountIsOpen: true,
  round: 'running',
  isMember: true,
  isFinished: true,
  row: { isTheirs: true },
  idIsTaken: false,
  isRecheck: false,
  hasVerdict: true,
  editedSince: false,
  isAnswered: false,
  sameId: 'none',
};
const decided = (more: Partial<DeliveryFacts>, released = false) =>
  decideDelivery({ ...usual, ...more }, released);

test('a finished visit of an enumerator of the round is taken as it is', () => {
  expect(decided({})).toEqual({ state: 'applied', conflicts: [] });
  expect(decided({ row: 'none' })).toEqual({ state: 'applied', conflicts: [] });
});

test.each<[string, Partial<DeliveryFacts>]>([
  ['unknown_phone', { phone: 'unknown' }],
  ['wrong_token', { phone: 'wrong_token' }],
  ['phone_revoked', { phone: 'revoked' }],
  ['not_of_phone', { person: 'not_of_phone' }],
  ['person_revoked', { person: 'revoked' }],
  ['account_closed', { accountIsOpen: false }],
  ['round_not_open', { round: 'not_open' }],
  ['not_in_round', { isMember: false }],
  ['round_closed', { round: { closedForDays: graceDays + 1 } }],
  ['unfinished', { isFinished: false }],
])('%s: it waits, until a person has looked and puts it in', (reason, facts) => {
  expect(decided(facts)).toEqual({ state: 'quarantined', reason });
  expect(decided(facts, true)).toMatchObject({ state: 'applied' });
});

test.each<[string, Partial<DeliveryFacts>]>([
  ['unknown_round', { round: 'unknown' }],
  ['unknown_row', { row: 'unknown' }],
  ['unknown_person', { person: 'unknown' }],
  ['other_under_same_id', { sameId: 'other' }],
  ['other_under_same_id', { row: 'none', idIsTaken: true }],
])('%s: nobody can put it in', (reason, facts) => {
  for (const released of [false, true])
    expect(decided(facts, released)).toEqual({ state: 'quarantined', reason });
});

test('the same submission in a second envelope changes nothing', () => {
  expect(decided({ sameId: 'same', phone: 'revoked' })).toEqual({ state: 'already_applied' });
});

test.each<[string, Partial<DeliveryFacts>]>([
  ['reassigned', { row: { isTheirs: false } }],
  ['edited_in_office', { editedSince: true }],
  ['answered_twice', { isAnswered: true }],
  ['round_closed', { round: { closedForDays: graceDays } }],
])('%s: taken, and said to the supervisor', (conflict, facts) => {
  expect(decided(facts)).toEqual({ state: 'applied', conflicts: [conflict] });
});

test('several conflicts stand beside each other', () => {
  expect(decided({ row: { isTheirs: false }, editedSince: true, isAnswered: true })).toEqual({
    state: 'applied',
    conflicts: ['reassigned', 'edited_in_office', 'answered_twice'],
  });
});

test('a second look, and a visit at which nobody was home, answer nothing twice', () => {
  expect(decided({ isRecheck: true, row: { isTheirs: false }, isAnswered: true })).toMatchObject({
    conflicts: [],
  });
  expect(decided({ hasVerdict: false, isAnswered: true })).toMatchObject({ conflicts: [] });
});

test('only what waits can be decided, and what cannot be read cannot be put in', () => {
  const open = deliveryStates.flatMap((state) =>
    (['release', 'set_aside'] as const)
      .filter((one) => canDecide(state, one))
      .map((one) => `${state} ${one}`),
  );
  expect(open).toEqual(['quarantined release', 'quarantined set_aside', 'unreadable set_aside']);
});
