import type { SeatStatus } from './seat-state.ts';

type Seat = { participantId: string; status: SeatStatus; source: string; follows: string | null };

/**
 * Whether somebody who was offered a seat is no longer in line. Who lost it to somebody chosen by a decision waits again in
 * the old place; who gave it up, or had it taken back, does not.
 * @param all seats of the same intake
 */
export function gaveUp(one: Seat, all: readonly Seat[]): boolean {
  if (one.status === 'offered' || one.status === 'confirmed') return false;
  if (one.status !== 'displaced') return true;
  const follower = all.find(({ follows }) => follows === one.participantId);
  return follower?.source !== 'override' && follower?.source !== 'appeal';
}
