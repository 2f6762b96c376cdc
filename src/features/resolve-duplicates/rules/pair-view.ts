import type { ComparedRecord } from './compared-record.ts';
import type { Decision } from './decisions.ts';
import type { Step } from './evidence.ts';
import type { Side } from './side.ts';

/** Which pairs are being looked at. */
export const reviewQueues = ['waiting', 'examples', 'sample'] as const;
export type ReviewQueue = (typeof reviewQueues)[number];

/** A pair as it stands on the table, both records beside each other. */
export type PairView = {
  pairId: string;
  /** Where it was drawn to measure quality: what the answer is sent for. */
  sampleId: string | null;
  left: ComparedRecord;
  right: ComparedRecord;
  steps: Step[];
  /** Bits. */
  weight: number;
  suggests: 'same' | 'same_owner';
  conflict: string | null;
  /** Whose values stand if both are one and nobody chooses. */
  survivor: Side;
};

/** A decision as it is listed. */
export type DecidedView = {
  pairId: string;
  leftName: string;
  rightName: string;
  ownerName: string | null;
  village: string | null;
  decision: Decision;
  /** Merged by the machine. */
  byMachine: boolean;
  by: string;
  at: string;
};

export type QuestionView = {
  questionId: string;
  pairId: string;
  kind: 'same_enterprise' | 'same_owner';
  villageCode: string | null;
  village: string | null;
  left: ComparedRecord;
  right: ComparedRecord;
  askedAt: string;
  askedBy: string;
};
