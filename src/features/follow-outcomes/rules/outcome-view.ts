import type { PlainDate } from '#kernel/calendar.ts';
import type { AskPhase, Wave } from './ask-calendar.ts';
import type { KeptAnswer, Standing, Via } from './counting-answer.ts';
import type { OutcomeAnswers } from './outcome-questions.ts';
import type { SalesChange } from './sales-bands.ts';
import type { OutcomeSums } from './sum-outcomes.ts';

/** One person asked, as lists show it; `enterpriseId` of the record that stands for it now. */
export type PersonLine = {
  askId: string;
  enterpriseId: string;
  name: string;
  village: string | null;
  months: Wave;
  dueOn: PlainDate;
  closesOn: PlainDate;
  standing: Standing;
  answers: OutcomeAnswers | null;
  salesChange: SalesChange | null;
  answeredOn: PlainDate | null;
  via: Via | null;
};

/** `people`: all who will be or were asked. */
export type WaveLine = {
  months: Wave;
  dueOn: PlainDate;
  closesOn: PlainDate;
  people: number;
  answered: number;
};

export type IntakeHead = { intakeId: string; name: string; programmeId: string; programme: string };

export type IntakeOutcomes = {
  intake: IntakeHead & { endsOn: PlainDate; hasEnded: boolean };
  waves: WaveLine[];
  /** The wave that is shown. */
  months: Wave;
  phase: AskPhase;
  withExport: boolean;
  sums: OutcomeSums;
  lines: PersonLine[];
  /** False: only those within the person's reach are counted. */
  isWhole: boolean;
  today: PlainDate;
};

/** `waiting`: nothing heard and still time; `fromNow`: days until the next wave is due, negative once it is. */
export type OverviewLine = IntakeHead & {
  endsOn: PlainDate;
  waves: (WaveLine & { phase: AskPhase; confirmed: number })[];
  /** The wave that wants something now, or next; null: all are over. */
  next: { months: Wave; dueOn: PlainDate; isOpen: boolean; silent: number } | null;
};

export type AskView = {
  askId: string;
  intake: IntakeHead;
  enterpriseId: string;
  name: string;
  village: string | null;
  months: Wave;
  dueOn: PlainDate;
  closesOn: PlainDate;
  phase: AskPhase;
  standing: Standing;
  withExport: boolean;
  history: KeptAnswer[];
  /** Path of the signed link; null: none, or not this person's to hand out. */
  link: string | null;
  linkMadeAt: Date | null;
};

/** What the page behind a link shows, and nothing more. */
export type TellView = {
  officeName: string;
  enterpriseName: string;
  programme: string;
  months: Wave;
  dueOn: PlainDate;
  closesOn: PlainDate;
  phase: AskPhase;
  withExport: boolean;
  /** What was said before; null: nothing that counts. */
  answers: OutcomeAnswers | null;
  /** Noted by others and still to be confirmed. */
  pending: Pick<KeptAnswer, 'answerId' | 'answers' | 'answeredOn' | 'via'> | null;
};
