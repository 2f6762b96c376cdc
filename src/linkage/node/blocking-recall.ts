import type { Blocks } from '../blocking.ts';
import { NONE } from '../column.ts';
import type { Truth } from './truth.ts';

/** The share of true pairs that some rule brings together: more can never be found. */
export function blockingRecall(blocks: readonly Blocks[], truth: Truth): number {
  let together = 0;
  truth.each((one, other) => {
    if (blocks.some((rule) => areTogether(rule, one, other))) together += 1;
  });
  return truth.pairs === 0 ? 1 : together / truth.pairs;
}

function areTogether({ blockOf, firstOf, blocksOf }: Blocks, one: number, other: number): boolean {
  if (blockOf) return blockOf[one] !== NONE && blockOf[one] === blockOf[other];
  const opposite = new Set(blocksOf!.subarray(firstOf![other]!, firstOf![other + 1]!));
  return blocksOf!.subarray(firstOf![one]!, firstOf![one + 1]!).some((block) => opposite.has(block));
}
