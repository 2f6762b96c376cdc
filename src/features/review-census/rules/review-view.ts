import type { Conflict } from './register-findings.ts';

/** How soon a submission wants to be looked at. */
export const urgencies = ['conflict', 'likely_wrong', 'look', 'plain'] as const;
export type Urgency = (typeof urgencies)[number];

export type Remark = {
  check: string;
  severity: 'look' | 'likely_wrong';
  facts: Readonly<Record<string, unknown>>;
};

/** Conflicts first, then what is likely wrong, then what somebody should look at, then the rest. */
export function urgencyOf(one: {
  wantsDecision: boolean;
  verdict: string | null;
  /** The worst of what the quick checks say; null: nothing. */
  severity: Remark['severity'] | null;
}): Urgency {
  if (one.wantsDecision) return 'conflict';
  if (one.severity === 'likely_wrong') return 'likely_wrong';
  // A double is joined with another: somebody says with which.
  return one.severity !== null || one.verdict === 'duplicate' ? 'look' : 'plain';
}

export type QueueFilter = { userId: string; villageCode: string; verdict: string; urgency: string };

export type QueueLine = {
  submissionId: string;
  enterpriseName: string;
  ownerName: string | null;
  villageCode: string | null;
  villageName: string | null;
  userId: string;
  userName: string;
  verdict: string | null;
  finishedAt: number;
  urgency: Urgency;
  isFound: boolean;
  remarks: string[];
  conflicts: string[];
};

export type QueueView = {
  round: ReviewedRound;
  lines: QueueLine[];
  waiting: number;
  counts: Record<Urgency, number>;
  shown: number;
  /** Where the next page begins; null: this is the last. */
  next: string | null;
  /** Ids of those of which there is nothing to look at, among the filtered. */
  plainIds: string[];
  people: { userId: string; name: string; count: number }[];
  villages: { code: string; name: string; count: number }[];
  verdicts: { verdict: string; count: number }[];
};

export type ReviewedRound = {
  roundId: string;
  name: string;
  status: string;
  startsOn: string;
  endsOn: string;
};

export type AnswerLine = { path: string; label: string; text: string; isMasked: boolean; isNew: boolean };
export type AnswerSection = { label: string; answers: AnswerLine[] };

export type ChangeLine = { field: string; before: string | null; after: string | null };

export type SubmissionView = {
  round: ReviewedRound;
  submissionId: string;
  enterpriseId: string | null;
  enterpriseName: string;
  ownerName: string | null;
  place: string;
  userName: string;
  verdict: string | null;
  /** Milliseconds since 1970 UTC, by the office's clock; so is every other time here. */
  finishedAt: number;
  receivedAt: number;
  activeS: number | null;
  status: string;
  isFinished: boolean;
  isFound: boolean;
  isOwnWork: boolean;
  isSecondLook: boolean;
  mayDecide: boolean;
  sections: AnswerSection[];
  changes: ChangeLine[];
  newNumbers: { nik: boolean; phones: number };
  newProducts: string[];
  newFigures: { kind: string; year: number; amount: number; amountUpper: number | null }[];
  choices: Conflict[];
  isNikDifferent: boolean;
  /** The enterprise is gone from the register. */
  isGone: boolean;
  revision: number;
  remarks: Remark[];
  conflicts: string[];
  photos: {
    photoId: string;
    state: string;
    takenAt: number | null;
    width: number | null;
    height: number | null;
  }[];
  photosAwaited: number;
  sketch: PositionSketch | null;
  others: {
    submissionId: string;
    userName: string;
    verdict: string | null;
    finishedAt: number;
    status: string;
    isSecondLook: boolean;
  }[];
  decisions: { decision: string; note: string | null; by: string; at: number; isOwnWork: boolean }[];
  recheck: { outcome: string | null; differences: { item: string; first: string; second: string }[] } | null;
  doubles: { enterpriseId: string; name: string; ownerName: string | null; villageName: string | null }[];
  /** What was typed of the double. */
  duplicateOf: string | null;
  nextId: string | null;
  waiting: number;
};

export type PositionSketch = {
  latitude: number;
  longitude: number;
  accuracyM: number | null;
  metresFromVillage: number | null;
  /** Outlines of the kelurahan, as rings of longitude and latitude; empty where none was loaded. */
  rings: [number, number][][];
  villageName: string | null;
  /** Where the register has it. */
  register: { latitude: number; longitude: number } | null;
};
