/** What became of an envelope that reached the office. */
export const deliveryStates = ['applied', 'quarantined', 'unreadable', 'released', 'set_aside'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why a person has to look before anything is touched. */
export const quarantineReasons = [
  'unknown_phone',
  'wrong_token',
  'phone_revoked',
  'unknown_person',
  'not_of_phone',
  'person_revoked',
  'account_closed',
  'unknown_round',
  'not_in_round',
  'round_not_open',
  'round_closed',
  'unknown_row',
  'unfinished',
  'other_under_same_id',
  'applying_failed',
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** Why nothing can be told of an envelope; it is kept as it came. */
export const unreadableReasons = ['unknown_key', 'cannot_be_opened', 'not_json', 'not_understood'] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

/** What a submission was at odds with when it came; both versions are kept, and the supervisor chooses. */
export const conflictKinds = ['reassigned', 'edited_in_office', 'answered_twice', 'round_closed'] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** A person may put in what waits, or set it aside. What cannot be read can only be set aside. */
const decisions = {
  applied: [],
  quarantined: ['release', 'set_aside'],
  unreadable: ['set_aside'],
  released: [],
  set_aside: [],
} as const satisfies Record<DeliveryState, readonly ('release' | 'set_aside')[]>;

export type DeliveryDecision = 'release' | 'set_aside';

export function canDecide(state: DeliveryState, decision: DeliveryDecision): boolean {
  return (decisions[state] as readonly DeliveryDecision[]).includes(decision);
}

/** What nobody can put in as it stands: there is nothing to put it to. */
const homeless: readonly string[] = ['unknown_person', 'unknown_round', 'unknown_row', 'other_under_same_id'];

export const canBePutIn = (reason: string): boolean => !homeless.includes(reason);
