/** What speaks for a record to be the one that stays. */
export type SurvivorFacts = {
  readonly enterpriseId: string;
  readonly standing: string;
  /** How many of its fields say something. */
  readonly filled: number;
  /** On how many lists it stands. */
  readonly sources: number;
};

/** Which of two records stays: verified before listed, then the fuller, then the one on more lists, then the older. */
export function chooseSurvivor<Facts extends SurvivorFacts>(one: Facts, other: Facts): Facts {
  const verified = (facts: Facts) => (facts.standing === 'verified' ? 1 : 0);
  const ahead = verified(one) - verified(other) || one.filled - other.filled || one.sources - other.sources;
  if (ahead !== 0) return ahead > 0 ? one : other;
  // Ids are made in the order of time.
  return one.enterpriseId < other.enterpriseId ? one : other;
}
