import type { ResultReason } from './result-reason.ts';
import type { SeatStatus } from './seat-state.ts';

export type SeatSource = 'selection' | 'waiting_list' | 'override' | 'appeal' | 'direct';

/** Somebody who has, or had, a seat. @property reason of the official run; null: seated without it */
export type SeatLine = {
  participantId: string;
  enterpriseId: string;
  name: string;
  owner: string | null;
  village: string | null;
  status: SeatStatus;
  source: SeatSource;
  reason: ResultReason | null;
  answerBy: Date | null;
  answeredAt: Date | null;
  answeredBy: string | null;
  statusReason: string | null;
  /** Whose seat it was before. */
  follows: string | null;
};

/** Somebody on the waiting list. @property state `waits`, or why they are not asked */
export type WaitingLine = {
  enterpriseId: string;
  applicationId: string;
  name: string;
  village: string | null;
  place: number;
  reason: ResultReason;
  state: 'waits' | 'withdrawn' | 'was_asked';
  /** Put first in line by an appeal. */
  first: boolean;
};

/** A seat that was given up and nobody took over yet. */
export type Vacancy = {
  vacated: string;
  name: string;
  why: 'nobody' | 'only_without_reserve' | 'line_ended' | null;
  instead: { enterpriseId: string; name: string; limits: string[] } | null;
};

export type SeatStep = {
  id: string;
  at: Date;
  by: string | null;
  name: string;
  reason: string | null;
} & (
  | { kind: 'confirmed' | 'declined' | 'silent' | 'left' | 'displaced' }
  | { kind: 'given'; source: 'override' | 'appeal' | 'direct'; other: string | null }
  | { kind: 'moved_up'; other: string | null; skipped: { name: string; limits: string[] }[] }
  | { kind: 'not_filled'; why: NonNullable<Vacancy['why']>; skipped: { name: string; limits: string[] }[] }
);

export type ParticipantsView = {
  intakeId: string;
  name: string;
  status: string;
  programmeId: string;
  programme: string;
  seats: number;
  /** Of the selection that decides; null: the intake has none. */
  selection: { selectionId: string; decided: boolean } | null;
  counts: { confirmed: number; offered: number; free: number; replaced: number };
  /** The earliest last moment of those who have not answered. */
  answerBy: Date | null;
  lineMoves: boolean;
  held: SeatLine[];
  gone: SeatLine[];
  waiting: WaitingLine[];
  waitingCount: number;
  vacancies: Vacancy[];
  steps: SeatStep[];
};

/** What a partner may see of its participants. */
export type PartnerParticipants = Pick<
  ParticipantsView,
  'intakeId' | 'name' | 'status' | 'programme' | 'seats' | 'counts'
> & { people: Pick<SeatLine, 'participantId' | 'name' | 'owner' | 'village' | 'status'>[] };
