import type { SupportTopic } from '#kernel/support-terms.ts';
import type { AttendanceCount, AttendanceState } from './attendance-state.ts';
import type { CaseKind } from './case-templates.ts';
import type { LinkState } from './trainer-link.ts';

/** Head of every page below an intake. */
export type IntakeHead = {
  intakeId: string;
  programmeId: string;
  name: string;
  programme: string;
  /** False for a partner, who has no page of the programme. */
  isStaff: boolean;
};

export type SessionLine = {
  sessionId: string;
  /** `YYYY-MM-DD` and `08:00`, in WIB. */
  day: string;
  from: string;
  to: string;
  place: string | null;
  topic: string | null;
  trainer: string | null;
  isCancelled: boolean;
  revision: number;
  /** Whether its day has come. */
  isMarkable: boolean;
  /** Of those seated how many were there, and how many are not marked yet. */
  there: number;
  excused: number;
  absent: number;
  unmarked: number;
};

export type LinkLine = {
  linkId: string;
  trainer: string;
  validTo: string;
  state: LinkState;
  madeAt: Date;
};

export type SessionsView = IntakeHead & {
  sessions: SessionLine[];
  seated: number;
  /** Days of the intake without a session. */
  emptyDays: number;
  /** Filled into the form for one more session. */
  next: { sessionId: string; day: string; from: string; to: string; place: string };
  links: LinkLine[];
  linkId: string;
  cases: { open: number; late: number; done: number; kinds: CaseKind[]; topic: SupportTopic } | null;
};

export type HistoryLine = {
  markId: string;
  state: AttendanceState;
  reason: string | null;
  via: 'office' | 'trainer' | 'qr';
  markedAt: Date;
  markedBy: string;
  recordedAt: Date;
};

export type SheetRow = {
  participantId: string;
  name: string;
  enterprise: string;
  village: string | null;
  isSeated: boolean;
  /** The mark that counts; null: not marked yet. */
  now: { state: AttendanceState; reason: string | null } | null;
  /** Every mark, the newest first. */
  history: HistoryLine[];
  /** Over the sessions of this intake that were held. */
  count: AttendanceCount;
};

export type SheetView = IntakeHead & {
  session: SessionLine;
  /** Sessions beside this one, to go on to. */
  before: string | null;
  after: string | null;
  rows: SheetRow[];
};
