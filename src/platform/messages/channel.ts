/** A way to reach a person. Each provider is one Channel; what cannot be delivered stays in the outbox. */
export type Channel = {
  kind: 'email' | 'whatsapp';
  /** False: nothing is configured, messages are kept in the outbox for an officer to pass on by hand. */
  delivers: boolean;
  send(message: ChannelMessage): Promise<Delivery>;
};

export type ChannelMessage = {
  /** Our own id: the same when a message is tried again. */
  messageId: string;
  recipient: string;
  subject: string | null;
  body: string;
  /** Further lines of a mail's head, such as List-Unsubscribe. */
  headers: Readonly<Record<string, string>>;
};

/**
 * `later`: not sent, for a reason that may pass. `refused`: not sent, and never will be. `wrong_address`: the same, since nobody
 * is at this address. `doubtful`: the connection broke while the message was being handed over; nobody knows.
 */
export type Delivery =
  | { ok: true; providerId: string | null }
  | { ok: false; error: string; why: 'later' | 'refused' | 'wrong_address' | 'doubtful' };
