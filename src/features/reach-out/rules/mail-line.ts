/** How a message stands in the outbox. */
type OutboxStatus = 'waiting' | 'sending' | 'doubtful' | 'sent' | 'failed' | 'kept' | 'dropped';

/** How one mail of a list stands: as its message in the outbox, or nobody is at the address. */
export type MailState = OutboxStatus | 'wrong_address';

/** Whether a mail left the house, or may have: only such a one can come back. */
export const mayHaveComeBack = (status: MailState): boolean =>
  status === 'sent' || status === 'doubtful' || status === 'failed';
