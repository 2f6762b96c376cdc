import { sampleSizeFor } from './draw-sample.ts';

/** From rough to fine: how far the estimate may be off, as a share of all that are listed. */
const margins = [0.05, 0.03, 0.02] as const;

export type SampleOffer = { margin: number; rows: number };

/** How many rows drawn by lot make the estimate so exact; rounded up to tens, as people plan. */
export function sampleOffers(listed: number): SampleOffer[] {
  if (listed === 0) return [];
  return margins.map((margin) => {
    const rows = sampleSizeFor({ rows: listed, halfWidth: margin * listed });
    return { margin, rows: Math.min(listed, Math.ceil(rows / 10) * 10) };
  });
}
