import { expect, test } from 'vitest';
import { someAnswers } from '../factory.ts';
import { countingAnswer, hasAnswered, type KeptAnswer, standingOf } from './counting-answer.ts';

const at = new Date('2026-05-10T00:00:00Z');
const answer = (more: Partial<KeptAnswer>): KeptAnswer => ({
  answerId: 'a',
  via: 'owner',
  answers: someAnswers(),
  answeredOn: '2026-05-10',
  recordedAt: at,
  recordedBy: 'Uji',
  confirmedAt: null,
  disputedAt: null,
  disputeNote: null,
  ...more,
});
const days = { dueOn: '2026-05-01', closesOn: '2026-06-15' };

test.each([
  ['nothing is due yet', [], '2026-04-30', 'planned'],
  ['nothing heard, still time', [], '2026-06-15', 'waiting'],
  ['nothing heard, too late: silence stays silence', [], '2026-06-16', 'silent'],
  ['the owner answered', [answer({})], '2026-06-16', 'confirmed'],
  ['an officer wrote down what was told', [answer({ via: 'officer' })], '2026-05-20', 'told'],
  [
    'a companion did, and the owner says so',
    [answer({ via: 'companion', confirmedAt: at })],
    '2026-05-20',
    'confirmed',
  ],
  ['the owner says it was not so', [answer({ via: 'officer', disputedAt: at })], '2026-05-20', 'disputed'],
  [
    'the owner says it was not so and tells it',
    [answer({}), answer({ via: 'officer', disputedAt: at })],
    '2026-05-20',
    'confirmed',
  ],
  [
    'an older answer counts again when the newer one is disputed',
    [answer({ via: 'officer', disputedAt: at }), answer({})],
    '2026-05-20',
    'confirmed',
  ],
] as const)('%s', (_, answers, today, standing) => {
  expect(standingOf(days, answers, today)).toBe(standing);
});

test('the newest answer counts', () => {
  const newer = answer({ answerId: 'b', answers: someAnswers({ running: 'closed' }) });
  expect(countingAnswer([newer, answer({})])).toBe(newer);
});

test('neither silence nor a disputed note is an answer', () => {
  expect((['planned', 'waiting', 'silent', 'disputed'] as const).some(hasAnswered)).toBe(false);
});
