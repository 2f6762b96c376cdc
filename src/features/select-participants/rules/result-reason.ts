import type { Tag, WeightedCriterion } from './selection-plan.ts';

type Text = { id: string; en: string };

/**
 * What one criterion gave one applicant.
 * @property value from 0 to 1 in four decimals; null: not known, earned nothing
 * @property points in ten-thousandths of a point
 */
export type EarnedPoints = { criterion: WeightedCriterion; value: number | null; points: number };

/** A rule that kept a seat from somebody. @property tag of a reserve or quota; null: it is not to be told */
export type Limit = { kind: 'seats' | 'budget' | 'reserve' | 'quota'; tag: Tag | null };

/**
 * Why somebody has a seat of an intake or none, whole in itself: words are made of it for officer and owner
 * (reason-words.ts). Kept with the official run, one for each intake applied for.
 * @property rank place among all who took part; null: did not take part
 * @property score in ten-thousandths of a point; null: did not take part
 * @property takers how many took part
 * @property seats of this intake
 */
export type ResultReason = {
  rank: number | null;
  score: number | null;
  takers: number;
  seats: number;
  points: readonly EarnedPoints[];
} & (
  | { outcome: 'seated'; by: 'score' | 'reserve' | 'settled' | 'fit'; reserves: readonly Tag[] }
  /** @property lowestScore of those chosen by points, in ten-thousandths; null where there is none */
  | { outcome: 'waiting'; place: number; lowestScore: number | null; limits: readonly Limit[] }
  /** Has a seat of another intake of the same selection. */
  | { outcome: 'elsewhere'; intake: string }
  /** @property lacking conditions answered no; empty: the enterprise is no longer in the register */
  | { outcome: 'out'; lacking: readonly Text[] }
  /** Held a seat of this intake before the selection was made. */
  | { outcome: 'held' }
);
