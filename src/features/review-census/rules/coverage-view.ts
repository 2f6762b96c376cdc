import type { Coverage, CoverageCounts } from './coverage.ts';
import type { Estimate } from './estimate.ts';
import type { ReviewedRound } from './review-view.ts';
import type { MoreVisits } from './visits-to-narrow.ts';

export type VillageLine = CoverageCounts & {
  villageCode: string | null;
  /** Null: rows of no known village. */
  name: string | null;
  district: string | null;
  found: number;
  estimate: Estimate;
};

export type MapArea = { code: string; name: string; district: string; listed: number; visited: number };
export type MapOutline = { code: string; path: string; x: number; y: number };

export type CoverageView = {
  round: ReviewedRound;
  /** Milliseconds since 1970 UTC. */
  asOf: number;
  sources: string[];
  total: CoverageCounts;
  /** Found in the field, on no list. */
  found: number;
  estimate: Estimate;
  narrowing: { halfWidth: number; more: MoreVisits } | null;
  villages: VillageLine[];
  products: Coverage['products'];
  map: { areas: MapArea[]; outlines: MapOutline[]; width: number; height: number; source: string | null };
};
