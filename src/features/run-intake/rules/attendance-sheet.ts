import { type AttendanceState, type Mark, placeOf } from './attendance-state.ts';

/** A line as it was filled in: "semua hadir, kecuali …". */
export type SheetLine = {
  participantId: string;
  state: AttendanceState;
  reason: string | null;
  /** What the sheet showed before anybody touched it; null: nothing was marked yet, so that it stood on `present`. */
  shown: { state: AttendanceState; reason: string | null } | null;
};

/** Reasons are kept where somebody was not there, or came late. */
const reasonOf = ({ state, reason }: Pick<SheetLine, 'state' | 'reason'>) =>
  state === 'present' ? null : reason;

/**
 * Which lines of a saved sheet are marks to be written. Untouched lines are not written where the participant has a mark
 * already: what the trainer's phone said in the meantime is not overwritten by a page that did not know of it, and a second
 * click writes nothing.
 */
export function marksToWrite(
  sessionId: string,
  lines: readonly SheetLine[],
  counting: ReadonlyMap<string, Pick<Mark, 'state' | 'reason'>>,
): { participantId: string; state: AttendanceState; reason: string | null }[] {
  return lines.flatMap((line) => {
    const { participantId, state, shown } = line;
    const reason = reasonOf(line);
    const now = counting.get(placeOf({ sessionId, participantId }));
    const said = { participantId, state, reason };
    if (!now) return [said];
    const asShown = shown ?? { state: 'present', reason: null };
    const isTouched = state !== asShown.state || reason !== reasonOf(asShown);
    const isNews = state !== now.state || reason !== now.reason;
    return isTouched && isNews ? [said] : [];
  });
}
