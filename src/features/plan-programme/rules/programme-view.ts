import type { PlainDate } from '#kernel/calendar.ts';
import type { Rupiah } from '#kernel/money.ts';
import type { SupportTopic } from '#kernel/support-terms.ts';
import type { Ceiling, LineFigures } from './budget.ts';
import type { IntakeAction, IntakeStatus } from './intake-state.ts';
import type { PartnerKind, ProgrammeKind } from './programme-kinds.ts';

/** One intake in a list. `partner`: who carries it out, its own or the programme's. */
export type IntakeLine = {
  intakeId: string;
  programmeId: string;
  programme: string;
  name: string;
  stage: number;
  status: IntakeStatus;
  startsOn: PlainDate;
  endsOn: PlainDate;
  place: string | null;
  partner: string | null;
  seats: number;
  costPerSeat: Rupiah;
};

export type ProgrammeLine = {
  programmeId: string;
  name: string;
  kind: ProgrammeKind;
  topic: SupportTopic;
  status: 'active' | 'ended';
  partner: string | null;
  intakes: number;
};

/** The year's money in one line. */
export type BudgetGlance = LineFigures & { year: number; lines: number };

export type ProgrammeListView = {
  /** Null for a partner, who sees intakes only. */
  programmes: ProgrammeLine[] | null;
  /** Not finished or cancelled, the nearest first; for a partner all of its own. */
  intakes: IntakeLine[];
  budget: BudgetGlance | null;
};

export type StageView = { stage: number; name: string; description: string | null; days: number | null };

export type ProgrammeView = Omit<ProgrammeLine, 'intakes'> & {
  summary: string | null;
  template: string | null;
  /** What stands behind the template, and since when. */
  source: string | null;
  stages: StageView[];
  intakes: IntakeLine[];
};

export type Payment = {
  spendingId: string;
  amount: Rupiah;
  spentOn: PlainDate;
  documentNumber: string;
  note: string | null;
  /** Of a line that takes another back, and of one that was. */
  isBack: boolean;
  wasTakenBack: boolean;
  recordedBy: string;
};

/** What the money of an intake is. */
export type IntakeMoney = {
  line: { budgetLineId: string; code: string; name: string; left: Rupiah; over: Rupiah } | null;
  wanted: Rupiah;
  commitment: {
    commitmentId: string;
    amount: Rupiah;
    status: 'active' | 'postponed' | 'released';
    paid: Rupiah;
  } | null;
  payments: Payment[];
};

export type IntakeView = IntakeLine & {
  code: string;
  stageName: string | null;
  applicationsOpenAt: Date | null;
  closesOn: PlainDate | null;
  createdBy: string;
  /** Why it waits or was called off; null: not said. */
  statusReason: string | null;
  actions: IntakeAction[];
  /** Null for whoever may not see the budget. */
  money: IntakeMoney | null;
};

export type PartnerLine = {
  partnerId: string;
  kind: PartnerKind;
  name: string;
  note: string | null;
  endedOn: PlainDate | null;
  intakes: number;
};
export type PartnerView = Omit<PartnerLine, 'intakes'> & { revision: number; intakes: IntakeLine[] };

export type LineView = LineFigures & {
  budgetLineId: string;
  fiscalYear: number;
  code: string;
  name: string;
  indicator: string | null;
  target: string | null;
  revision: number;
  /** The decision in force; null before the first. */
  inForce: Pick<Ceiling, 'effectiveOn' | 'documentNumber'> | null;
};

export type BudgetView = {
  year: number;
  years: number[];
  asOf: PlainDate;
  lines: LineView[];
  sum: LineFigures;
};

/** A promise of a line, with the intake it was made to. `mayPostpone`: its intake can still wait, and money is left in it. */
export type CommitmentLine = {
  commitmentId: string;
  intakeId: string;
  intake: string;
  programme: string;
  intakeStatus: IntakeStatus;
  status: 'active' | 'postponed' | 'released';
  amount: Rupiah;
  paid: Rupiah;
  mayPostpone: boolean;
};

export type LinePageView = {
  line: LineView;
  asOf: PlainDate;
  ceilings: Ceiling[];
  commitments: CommitmentLine[];
};
