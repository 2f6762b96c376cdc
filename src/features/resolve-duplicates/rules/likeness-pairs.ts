import type { EnterpriseRecord, LinkedPair } from '#likeness/enterprise-record.ts';
import type { Step } from './evidence.ts';

/** A pair as linkage finds it. */
export type FoundPair = {
  /** Two enterprises, in whatever order. */
  one: string;
  other: string;
  /** Bits: log2 of the odds that both are one. */
  weight: number;
  probability: number;
  suggests: 'same' | 'same_owner';
  /** Why, without a personal value. */
  steps: readonly Step[];
  /** Why it must never be merged by itself, such as `same_nik_other_name`. */
  conflict: string | null;
  villageCode: string | null;
};

/** What linkage found, as pairs for the queue. `among`: only pairs with one of the first so many records. */
export function foundPairs(
  records: readonly EnterpriseRecord[],
  linked: readonly LinkedPair[],
  among = records.length,
): FoundPair[] {
  return linked
    .filter(({ one, other }) => Math.min(one, other) < among)
    .map(({ one, other, ...pair }) => ({
      ...pair,
      one: records[one]!.id,
      other: records[other]!.id,
      villageCode: records[one]!.village ?? records[other]!.village,
    }));
}
