import type { Stratum } from './quality-estimate.ts';

/** Pairs drawn every quarter. */
export const samplesPerQuarter = 10;

export type SampleCandidate = { pairId: string; probability: number };
export type DrawnSample = SampleCandidate & { stratum: Stratum; stratumSize: number };

/** A number for each text, the same on every machine (FNV-1a), from which the lot begins. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Numbers between 0 and 1 that follow from the seed (mulberry32). */
export function lots(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` of them, each with the same chance, in the order in which the lot fell (Fisher and Yates). */
export function draw<Item>(items: readonly Item[], count: number, lot: () => number): Item[] {
  const urn = [...items];
  const drawn = Math.min(count, urn.length);
  for (let at = 0; at < drawn; at++) {
    const other = at + Math.floor(lot() * (urn.length - at));
    const kept = urn[at] as Item;
    urn[at] = urn[other] as Item;
    urn[other] = kept;
  }
  return urn.slice(0, drawn);
}

/**
 * The pairs of a quarter whose quality is judged: half of those that the machine merged, half of those that were
 * compared and not merged; where one side has too few the other makes up for it. The same seed draws the same pairs
 * from the same candidates in whatever order they come.
 */
export function drawSample(
  candidates: Readonly<Record<Stratum, readonly SampleCandidate[]>>,
  seed: string,
  count = samplesPerQuarter,
): DrawnSample[] {
  const lot = lots(seedOf(seed));
  const half = Math.floor(count / 2);
  const { merged, near } = candidates;
  const fromMerged = Math.min(merged.length, Math.max(half, count - near.length));
  const of = (stratum: Stratum, wanted: number): DrawnSample[] => {
    const inOrder = [...candidates[stratum]].sort((a, b) => (a.pairId < b.pairId ? -1 : 1));
    return draw(inOrder, wanted, lot).map((pair) => ({ ...pair, stratum, stratumSize: inOrder.length }));
  };
  return [...of('merged', fromMerged), ...of('near', count - fromMerged)];
}
