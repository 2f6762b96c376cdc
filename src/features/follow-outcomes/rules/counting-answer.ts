import type { PlainDate } from '#kernel/calendar.ts';
import { type AskDays, phaseOf } from './ask-calendar.ts';
import type { OutcomeAnswers } from './outcome-questions.ts';

export type Via = 'owner' | 'companion' | 'officer';

/** One answer as it is kept; none is ever changed but for what the owner says of it. */
export type KeptAnswer = {
  answerId: string;
  via: Via;
  answers: OutcomeAnswers;
  answeredOn: PlainDate;
  recordedAt: Date;
  recordedBy: string;
  confirmedAt: Date | null;
  disputedAt: Date | null;
  disputeNote: string | null;
};

/** The answer that counts: the newest that the owner did not say was wrong. `answers`: newest first. */
export function countingAnswer(answers: readonly KeptAnswer[]): KeptAnswer | null {
  return answers.find(({ disputedAt }) => disputedAt === null) ?? null;
}

/** An answer by others about which the owner has yet to say whether it is so. */
export function waitsForOwner(answer: KeptAnswer | null): boolean {
  return answer !== null && answer.via !== 'owner' && answer.confirmedAt === null;
}

/**
 * planned: not due. waiting: due, nothing heard, still time. silent: nothing heard, too late. disputed: all that others said
 * was not so. told: said by an officer or companion. confirmed: the owner's own word.
 */
export type Standing = 'planned' | 'waiting' | 'silent' | 'disputed' | 'told' | 'confirmed';

export function standingOf(days: AskDays, answers: readonly KeptAnswer[], today: PlainDate): Standing {
  const counts = countingAnswer(answers);
  if (counts) return waitsForOwner(counts) ? 'told' : 'confirmed';
  if (answers.length > 0) return 'disputed';
  const phase = phaseOf(days, today);
  return phase === 'open' ? 'waiting' : phase === 'closed' ? 'silent' : 'planned';
}

/** Whether somebody answered in a way that counts. */
export const hasAnswered = (standing: Standing): boolean => standing === 'told' || standing === 'confirmed';
