import { expect, test } from 'vitest';
import { isToDo, isVisited, type RowStatus, rowActions, rowStatusAfter, rowStatuses } from './row-state.ts';

const no = null;

// assign, unassign, try, submit, send_back, approve, discard, undo, set_aside, take_up_again
test.each<[RowStatus, (RowStatus | null)[]]>([
  ['open', ['assigned', no, 'tried', 'submitted', no, 'approved', no, 'submitted', 'set_aside', no]],
  ['assigned', ['assigned', 'open', 'tried', 'submitted', no, 'approved', no, 'submitted', 'set_aside', no]],
  ['tried', ['tried', 'open', 'tried', 'submitted', no, 'approved', no, 'submitted', 'set_aside', no]],
  ['submitted', [no, no, 'submitted', 'submitted', 'sent_back', 'approved', 'assigned', no, no, no]],
  [
    'sent_back',
    ['sent_back', 'open', 'sent_back', 'submitted', no, 'approved', no, 'submitted', 'set_aside', no],
  ],
  ['approved', [no, no, 'approved', 'contested', 'sent_back', no, no, 'submitted', 'set_aside', no]],
  ['contested', [no, no, 'contested', 'contested', 'sent_back', 'approved', 'approved', 'submitted', no, no]],
  ['set_aside', [no, no, 'set_aside', 'submitted', no, no, no, no, no, 'open']],
])('a row that is %s goes, by each action, where the table says and nowhere else', (status, expected) => {
  expect(rowActions.map((action) => rowStatusAfter(status, action))).toEqual(expected);
});

test('what a phone delivers is never refused, and a visit in vain undoes nobody’s answer', () => {
  for (const status of rowStatuses) {
    expect(rowStatusAfter(status, 'submit')).not.toBeNull();
    expect(isVisited(rowStatusAfter(status, 'try')!)).toBe(isVisited(status));
  }
});

test('a row counts as visited from the answer on, unless it came back; one set aside counts nowhere', () => {
  expect(rowStatuses.filter(isVisited)).toEqual(['submitted', 'approved', 'contested']);
  expect(rowStatuses.filter(isToDo)).toEqual(['open', 'assigned', 'tried', 'sent_back']);
});
