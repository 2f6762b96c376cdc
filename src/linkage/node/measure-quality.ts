import { pairsWithin, type Quality, qualityOf } from '../evaluate.ts';
import type { WeighedPairs } from '../link-records.ts';
import { bitsOf, probabilityOf } from '../model.ts';
import type { Truth } from './truth.ts';

/** The found pairs at or above a probability, held against the truth; pairs it knows nothing of are left aside. */
export function pairQuality(pairs: WeighedPairs, truth: Truth, threshold: number): Quality {
  const least = bitsOf(threshold);
  let found = 0;
  let right = 0;
  for (let at = 0; at < pairs.one.length; at += 1) {
    if (pairs.weight[at]! < least) continue;
    const [one, other] = [pairs.one[at]!, pairs.other[at]!];
    if (!truth.knows(one) || !truth.knows(other)) continue;
    found += 1;
    if (truth.has(one, other)) right += 1;
  }
  return qualityOf(right, found, truth.pairs);
}

/** All pairs that clusters imply, held against the truth; in link mode those across the two sides. */
export function clusterQuality(of: Int32Array, truth: Truth, leftCount: number, across: boolean): Quality {
  const known = of.map((cluster, record) => (truth.knows(record) ? cluster : -1));
  return qualityOf(truth.pairsTogether(of), pairsWithin(known, leftCount, across), truth.pairs);
}

/** The threshold at which the pairs agree best with the truth (by F1), of all that make a difference. */
export function bestThreshold(
  pairs: WeighedPairs,
  truth: Truth,
): { threshold: number; weight: number } & Quality {
  const order = Uint32Array.from(pairs.weight.keys())
    .filter((at) => truth.knows(pairs.one[at]!) && truth.knows(pairs.other[at]!))
    .sort((a, b) => pairs.weight[b]! - pairs.weight[a]!);
  let best = { threshold: 1, weight: Number.POSITIVE_INFINITY, ...qualityOf(0, 0, truth.pairs) };
  let right = 0;
  order.forEach((pair, at) => {
    if (truth.has(pairs.one[pair]!, pairs.other[pair]!)) right += 1;
    const weight = pairs.weight[pair]!;
    const next = order[at + 1];
    if (next !== undefined && pairs.weight[next] === weight) return;
    const quality = qualityOf(right, at + 1, truth.pairs);
    if (quality.f1 > best.f1) best = { threshold: probabilityOf(weight), weight, ...quality };
  });
  return best;
}
