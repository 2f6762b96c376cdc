/** Where somebody of a list stands. */
export const recipientStates = [
  'waiting',
  'sent',
  'wrong_number',
  'replied',
  'declined',
  'handed',
  'met',
  'not_met',
] as const;
export type RecipientState = (typeof recipientStates)[number];

/** What an officer says happened. `skipped` puts the person behind the others. */
export const outcomes = [
  'sent',
  'wrong_number',
  'replied',
  'skipped',
  'declined',
  'handed',
  'met',
  'not_met',
] as const;
export type ContactOutcome = (typeof outcomes)[number];

/** State × outcome → state; what is not here cannot happen. */
const table: Readonly<Record<RecipientState, Partial<Record<ContactOutcome, RecipientState>>>> = {
  waiting: {
    sent: 'sent',
    wrong_number: 'wrong_number',
    replied: 'replied',
    skipped: 'waiting',
    declined: 'declined',
    handed: 'handed',
    met: 'met',
    not_met: 'not_met',
  },
  sent: { wrong_number: 'wrong_number', replied: 'replied', declined: 'declined' },
  wrong_number: { met: 'met', not_met: 'not_met', declined: 'declined' },
  replied: { declined: 'declined' },
  handed: { replied: 'replied', declined: 'declined', met: 'met' },
  not_met: { met: 'met', not_met: 'not_met', declined: 'declined' },
  met: { declined: 'declined' },
  declined: {},
};

/** The state after this outcome; null where it cannot happen. */
export const stateAfter = (state: RecipientState, outcome: ContactOutcome): RecipientState | null =>
  table[state][outcome] ?? null;

/** Whether the person was reached: who was merely visited in vain or has a wrong number was not. */
export const reachedStates: readonly RecipientState[] = ['sent', 'replied', 'handed', 'met', 'declined'];
