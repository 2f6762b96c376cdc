import type { ConflictKind, QuarantineReason } from './delivery-states.ts';

/** Work that comes within so many days after a round was closed is still taken, and said to be late. */
export const graceDays = 14;

/** All that is asked of an opened envelope before it touches anything. */
export type DeliveryFacts = {
  /** The phone named inside: not known here, known but its token is another, or proven. */
  phone: 'unknown' | 'wrong_token' | 'revoked' | 'proven';
  /** Whether the person was given this phone; unknown: never had a role in this office. */
  person: 'unknown' | 'not_of_phone' | 'revoked' | 'of_phone';
  /** Whether the account stands and has a role in the office today. */
  accountIsOpen: boolean;
  round: 'unknown' | 'not_open' | 'running' | { closedForDays: number };
  isMember: boolean;
  isFinished: boolean;
  /** `none`: an enterprise found in the field. */
  row: 'none' | 'unknown' | { isTheirs: boolean };
  /** The id that a found enterprise is to have belongs to one that this person did not find. */
  idIsTaken: boolean;
  /** A second look at earlier work, which this person was asked for: who has the row is another matter. */
  isRecheck: boolean;
  /** Somebody was found; else it only says that a visit was tried. */
  hasVerdict: boolean;
  /** The enterprise was changed in the office after the phone fetched it. */
  editedSince: boolean;
  /** Another answer to the same row stands. */
  isAnswered: boolean;
  /** A submission with this id is there already: the same one, or another. */
  sameId: 'none' | 'same' | 'other';
};

export type DeliveryDecided =
  | { state: 'applied'; conflicts: ConflictKind[] }
  /** Applied before, in another envelope: nothing is left to do. */
  | { state: 'already_applied' }
  | { state: 'quarantined'; reason: QuarantineReason };

const quarantined = (reason: QuarantineReason): DeliveryDecided => ({ state: 'quarantined', reason });

/**
 * Whether an envelope is taken as it is, or waits until a person has looked. Nothing is ever refused: what a phone
 * delivered stays at the office. `released`: a person has looked, and only what is impossible still stands against it.
 */
export function decideDelivery(facts: DeliveryFacts, released = false): DeliveryDecided {
  const { round, row } = facts;
  if (facts.sameId === 'same') return { state: 'already_applied' };
  if (facts.sameId === 'other') return quarantined('other_under_same_id');
  const origin = released ? null : doubtAboutOrigin(facts);
  if (origin) return quarantined(origin);
  if (round === 'unknown') return quarantined('unknown_round');
  if (row === 'unknown') return quarantined('unknown_row');
  if (facts.person === 'unknown') return quarantined('unknown_person');
  if (facts.idIsTaken) return quarantined('other_under_same_id');
  const closedForDays = typeof round === 'object' ? round.closedForDays : null;
  const doubt = released ? null : doubtAboutWork(facts, closedForDays);
  if (doubt) return quarantined(doubt);
  const conflicts: ConflictKind[] = [];
  if (typeof row === 'object' && !row.isTheirs && !facts.isRecheck) conflicts.push('reassigned');
  if (facts.editedSince) conflicts.push('edited_in_office');
  if (facts.isAnswered && facts.hasVerdict && !facts.isRecheck) conflicts.push('answered_twice');
  if (closedForDays !== null) conflicts.push('round_closed');
  return { state: 'applied', conflicts };
}

/** Where it comes from: asked first, since a stranger's work is nobody's. */
function doubtAboutOrigin(facts: DeliveryFacts): QuarantineReason | null {
  if (facts.phone === 'unknown') return 'unknown_phone';
  if (facts.phone === 'wrong_token') return 'wrong_token';
  if (facts.phone === 'revoked') return 'phone_revoked';
  if (facts.person === 'unknown') return 'unknown_person';
  if (facts.person === 'not_of_phone') return 'not_of_phone';
  if (facts.person === 'revoked') return 'person_revoked';
  return facts.accountIsOpen ? null : 'account_closed';
}

/** Whether it belongs to work that is under way. */
function doubtAboutWork(facts: DeliveryFacts, closedForDays: number | null): QuarantineReason | null {
  if (facts.round === 'not_open') return 'round_not_open';
  if (!facts.isMember) return 'not_in_round';
  if (closedForDays !== null && closedForDays > graceDays) return 'round_closed';
  return facts.isFinished ? null : 'unfinished';
}
