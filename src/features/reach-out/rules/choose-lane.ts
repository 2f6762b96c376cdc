import {
  type ConsentAnswer,
  type ConsentChannel,
  type NotAllowed,
  type Purpose,
  whyNot,
} from './may-contact.ts';

/**
 * Ways on which somebody of a list is reached, cheapest first: a provider sends (auto), an officer taps (chat), a mail
 * is sent (email), a letter goes to the kelurahan (letter), somebody goes there (visit). None: nobody does, and why is said.
 */
export const lanes = ['chat', 'auto', 'email', 'letter', 'visit', 'none'] as const;
export type Lane = (typeof lanes)[number];

export type LaneReason = NotAllowed | 'no_phone' | 'wrong_number' | 'no_place' | 'gone';

export type LaneFacts = {
  purpose: Purpose;
  /** Usable: a mobile number that nobody found to be wrong. */
  phone: 'usable' | 'wrong' | 'none';
  optedOut: boolean;
  hasVillage: boolean;
  /** The owner has died, or the enterprise was found closed or never to have been. */
  gone: boolean;
  answers: Readonly<Partial<Record<ConsentChannel, ConsentAnswer | null>>>;
};

/** The first way that is open. Who said no to one channel is not sought by another. */
export function chooseLane(facts: LaneFacts): { lane: Lane; reason: LaneReason | null } {
  const { purpose, optedOut, answers } = facts;
  if (facts.gone) return { lane: 'none', reason: 'gone' };
  const allowed = (channel: ConsentChannel) =>
    whyNot({ purpose, manner: 'hand', answer: answers[channel] ?? null, optedOut });
  const take = (lane: Lane, channel: ConsentChannel, reason: LaneReason | null) => {
    const why = allowed(channel);
    return why === null ? { lane, reason } : { lane: 'none' as const, reason: why };
  };
  if (facts.phone === 'usable') return take('chat', 'whatsapp', null);
  if (!facts.hasVillage) return { lane: 'none', reason: 'no_place' };
  if (facts.phone === 'wrong') return take('visit', 'visit', 'wrong_number');
  return take('letter', 'letter', 'no_phone');
}
