import type { Refusal } from '#kernel/refusal.ts';
import type { MappingFault } from '../rules/column-choice.ts';

/** What was typed, by the name of its input. */
export type FormValues = Readonly<Record<string, string>>;

/** What came back from a declined form of a list's page. */
export type ImportReply = {
  intent: string;
  typed: FormValues;
  refusal: Refusal;
  /** Of a mapping: what keeps it from being used. */
  faults?: readonly MappingFault[];
};
