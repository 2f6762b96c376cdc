/** What was decided last, for the notice that offers the way back. */
export type Happened = {
  submissionId: string;
  decision: 'approve' | 'send_back' | 'set_aside' | 'undo';
  name: string;
  /** Of an undo: a value that somebody changed since stayed as it is. */
  isKept?: boolean;
};
