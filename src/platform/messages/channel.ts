/** A way to reach a person. Each provider is one Channel; what cannot be delivered stays in the outbox. */
export type Channel = {
  kind: 'email' | 'whatsapp';
  /** False: nothing is configured, messages are kept in the outbox for an officer to pass on by hand. */
  delivers: boolean;
  send(message: { recipient: string; subject: string | null; body: string }): Promise<Delivery>;
};

export type Delivery =
  | { ok: true; providerId: string | null }
  | { ok: false; error: string; permanent: boolean };
