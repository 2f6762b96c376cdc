import type { FieldCode } from '#kernel/field-code.ts';
import type { ConditionSet } from './conditions.ts';
import type { Numbers } from './line-numbers.ts';
import type { QuestionKind } from './question-form.ts';

export type ConditionsFormView = {
  programmeId: string;
  programme: string;
  newestVersion: number;
  today: string;
  /** What to begin with: the newest version, else the template's conditions. */
  conditions: ConditionSet;
  isTemplate: boolean;
  choices: OfficeChoices;
};

type Choice = { value: string; label: string };
/** Choices that only the office knows. */
export type OfficeChoices = { districts: Choice[]; groups: Choice[]; rubrics: Choice[] };

export type Preview = {
  /** Asked, of how many in all; the same when everybody was asked. */
  asked: number;
  all: number;
  standings: [number, number, number, number];
  lines: Numbers[];
};

export type DraftView = {
  json: string;
  lines: { key: string; label: string; asked: string }[];
  faults: { path: string; code: FieldCode }[];
  isUnreadable: boolean;
  chosen: QuestionKind | null;
};
