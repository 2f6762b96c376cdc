import type { ResultReason } from './result-reason.ts';
import type { SeatStatus } from './seat-state.ts';

/** Where an application stands, as its owner reads it. */
export type OwnState =
  | { kind: 'withdrawn' }
  /** @property number among those who applied, in the order of arrival */
  | { kind: 'received'; number: number; of: number }
  /** @property place on the waiting list as it stands now */
  | { kind: 'waiting'; place: number; moves: boolean }
  | { kind: 'not_chosen' }
  | { kind: 'seat'; participantId: string; status: SeatStatus; answerBy: Date | null };

export type OwnLine = {
  officeCode: string;
  officeName: string;
  applicationId: string;
  enterprise: string;
  programme: string;
  intake: string;
  intakeStatus: string;
  startsOn: string;
  endsOn: string;
  place: string | null;
  state: OwnState;
};

export type OwnAppeal = {
  appealId: string;
  status: 'open' | 'upheld' | 'rejected' | 'withdrawn';
  outcome: 'seat' | 'waiting_list' | 'none' | null;
  question: string | null;
  askedAt: Date;
  dueAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
};

/** @property lacking what does not meet the conditions yet @property unknown what nobody has seen yet */
export type OwnApplication = OwnLine & {
  receivedAt: Date;
  reason: ResultReason | null;
  lacking: string[];
  unknown: string[];
  appeals: OwnAppeal[];
  mayWithdraw: boolean;
  mayAsk: boolean;
};
