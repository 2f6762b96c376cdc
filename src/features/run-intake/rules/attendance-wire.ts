import type { AttendanceState } from './attendance-state.ts';

/** What a trainer's phone and the office say to each other. Instants as ISO 8601 text. */
export type WireMark = {
  markId: string;
  sessionId: string;
  participantId: string;
  state: AttendanceState;
  reason: string | null;
  markedAt: string;
};

/** GET /hadir/api/work: all that a trainer's phone learns. */
export type AttendanceWork = {
  officeName: string;
  programme: string;
  intake: string;
  trainer: string;
  validTo: string;
  sessions: {
    sessionId: string;
    startsAt: string;
    endsAt: string;
    place: string | null;
    topic: string | null;
  }[];
  /** Who has a seat: a name and an enterprise, nothing else. */
  people: { participantId: string; name: string; enterprise: string }[];
  /** Of each person and session the mark that counts at the office. */
  marks: WireMark[];
};

/** POST /hadir/api/marks */
export type SendMarks = { /** The phone's clock now. */ sentAt: string; marks: WireMark[] };
/** Each mark is in one of the two. Kept before counts as kept. */
export type MarksAnswer = { kept: string[]; refused: { markId: string; code: MarkFault }[] };

/** `no_session`, `no_participant`: not of this intake. `too_early`: the day of the session has not come. */
export type MarkFault = 'no_session' | 'no_participant' | 'too_early';

/** Why a phone is turned away as a whole. */
export type PhoneRefusal = 'unknown' | 'revoked' | 'expired' | 'too_many' | 'not_understood';

/** A sheet of a full day, and what was corrected on it. */
export const mostMarksAtOnce = 500;
