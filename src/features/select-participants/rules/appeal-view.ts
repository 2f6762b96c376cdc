import type { ResultReason } from './result-reason.ts';

export type AppealLine = {
  appealId: string;
  applicationId: string;
  intakeId: string;
  intake: string;
  programme: string;
  enterpriseId: string;
  name: string;
  village: string | null;
  via: 'owner' | 'counter';
  status: 'open' | 'upheld' | 'rejected' | 'withdrawn';
  outcome: 'seat' | 'waiting_list' | 'none' | null;
  question: string | null;
  askedAt: Date;
  askedBy: string;
  dueAt: Date;
  /** Working days left; negative: late. Of an open one. */
  left: number;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
};

/** @property held whose seat the head could give */
export type AppealView = AppealLine & {
  reason: ResultReason | null;
  freeSeats: number;
  lineMoves: boolean;
  held: { participantId: string; name: string }[];
};

/** About whom a question is to be written down at the counter. */
export type CounterAppealView = {
  applicationId: string;
  intakeId: string;
  intake: string;
  programme: string;
  name: string;
  reason: ResultReason | null;
};
