import { expect, test } from 'vitest';
import { rowStanding, type StandingAnswer } from './row-standing.ts';

const answer = (status: string, more: Partial<StandingAnswer> = {}): StandingAnswer => ({
  status,
  verdict: 'produces',
  isFinished: true,
  isSecondLook: false,
  ...more,
});
const statusOf = (...answers: StandingAnswer[]) => rowStanding(answers).status;

test('what was approved holds while another answer waits beside it', () => {
  const approved = answer('approved', { verdict: 'closed' });
  expect(rowStanding([approved, answer('received')])).toEqual({ status: 'contested', answer: approved });
});

test('of several that wait the latest speaks for the row', () => {
  const latest = answer('received', { verdict: 'moved' });
  expect(rowStanding([answer('received'), latest])).toEqual({ status: 'submitted', answer: latest });
});

test('a row of which an answer was sent back is to be visited, whatever else waits', () => {
  expect(statusOf(answer('sent_back'), answer('received'))).toBe('sent_back');
});

test('drafts, second looks that nobody approved, tries, and what was set aside say nothing of a row', () => {
  expect(statusOf()).toBe('free');
  expect(
    statusOf(
      answer('received', { isFinished: false }),
      answer('received', { isSecondLook: true }),
      answer('received', { verdict: null }),
      answer('set_aside'),
      answer('replaced'),
    ),
  ).toBe('free');
});

test('a second look that was approved is the answer that holds', () => {
  const second = answer('approved', { isSecondLook: true, verdict: 'closed' });
  expect(rowStanding([answer('replaced'), second])).toEqual({ status: 'approved', answer: second });
});
