/**
 * Where a frame row of a round stands.
 *
 * - `open`: nobody has it · `assigned`: somebody has it · `tried`: somebody was there in vain and is to go again
 * - `submitted`: a finished answer waits for the supervisor · `sent_back`: it came back with a note
 * - `approved`: the supervisor took it over · `contested`: approved, and then another answer came in; the approved one
 *   holds until somebody decides
 * - `set_aside`: taken out of the round, since its enterprise became one with another row's
 */
export const rowStatuses = [
  'open',
  'assigned',
  'tried',
  'submitted',
  'sent_back',
  'approved',
  'contested',
  'set_aside',
] as const;
export type RowStatus = (typeof rowStatuses)[number];

/**
 * `try` and `submit` come from phones, days late if need be; the rest is done in the office. `discard`: an answer was
 * good for nothing, and whoever has the row goes again (`unassign` where nobody does). `undo`: takes a supervisor's
 * decision back. `take_up_again`: a row that was set aside comes in again.
 */
export const rowActions = [
  'assign',
  'unassign',
  'try',
  'submit',
  'send_back',
  'approve',
  'discard',
  'undo',
  'set_aside',
  'take_up_again',
] as const;
export type RowAction = (typeof rowActions)[number];

/**
 * Of two answers one may be sent back, and its row handed to somebody else, before the other one is looked at or the
 * sending back is undone: the answer that stands decides.
 */
const reviewed = { approve: 'approved', undo: 'submitted' } as const;

/**
 * Where each action leads from each status; what does not stand here is not possible. What a phone delivers is never
 * refused, whatever has happened in the office since: the row was reassigned, approved from another phone, set aside.
 */
const next: Readonly<
  Record<RowStatus, Readonly<Partial<Record<RowAction, RowStatus>> & Record<'try' | 'submit', RowStatus>>>
> = {
  open: { assign: 'assigned', try: 'tried', submit: 'submitted', ...reviewed, set_aside: 'set_aside' },
  assigned: {
    assign: 'assigned',
    unassign: 'open',
    try: 'tried',
    submit: 'submitted',
    ...reviewed,
    set_aside: 'set_aside',
  },
  // Whoever has it next is to know that somebody was there.
  tried: {
    assign: 'tried',
    unassign: 'open',
    try: 'tried',
    submit: 'submitted',
    ...reviewed,
    set_aside: 'set_aside',
  },
  // What waits is looked at first; then the row may be set aside.
  submitted: {
    try: 'submitted',
    submit: 'submitted',
    send_back: 'sent_back',
    approve: 'approved',
    discard: 'assigned',
  },
  sent_back: {
    assign: 'sent_back',
    unassign: 'open',
    try: 'sent_back',
    submit: 'submitted',
    ...reviewed,
    set_aside: 'set_aside',
  },
  approved: {
    try: 'approved',
    submit: 'contested',
    // A second look found something else.
    send_back: 'sent_back',
    undo: 'submitted',
    set_aside: 'set_aside',
  },
  // Approving takes the later answer over, discarding leaves the earlier one.
  contested: {
    try: 'contested',
    submit: 'contested',
    send_back: 'sent_back',
    approve: 'approved',
    discard: 'approved',
    undo: 'submitted',
  },
  set_aside: { try: 'set_aside', submit: 'submitted', take_up_again: 'open' },
};

/** The status after an action, or null where the row does not allow it. */
export function rowStatusAfter(status: RowStatus, action: RowAction): RowStatus | null {
  return next[status][action] ?? null;
}

/** What a status means for the counts: to be done by somebody, visited, or neither. */
const meaning: Readonly<Record<RowStatus, 'to_do' | 'visited' | 'neither'>> = {
  open: 'to_do',
  assigned: 'to_do',
  tried: 'to_do',
  submitted: 'visited',
  sent_back: 'to_do',
  approved: 'visited',
  contested: 'visited',
  set_aside: 'neither',
};

export const isVisited = (status: RowStatus): boolean => meaning[status] === 'visited';
export const isToDo = (status: RowStatus): boolean => meaning[status] === 'to_do';
