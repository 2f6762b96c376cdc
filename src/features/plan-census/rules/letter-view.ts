import type { PlainDate } from '#kernel/calendar.ts';
import type { Duty } from './duties.ts';
import type { LetterState } from './letters.ts';

export type LetterLine = {
  letterId: string;
  userId: string;
  personName: string;
  number: string;
  issuedOn: PlainDate;
  validTo: PlainDate;
  checkCode: string;
  state: LetterState;
};

export type LetterFormValues = {
  number: string;
  firstNumber: string;
  issuedOn: string;
  validTo: string;
  signatoryName: string;
  signatoryPosition: string;
  signatoryNip: string;
};

export type LettersView = {
  letters: LetterLine[];
  people: { userId: string; name: string; duty: Duty; hasLetter: boolean }[];
  values: LetterFormValues;
};

/** All that stands on one printed letter or card. */
export type PrintedLetter = {
  officeName: string;
  roundName: string;
  purpose: string;
  legalBasis: string | null;
  bpsNumber: string | null;
  personName: string;
  duty: Duty;
  villages: string[];
  number: string;
  issuedOn: PlainDate;
  validTo: PlainDate;
  signatoryName: string;
  signatoryPosition: string;
  signatoryNip: string | null;
  checkCode: string;
};
