/** What was decided last, for the notice that offers the way back. */
export type Happened = {
  submissionId: string;
  decision: 'approve' | 'send_back' | 'set_aside' | 'undo';
  name: string;
};
