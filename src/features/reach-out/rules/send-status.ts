/** How far a message handed to the provider has come. Doubtful: a call broke off, nobody knows. Dropped: not sent at all. */
export const sendStatuses = [
  'waiting',
  'sending',
  'doubtful',
  'accepted',
  'sent',
  'failed',
  'delivered',
  'read',
  'dropped',
] as const;
export type SendStatus = (typeof sendStatuses)[number];

/** Notices come late, twice and out of order; a message goes up this ladder and never down. */
const ranks: Readonly<Record<SendStatus, number>> = {
  waiting: 0,
  sending: 0,
  doubtful: 0,
  dropped: 0,
  accepted: 1,
  sent: 2,
  // Said of one phone of a person while another may still have it.
  failed: 3,
  delivered: 4,
  read: 5,
};

/** Whether a notice brings a message further. */
export const isFurther = (from: SendStatus, to: SendStatus): boolean => ranks[to] > ranks[from];

/** Whether the message was, or may have been, handed over: it is not sent again by itself. */
export const isOut = (status: SendStatus): boolean => status !== 'waiting' && status !== 'dropped';
