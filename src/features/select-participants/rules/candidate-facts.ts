type Text = { id: string; en: string };

/** One application that stands, by the enterprise that stands for whoever wrote it. */
export type AppliedFor = { applicationId: string; intakeId: string; seq: number; proposed: boolean };

/**
 * What the register knows of one applicant; days as YYYY-MM-DD. Null where the enterprise is no longer in the register.
 * @property standing of the programme's conditions: 0 meets all, 1 lacks one, 2 lacks more, 3 not known; null: nothing is asked
 * @property newVillage nobody of its village was helped since the plan's year; null: no village known
 */
export type KnownFacts = {
  standing: 0 | 1 | 2 | 3 | null;
  lacking: readonly Text[];
  unknown: readonly Text[];
  nib: 'known' | 'none_yet' | 'unknown';
  operation: string;
  verifiedOn: string | null;
  sector: string;
  startedOn: string | null;
  newVillage: boolean | null;
  ownerSex: string | null;
  ownerDisability: string | null;
  evidences: readonly { kind: string; grade: string; expiresOn: string | null }[];
  supports: readonly { topic: string; outcome: string; startedOn: string }[];
  assessments: readonly { rubricId: string; levels: Readonly<Record<string, number>> }[];
};

/** @property held intakes of this selection in which the enterprise has a seat already */
export type Applicant = {
  enterpriseId: string;
  applications: readonly AppliedFor[];
  held: readonly string[];
  facts: KnownFacts | null;
};

/** An intake as the problem needs it. @property heldSeats seats given before, of applicants and of others */
export type IntakeFacts = {
  intakeId: string;
  name: string;
  seats: number;
  heldSeats: number;
  costPerSeat: number;
  budgetLineId: string | null;
};

/** @property free rupiah that these intakes may still use of the line, what is promised to them included */
export type LineFacts = { budgetLineId: string; name: string; free: number };

/** Everything that a run rests on, as of one moment. */
export type SelectionFacts = {
  today: string;
  intakes: readonly IntakeFacts[];
  lines: readonly LineFacts[];
  applicants: readonly Applicant[];
};
