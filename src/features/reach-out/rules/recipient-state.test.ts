import { expect, test } from 'vitest';
import { outcomes, recipientStates, stateAfter } from './recipient-state.ts';

test('who declined stays so, whatever is tried', () => {
  for (const outcome of outcomes) expect(stateAfter('declined', outcome)).toBe(null);
});

test('everybody but who declined already can decline', () => {
  for (const state of recipientStates)
    expect(stateAfter(state, 'declined')).toBe(state === 'declined' ? null : 'declined');
});

test('a reply is never undone by a later "sent", and nobody is sent to twice', () => {
  for (const state of recipientStates)
    expect(stateAfter(state, 'sent')).toBe(state === 'waiting' ? 'sent' : null);
});

test('a visit settles a wrong number, and may be tried again where nobody was met', () => {
  expect(stateAfter('wrong_number', 'met')).toBe('met');
  expect(stateAfter('not_met', 'met')).toBe('met');
  expect(stateAfter('not_met', 'not_met')).toBe('not_met');
});
