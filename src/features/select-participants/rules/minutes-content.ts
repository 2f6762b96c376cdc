import type { PlainDate } from '#kernel/calendar.ts';
import type { Letterhead, Signatory } from '#papers/paper.ts';

/** A person of the list as printed. @property score in ten-thousandths of a point; null: came by a decision */
export type MinutesPerson = {
  enterpriseId: string;
  name: string;
  village: string | null;
  rank: number | null;
  score: number | null;
  /** How it came to that, in a few words; for the chosen the words of the official run. */
  by: string;
};

/** @property places in Indonesian words; `reached` seats counted, `wanted` seats asked for (reserve) or allowed (quota) */
export type MinutesLimit = { words: string; kind: 'reserve' | 'quota'; wanted: number; reached: number };

export type MinutesIntake = {
  intakeId: string;
  name: string;
  startsOn: PlainDate;
  endsOn: PlainDate;
  place: string | null;
  seats: number;
  applied: number;
  /** Took part: met the conditions as the plan asks, or are not known well enough. */
  takers: number;
  chosen: MinutesPerson[];
  waiting: MinutesPerson[];
  overrides: { seated: string; displaced: string | null; reason: string; by: string; on: PlainDate }[];
};

/**
 * What stands on a berita acara. Frozen when it is made, so that it prints the same for ever, whatever changes later.
 * Instants as ISO text, since it is kept as JSON.
 */
export type MinutesContent = {
  office: string;
  city: string;
  /** The logo is left out: it is printed as it is set on the day of printing. */
  letterhead: Omit<Letterhead, 'logo'>;
  programme: string;
  lockedAt: string;
  seed: string;
  ranAt: string;
  criteria: { name: string; weight: number }[];
  takePart: string;
  way: string;
  proof: string;
  answerDays: number;
  moveUpDays: number;
  intakes: MinutesIntake[];
  limits: MinutesLimit[];
  signatures: { duty: 'lead' | 'member' | 'acknowledged'; by: Signatory }[];
};
