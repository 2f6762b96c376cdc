import { type Estimate, type EstimatedRow, estimate } from './estimate.ts';

/** Frame rows that coverage cannot tell apart, and how many there are. */
export type CoverageFacts = {
  villageCode: string | null;
  stratum: string | null;
  status: string;
  verdict: string | null;
  isRtInformed: boolean;
  inSample: boolean;
  isAssigned: boolean;
  rows: number;
};

/** Visited rows of one stratum, drawn or not, of which this is made. */
export type MadeFacts = { product: string; stratum: string | null; inSample: boolean; rows: number };

/** Numbers of a part of a round; all of them count rows of the list, never what was found besides. */
export type CoverageCounts = {
  listed: number;
  rtInformed: number;
  assigned: number;
  visited: number;
  approved: number;
  sampled: number;
  sampledVisited: number;
  /** By verdict; rows not visited stand nowhere here, and in `listed` all the same. */
  verdicts: Record<string, number>;
};

export type ProductEstimate = { product: string; found: number; estimate: Estimate };
export type VillageCoverage = CoverageCounts & { villageCode: string | null; estimate: Estimate };
export type Coverage = {
  total: CoverageCounts;
  estimate: Estimate;
  villages: VillageCoverage[];
  products: ProductEstimate[];
};

/**
 * A visit counts from the moment it came in until it is sent back; so does a row that turned out to be a double of
 * another (set aside), of which there is nothing left to find out. What an RT head told never counts.
 */
const knownStatuses = new Set(['submitted', 'approved', 'contested', 'set_aside']);
const isKnown = ({ status, verdict }: Pick<CoverageFacts, 'status' | 'verdict'>): boolean =>
  verdict !== null && knownStatuses.has(status);

const resultOf = (row: CoverageFacts) => (isKnown(row) ? (row.verdict ?? '') : null);
const produces = (verdict: string): boolean => verdict === 'produces';

/** All of a round: what is known, and what is likely of the rest. */
export function coverageOf(rows: readonly CoverageFacts[], made: readonly MadeFacts[]): Coverage {
  const estimated = (part: readonly CoverageFacts[]) =>
    estimate(
      part.map((row) => ({ ...row, result: resultOf(row) })),
      produces,
    );
  const strata = strataOf(rows);
  return {
    total: countsOf(rows),
    estimate: estimated(rows),
    villages: [...Map.groupBy(rows, ({ villageCode }) => villageCode)].map(([villageCode, own]) => ({
      villageCode,
      ...countsOf(own),
      estimate: estimated(own),
    })),
    products: [...Map.groupBy(made, ({ product }) => product)]
      .map(([product, own]) => ({
        product,
        found: own.reduce((sum, one) => sum + one.rows, 0),
        estimate: estimateMade(strata, own),
      }))
      .sort((a, b) => b.found - a.found || a.product.localeCompare(b.product)),
  };
}

type Stratum = Pick<CoverageFacts, 'stratum' | 'inSample' | 'rows'> & { isKnown: boolean };
const keyOf = ({ stratum, inSample }: Pick<CoverageFacts, 'stratum' | 'inSample'>) =>
  JSON.stringify([stratum, inSample]);

function strataOf(rows: readonly CoverageFacts[]): Stratum[] {
  const groups = Map.groupBy(rows, (row) => `${keyOf(row)} ${isKnown(row)}`);
  return [...groups.values()].map((own) => ({
    stratum: own[0]!.stratum,
    inSample: own[0]!.inSample,
    isKnown: isKnown(own[0]!),
    rows: own.reduce((sum, one) => sum + one.rows, 0),
  }));
}

/** One row may be of more than one product: each is estimated by itself, out of all rows. */
function estimateMade(strata: readonly Stratum[], made: readonly MadeFacts[]): Estimate {
  const madeIn = new Map(made.map((one) => [keyOf(one), one.rows]));
  const rows = strata.flatMap((group): EstimatedRow<boolean>[] => {
    const { stratum, inSample } = group;
    if (!group.isKnown) return [{ stratum, inSample, result: null, rows: group.rows }];
    const yes = madeIn.get(keyOf(group)) ?? 0;
    return [
      { stratum, inSample, result: true, rows: yes },
      { stratum, inSample, result: false, rows: group.rows - yes },
    ];
  });
  return estimate(rows, (isMade) => isMade);
}

export function countsOf(rows: readonly CoverageFacts[]): CoverageCounts {
  const counts: CoverageCounts = {
    listed: 0,
    rtInformed: 0,
    assigned: 0,
    visited: 0,
    approved: 0,
    sampled: 0,
    sampledVisited: 0,
    verdicts: {},
  };
  for (const row of rows) {
    const { rows: count } = row;
    counts.listed += count;
    if (row.isRtInformed) counts.rtInformed += count;
    if (row.isAssigned) counts.assigned += count;
    if (row.inSample) counts.sampled += count;
    if (!isKnown(row)) continue;
    counts.visited += count;
    if (row.inSample) counts.sampledVisited += count;
    // A contested answer was approved, and holds until somebody decides otherwise.
    if (row.status !== 'submitted') counts.approved += count;
    counts.verdicts[row.verdict ?? ''] = (counts.verdicts[row.verdict ?? ''] ?? 0) + count;
  }
  return counts;
}
