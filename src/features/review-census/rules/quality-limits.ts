import type { Rupiah } from '#kernel/money.ts';

/** From `look` on somebody should look; from `wrong` on it is likely wrong. */
type Limit = { look: number; wrong: number };

/** What the quick checks go by. Every number is the office's to change; these are what a round starts with. */
export type QualityLimits = {
  /** Seconds in the form per question asked, at least. Read aloud and answered, a question takes 15 to 25. */
  secondsPerQuestion: Limit;
  /** Forms with fewer questions are not timed: a closed workshop takes a minute. */
  fewestTimedQuestions: number;
  /** Metres from the border of the kelurahan, at most, after what the phone itself says it may be off. */
  metresFromVillage: Limit;
  /** Of 64 bits of a perceptual hash, how many differ at most: in photos that look alike, and in one photo used twice. */
  photoBits: Limit;
  /** Enterprises that share a phone number, at least. */
  enterprisesPerPhone: Limit;
  /** Submissions in a row from one enumerator with (nearly) the same answers, at least. */
  sameAnswersInARow: Limit;
  /** Share of compared answers that must be equal, and how many must be comparable. */
  sameAnswerShare: number;
  fewestComparedAnswers: number;
  /** Distance of sales from the sector's median, in (normal-consistent) median absolute deviations of the logarithm. */
  salesDeviations: Limit;
  /** Sectors with fewer known sales have no median to speak of. */
  fewestSales: number;
  /** Deviation, in powers of ten, below which a sector is not taken to be narrower: bands make many sales equal. */
  narrowestDeviation: number;
  /** Sales a year per worker, beyond which either the sales or the workers are wrong. */
  salesPerWorker: { low: Rupiah; high: Rupiah };
  /** Hours (WIB) of the night: from … to before …. */
  night: { from: number; to: number };
  /** Minutes by which the phone's clock differs from the office's, at least. */
  clockMinutes: Limit;
};

export const defaultQualityLimits: QualityLimits = {
  secondsPerQuestion: { look: 6, wrong: 3 },
  fewestTimedQuestions: 6,
  metresFromVillage: { look: 500, wrong: 3_000 },
  photoBits: { look: 6, wrong: 0 },
  enterprisesPerPhone: { look: 3, wrong: 6 },
  sameAnswersInARow: { look: 4, wrong: 8 },
  sameAnswerShare: 0.95,
  fewestComparedAnswers: 8,
  salesDeviations: { look: 3.5, wrong: 6 },
  fewestSales: 20,
  narrowestDeviation: 0.15,
  salesPerWorker: { low: 500_000, high: 2_500_000_000 },
  night: { from: 21, to: 5 },
  clockMinutes: { look: 15, wrong: 24 * 60 },
};
