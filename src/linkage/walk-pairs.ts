import { type Blocks, leftMembers, type PairMode, pairsInBlock } from './blocking.ts';
import { NONE } from './column.ts';

/** A stretch of work: blocks `from` to `to` (not included) of one rule. */
export type Stretch = { rule: number; from: number; to: number; pairs: number };

/** Cuts the blocks into stretches of about so many pairs each, in order. */
export function cutStretches(
  blocks: readonly Blocks[],
  leftCount: number,
  mode: PairMode,
  pairsEach: number,
): Stretch[] {
  const stretches: Stretch[] = [];
  blocks.forEach((one, rule) => {
    const count = one.starts.length - 1;
    let from = 0;
    let pairs = 0;
    for (let block = 0; block < count; block += 1) {
      pairs += pairsInBlock(one, block, leftCount, mode);
      if (pairs < pairsEach && block + 1 < count) continue;
      stretches.push({ rule, from, to: block + 1, pairs });
      from = block + 1;
      pairs = 0;
    }
  });
  return stretches;
}

/** Visits each pair of a stretch that no earlier rule, and no earlier block of this rule, brings together. */
export function walkPairs(
  blocks: readonly Blocks[],
  stretch: Stretch,
  leftCount: number,
  mode: PairMode,
  visit: (one: number, other: number) => void,
): void {
  const own = blocks[stretch.rule]!;
  const simple = blocks.slice(0, stretch.rule).flatMap(({ blockOf }) => (blockOf ? [blockOf] : []));
  const manifold = blocks.slice(0, stretch.rule).filter(({ blockOf }) => !blockOf);
  const { members, starts } = own;
  const isMet = (a: number, b: number, block: number): boolean => {
    for (let at = 0; at < simple.length; at += 1) {
      const earlier = simple[at]!;
      const one = earlier[a]!;
      if (one !== NONE && one === earlier[b]) return true;
    }
    for (let at = 0; at < manifold.length; at += 1)
      if (firstShared(manifold[at]!, a, b) !== NONE) return true;
    return own.blockOf === null && firstShared(own, a, b) !== block;
  };
  for (let block = stretch.from; block < stretch.to; block += 1) {
    const start = starts[block]!;
    const end = starts[block + 1]!;
    const boundary = mode === 'link' || mode === 'join' ? start + leftMembers(own, block, leftCount) : end;
    for (let i = start; i < boundary; i += 1) {
      const a = members[i]!;
      for (let j = mode === 'link' ? boundary : i + 1; j < end; j += 1) {
        const b = members[j]!;
        if (!isMet(a, b, block)) visit(a, b);
      }
    }
  }
}

/** The first block both records are in, or -1. */
function firstShared(blocks: Blocks, a: number, b: number): number {
  const { firstOf, blocksOf } = blocks;
  let i = firstOf![a]!;
  let j = firstOf![b]!;
  const endOfA = firstOf![a + 1]!;
  const endOfB = firstOf![b + 1]!;
  while (i < endOfA && j < endOfB) {
    const one = blocksOf![i]!;
    const other = blocksOf![j]!;
    if (one === other) return one;
    if (one < other) i += 1;
    else j += 1;
  }
  return NONE;
}

/** Whether the rule brings two records together. */
export function brings(blocks: Blocks, a: number, b: number): boolean {
  if (!blocks.blockOf) return firstShared(blocks, a, b) !== NONE;
  const one = blocks.blockOf[a]!;
  return one !== NONE && one === blocks.blockOf[b];
}
