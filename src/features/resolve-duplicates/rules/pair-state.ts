export const pairStatuses = ['proposed', 'open', 'asked', 'decided', 'set_aside'] as const;
export type PairStatus = (typeof pairStatuses)[number];

export type PairDeed = 'decide' | 'ask' | 'undo' | 'settle' | 'open';

/** Where each deed leads from each status; null: not possible there. */
const next: Record<PairStatus, Record<PairDeed, PairStatus | null>> = {
  // What a run over the register would bring; nobody has taken it over yet.
  proposed: { decide: null, ask: null, undo: null, settle: 'set_aside', open: 'open' },
  open: { decide: 'decided', ask: 'asked', undo: null, settle: 'set_aside', open: null },
  // Of the kelurahan: its answer decides.
  asked: { decide: 'decided', ask: null, undo: 'open', settle: 'set_aside', open: null },
  decided: { decide: null, ask: null, undo: 'open', settle: null, open: null },
  set_aside: { decide: null, ask: null, undo: null, settle: null, open: 'open' },
};

/** The status after a deed, or null where the pair is past it or not there yet. */
export function statusAfter(status: PairStatus, deed: PairDeed): PairStatus | null {
  return next[status][deed];
}
