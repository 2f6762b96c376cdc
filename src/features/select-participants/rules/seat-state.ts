/** What became of an offered seat. A seat is held while offered or confirmed. */
export const seatStatuses = ['offered', 'confirmed', 'declined', 'silent', 'left', 'displaced'] as const;
export type SeatStatus = (typeof seatStatuses)[number];

/** `silence`: the last moment to answer went by. `displace`: the seat was given to another, or taken back. */
export const seatActions = ['confirm', 'decline', 'leave', 'silence', 'displace'] as const;
export type SeatAction = (typeof seatActions)[number];

/** Status × action → the status after it; null: not possible. Who gave a seat up gets another only by a new offer. */
const table: Record<SeatStatus, Record<SeatAction, SeatStatus | null>> = {
  offered: {
    confirm: 'confirmed',
    decline: 'declined',
    leave: 'left',
    silence: 'silent',
    displace: 'displaced',
  },
  confirmed: { confirm: null, decline: null, leave: 'left', silence: null, displace: 'displaced' },
  declined: { confirm: null, decline: null, leave: null, silence: null, displace: null },
  silent: { confirm: null, decline: null, leave: null, silence: null, displace: null },
  left: { confirm: null, decline: null, leave: null, silence: null, displace: null },
  displaced: { confirm: null, decline: null, leave: null, silence: null, displace: null },
};

export function seatStatusAfter(status: SeatStatus, action: SeatAction): SeatStatus | null {
  return table[status][action];
}
