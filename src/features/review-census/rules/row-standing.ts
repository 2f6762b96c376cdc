/** An answer to a row as far as its standing goes, in the order in which the answers were given. */
export type StandingAnswer = {
  status: string;
  verdict: string | null;
  /** False: a draft that was rescued from a phone. It stands for nothing. */
  isFinished: boolean;
  isSecondLook: boolean;
};

/** `free`: nothing is known of it, so it is to be visited. `answer`: the one whose verdict the row has. */
export type Standing<Answer> = {
  status: 'submitted' | 'sent_back' | 'approved' | 'contested' | 'free';
  answer: Answer | null;
};

/**
 * Where a row stands, by all that was answered and decided: what was sent back is waited for; what was approved holds,
 * also while another answer waits beside it; else the latest that waits. A second look is no answer of its own until
 * somebody approves it.
 */
export function rowStanding<Answer extends StandingAnswer>(inOrder: readonly Answer[]): Standing<Answer> {
  const last = (status: string, holds: (answer: Answer) => boolean) =>
    inOrder.findLast((answer) => answer.status === status && holds(answer)) ?? null;
  const isAnswer = ({ isFinished, verdict, isSecondLook }: Answer) =>
    isFinished && verdict !== null && !isSecondLook;
  const sentBack = last('sent_back', () => true);
  const approved = last('approved', () => true);
  const waiting = last('received', isAnswer);
  if (sentBack) return { status: 'sent_back', answer: approved ?? sentBack };
  if (approved) return { status: waiting ? 'contested' : 'approved', answer: approved };
  return waiting ? { status: 'submitted', answer: waiting } : { status: 'free', answer: null };
}
