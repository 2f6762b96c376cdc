/** How somebody was there: came, came late, said why not, did not come. */
export const attendanceStates = ['present', 'late', 'excused', 'absent'] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** Where it was marked: at the office's screen (or by a program), on the trainer's phone, by the owner's QR code. */
export type MarkedVia = 'office' | 'trainer' | 'qr';

/** One mark. Every mark is kept; a correction is a later one. */
export type Mark = {
  markId: string;
  sessionId: string;
  participantId: string;
  state: AttendanceState;
  /** Why, in the words of whoever marked. */
  reason: string | null;
  via: MarkedVia;
  /** When it was said in the room, which may be long before the office heard of it. */
  markedAt: Date;
  markedBy: string;
  recordedAt: Date;
};

type Orderable = Pick<Mark, 'markId' | 'sessionId' | 'participantId'> & { markedAt: Date | number };

/** Whether `one` was said after `other`; of two at the same moment the same one wins everywhere, by its id. */
export function isLater(one: Orderable, other: Orderable): boolean {
  const apart = Number(one.markedAt) - Number(other.markedAt);
  return apart === 0 ? one.markId > other.markId : apart > 0;
}

export const placeOf = ({ sessionId, participantId }: { sessionId: string; participantId: string }): string =>
  `${sessionId} ${participantId}`;

/** Of each participant and session the mark that counts: the one said last, in whatever order they arrived. By `placeOf`. */
export function marksThatCount<M extends Orderable>(marks: readonly M[]): Map<string, M> {
  const counting = new Map<string, M>();
  for (const mark of marks) {
    const known = counting.get(placeOf(mark));
    if (!known || isLater(mark, known)) counting.set(placeOf(mark), mark);
  }
  return counting;
}

/** Late is there. */
export const wasThere = (state: AttendanceState): boolean => state === 'present' || state === 'late';

export type AttendanceCount = {
  sessions: number;
  there: number;
  late: number;
  excused: number;
  absent: number;
};

/** How one participant came to sessions, of which those not marked are left out of all but `sessions`. */
export function countAttendance(states: readonly (AttendanceState | null)[]): AttendanceCount {
  const of = (state: AttendanceState) => states.filter((one) => one === state).length;
  return {
    sessions: states.length,
    there: of('present') + of('late'),
    late: of('late'),
    excused: of('excused'),
    absent: of('absent'),
  };
}

/** A phone may be a little fast without anybody noticing. */
const aLittleMs = 5 * 60_000;

/**
 * When a mark was made, by the office's clock. A phone whose clock is off by more than five minutes at the sending was so at
 * the marking; nothing was marked later than five minutes after it arrived, nor before 1970, whatever a phone says. All in
 * milliseconds since 1970 UTC.
 *
 * @param sentAt the phone's clock when it sent; null where the sender has none of its own
 */
export function markedAtByOffice({
  markedAt,
  sentAt,
  receivedAt,
}: {
  markedAt: number;
  sentAt: number | null;
  receivedAt: number;
}): number {
  const off = sentAt === null ? 0 : receivedAt - sentAt;
  const corrected = Math.abs(off) > aLittleMs ? markedAt + off : markedAt;
  return Math.max(0, Math.min(corrected, receivedAt + aLittleMs));
}
